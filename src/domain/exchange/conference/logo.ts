/** Pictures that are taken as a logo, by their first bytes: never SVG, which can carry a script. */
const KINDS = [
  { media_type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { media_type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
] as const;
const WEBP = [0x57, 0x45, 0x42, 0x50];

/** At most so many bytes: a page has to open on a bad line. */
export const LARGEST_LOGO = 200_000;

/** What kind of picture these bytes are; null where they are none that a page may show. */
export function logoKind(bytes: Uint8Array): 'image/png' | 'image/jpeg' | 'image/webp' | null {
  const at = (index: number, wanted: readonly number[]) =>
    wanted.every((byte, offset) => bytes[index + offset] === byte);
  for (const { media_type, begins } of KINDS) if (at(0, begins)) return media_type;
  return at(0, [0x52, 0x49, 0x46, 0x46]) && at(8, WEBP) ? 'image/webp' : null;
}
