/** A file in a package: its name, and its text or its bytes. */
export type Packed = { readonly name: string } & (
  | { readonly text: string }
  | { readonly bytes: Uint8Array }
);

/**
 * Files in one ZIP, stored and not compressed: text that fits a mail as it is needs no library. Every entry has the
 * same date, so that the same directory gives the same bytes.
 */
export function zipOf(files: readonly Packed[]): Uint8Array<ArrayBuffer> {
  const entries = files.map((file) => {
    const title = utf8(file.name);
    const content = 'bytes' in file ? file.bytes : utf8(file.text);
    return { title, content, sum: crc32(content) };
  });
  const locals: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let at = 0;
  for (const { title, content, sum } of entries) {
    // Version 2.0, names in UTF-8, stored, 1 January 1980.
    const about = [
      ...[...two(20), ...two(0x0800), ...two(0), ...two(0), ...two(0x0021), ...four(sum)],
      ...[...four(content.length), ...four(content.length), ...two(title.length), ...two(0)],
    ];
    central.push(
      Uint8Array.from([
        ...[...four(0x02014b50), ...two(20), ...about, ...two(0), ...two(0), ...two(0)],
        ...[...four(0), ...four(at), ...title],
      ]),
    );
    const head = Uint8Array.from([...four(0x04034b50), ...about, ...title]);
    locals.push(head, content);
    at += head.length + content.length;
  }
  const size = central.reduce((sum, one) => sum + one.length, 0);
  const end = Uint8Array.from([
    ...[...four(0x06054b50), ...two(0), ...two(0), ...two(files.length), ...two(files.length)],
    ...[...four(size), ...four(at), ...two(0)],
  ]);
  return joined([...locals, ...central, end]);
}

/** The bytes of a text; this floor has no encoder of its own. */
function utf8(text: string): Uint8Array {
  const pieces = encodeURIComponent(text.toWellFormed()).match(/%..|./g) ?? [];
  return Uint8Array.from(pieces, (piece) =>
    piece.length === 3 ? Number.parseInt(piece.slice(1), 16) : piece.charCodeAt(0),
  );
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of parts) {
    whole.set(one, at);
    at += one.length;
  }
  return whole;
}

function two(value: number): number[] {
  return [value & 0xff, (value >>> 8) & 0xff];
}

function four(value: number): number[] {
  return [...two(value & 0xffff), ...two(value >>> 16)];
}

function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
