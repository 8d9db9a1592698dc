import { deflateSync } from 'node:zlib';

// Receipts that tell more than they show: “Canary” stands wherever a file can hold something unseen.

const segment = (marker: number, content: Buffer | string) => {
  const bytes = Buffer.from(content);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
};
/** A photograph as a phone takes it: where it was taken, a comment, and a picture of its own behind. */
export const JPEG = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  segment(0xe0, 'JFIF\0'),
  segment(0xe1, 'Exif\0\0Canary 41.31 N 69.24 E'),
  segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0Canary-xmp'),
  segment(0xfe, 'Canary comment'),
  segment(0xda, 'scan'),
  Buffer.from('pixels\xff\x00more', 'latin1'),
  Buffer.from([0xff, 0xd9]),
  Buffer.from('Canary behind'),
]);
const chunk = (name: string, content: Buffer | string) => {
  const bytes = Buffer.from(content);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, Buffer.from(name), bytes, Buffer.alloc(4)]);
};
export const PNG = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk('IHDR', Buffer.alloc(13)),
  chunk('tEXt', 'Canary'),
  chunk('eXIf', 'Canary'),
  chunk('IDAT', deflateSync('pixels')),
  chunk('IEND', ''),
  Buffer.from('<script>Canary</script>'),
]);
export const PDF = Buffer.concat([
  Buffer.from('%PDF-1.7\nstream\n'),
  segment(0xe1, 'Exif\0\0Canary 41.31 N'),
  Buffer.from('\nendstream\n%%EOF'),
]);
