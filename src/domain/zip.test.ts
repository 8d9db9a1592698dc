import { expect, it } from 'vitest';
import { zipOf } from './zip.ts';

/** Directory, then contents, as the format has them: read here without the writer's own code. */
function read(bytes: Uint8Array): { name: string; text: string }[] {
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  expect(view.getUint32(end, true)).toBe(0x06054b50);
  const files = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const [size, title] = [view.getUint32(at + 24, true), view.getUint16(at + 28, true)];
    const local = view.getUint32(at + 42, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + title));
    const start = local + 30 + view.getUint16(local + 26, true);
    files.push({ name, text: new TextDecoder().decode(bytes.subarray(start, start + size)) });
    at += 46 + title;
  }
  return files;
}

it('packs files that every tool reads', () => {
  const files = [
    { name: 'services.csv', text: 'id,name\r\n1,Тикувчилик oʻquvi\r\n' },
    { name: 'empty.csv', text: '' },
  ];
  const bytes = zipOf(files);
  expect(read(bytes)).toEqual(files);
  // The check sum of "123456789" is known from the standard.
  const known = new DataView(zipOf([{ name: 'a', text: '123456789' }]).buffer);
  expect(known.getUint32(14, true)).toBe(0xcbf43926);
});
