import { z } from 'zod';
import { id } from '../../id.ts';
import { line, text } from '../../text.ts';

/** What is told to the world about an edition. */
export const NEWS_KINDS = ['announcement', 'press_release', 'communique'] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

const tag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'not_a_language' });

/** A new item in the language that it is written in; it is out only after a second editor's yes. */
export const newNews = z.strictObject({
  id,
  edition_id: id.nullable(),
  kind: z.enum(NEWS_KINDS),
  language: tag,
  title: line,
  lead: text(600),
  /** Paragraphs, parted by an empty line. */
  body: text(20_000),
});
export type NewNews = z.infer<typeof newNews>;

/** Words of a speaker within an item; they are shown once the speaker has said yes to them. */
export const newQuotation = z.strictObject({
  id,
  news_id: id,
  participant_id: id,
  language: tag,
  words: text(1200),
});
export type NewQuotation = z.infer<typeof newQuotation>;

/** Paragraphs of a body. */
export function paragraphsOf(body: string): string[] {
  return body
    .split(/\r?\n[ \t]*\r?\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
