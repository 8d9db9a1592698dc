/** What a file of somebody may be; told by its first bytes, never by its name or by what the sender says. */
export type PlainType = 'application/pdf' | 'image/jpeg' | 'image/png';

export interface PlainContent {
  readonly type: PlainType;
  /** Without where, when and with what it was taken. */
  readonly bytes: Buffer;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const EXIF = Buffer.from('Exif\0\0', 'latin1');

/**
 * The content of a file as it is kept; null where it is none of the three kinds, or is broken. The place
 * and the time of a photograph are taken out, and so is whatever hangs on behind the picture.
 */
export function plainContent(bytes: Buffer): PlainContent | null {
  if (bytes.subarray(0, PNG.length).equals(PNG)) return kept('image/png', plainPng(bytes));
  if (bytes.subarray(0, JPEG.length).equals(JPEG)) return kept('image/jpeg', plainJpeg(bytes));
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') {
    return kept('application/pdf', withoutExif(bytes));
  }
  return null;
}

function kept(type: PlainType, bytes: Buffer | null): PlainContent | null {
  return bytes === null ? null : { type, bytes };
}

/** Segments with a length: only those that the picture is decoded by, with its colours (0xee). */
function plainJpeg(bytes: Buffer): Buffer | null {
  const pieces: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    // Fill bytes before a marker are allowed.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length || end < at + 4) return null;
    const told = (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;
    if (!told) pieces.push(bytes.subarray(at, end));
    at = end;
    if (marker !== 0xda) continue;
    const last = endOfScan(bytes, at);
    if (last === null) return null;
    pieces.push(bytes.subarray(at, last));
    at = last;
    if (bytes[at + 1] === 0xd9) return Buffer.concat([...pieces, Buffer.from([0xff, 0xd9])]);
  }
  return null;
}

/** Where the next marker that is no restart stands behind the compressed picture. */
function endOfScan(bytes: Buffer, from: number): number | null {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || next === 0 || next === 0xff) continue;
    if (next >= 0xd0 && next <= 0xd7) continue;
    return at;
  }
  return null;
}

/** What a picture needs to be shown; no text, no time, no place. */
const CHUNKS = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'pHYs']);

function plainPng(bytes: Buffer): Buffer | null {
  const pieces: Buffer[] = [PNG];
  let at = PNG.length;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length || (pieces.length === 1) !== (name === 'IHDR')) return null;
    if (CHUNKS.has(name)) pieces.push(bytes.subarray(at, end));
    if (name === 'IEND') return Buffer.concat(pieces);
    at = end;
  }
  return null;
}

/** A scan that came as PDF holds its photograph as it was taken: what it tells is blotted out in place. */
function withoutExif(bytes: Buffer): Buffer {
  const plain = Buffer.from(bytes);
  for (let at = plain.indexOf(EXIF); at >= 0; at = plain.indexOf(EXIF, at + EXIF.length)) {
    if (at < 4 || plain[at - 4] !== 0xff || plain[at - 3] !== 0xe1) continue;
    const end = Math.min(plain.length, at - 2 + plain.readUInt16BE(at - 2));
    plain.fill(0, at, end);
  }
  return plain;
}
