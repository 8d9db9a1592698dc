import { z } from 'zod';
import { id } from '../../id.ts';
import { text } from '../../text.ts';
import { instant } from '../../time.ts';
import { newWording, reword, type Wording, wording } from '../wording.ts';

/** Largest picture, in bytes, and longest side in pixels: a page has to open on a bad line. */
export const PICTURE_BYTES = 400_000;
export const PICTURE_SIDE = 4000;
/** The longest side that a screen of ours makes a picture before it is sent. */
export const SENT_SIDE = 1200;

const alt = text(300);
const caption = text(500).nullable();

/** What is said of a picture: what it shows for whoever cannot see it, in three languages, and who agreed how. */
export const newPicture = z.strictObject({
  id,
  /** The gallery it belongs to; null = one's own portrait. */
  edition_id: id.nullable(),
  /** Whose portrait it would be, where somebody else brings it; then theirs is the consent. */
  for_id: id.nullable(),
  ...{ alt_en: alt, alt_ru: alt, alt_uz: alt },
  ...{ caption_en: caption, caption_ru: caption, caption_uz: caption },
  consent: text(500).min(3),
});
export type NewPicture = z.infer<typeof newPicture>;

export const PICTURE_STATES = ['waiting', 'published', 'returned', 'taken_down'] as const;

/** A portrait that somebody else brought and that waits for whoever it shows; for editors, with that name. */
export const proposedPortrait = z.object({ id: z.uuid(), name: z.string(), at: instant });

/** A picture as its owner and the editors see it. */
export const pictureLine = z.object({
  ...{ id: z.uuid(), alt: wording, caption: wording.nullable(), consent: z.string() },
  ...{ width: z.number(), height: z.number(), own: z.boolean() },
  state: z.enum(PICTURE_STATES).nullable(),
});
export type PictureLine = z.infer<typeof pictureLine>;

/** One's own portrait, and those that others brought and that wait for one's yes. */
export const ownPortrait = z.object({
  portrait: pictureLine.nullable(),
  proposed: z.array(pictureLine),
});

/** One text in the three languages of the pages, as it was typed by one hand. */
export function inThree(
  said: { readonly en: string; readonly ru: string; readonly uz: string },
  by: string,
  at: Date,
): Wording {
  let made = newWording({ lang: 'en', text: said.en }, by, at);
  for (const [lang, words] of [
    ['ru', said.ru],
    ['uz-Latn', said.uz],
  ] as const) {
    const next = reword(made, { lang, text: words }, made.revision, by, at);
    if (!('code' in next)) made = next;
  }
  return made;
}

/** Width and height of a PNG or JPEG; null where they cannot be read. */
export function sizeOf(bytes: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] === 0x89) {
    return bytes.length < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) };
  }
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    // A frame header: C0 to CF but tables (C4, CC) and C8, which nobody uses.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}
