import { createHash } from 'node:crypto';

/** A UUIDv7 that is always the same for a name, dated 2026-01-01: tests and screens find it again. */
export function fixedId(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex');
  const time = Date.UTC(2026, 0, 1).toString(16).padStart(12, '0');
  const variant = '89ab'.charAt(Number.parseInt(hash.charAt(3), 16) % 4);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${hash.slice(0, 3)}`,
    `${variant}${hash.slice(4, 7)}`,
    hash.slice(7, 19),
  ].join('-');
}
