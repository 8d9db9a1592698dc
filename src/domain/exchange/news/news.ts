import { z } from 'zod';
import { id } from '../../id.ts';
import { line, text } from '../../text.ts';
import { languageTag, wording } from '../wording.ts';

/** What is told to the world about an edition. */
export const NEWS_KINDS = ['announcement', 'press_release', 'communique'] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

/** A new item in the language that it is written in; it is out only after a second editor's yes. */
export const newNews = z.strictObject({
  id,
  edition_id: id.nullable(),
  kind: z.enum(NEWS_KINDS),
  language: languageTag,
  title: line,
  lead: text(600),
  /** Paragraphs, parted by an empty line. */
  body: text(8000),
});
export type NewNews = z.infer<typeof newNews>;

/** Words of a speaker within an item; they are shown once the speaker has said yes to them. */
export const newQuotation = z.strictObject({
  id,
  participant_id: id,
  language: languageTag,
  words: text(1200),
});
export type NewQuotation = z.infer<typeof newQuotation>;

/** Words put right or translated; whatever was approved in this language is no longer. */
export const quotationChange = z.strictObject({
  language: languageTag,
  words: text(1200),
  seen: z.int().min(1),
});

/** The speaker's word on a quotation: to exactly the words that stood on the screen. */
export const approvalInput = z.strictObject({
  language: languageTag,
  words: text(1200),
  approved: z.boolean(),
});

/** How a quotation stands, version by version. */
export const quotationSheet = z.object({
  ...{ id: z.uuid(), participant_id: z.uuid(), speaker: z.string() },
  ...{ words: wording, news_title: wording },
  versions: z.array(
    z.object({
      ...{ lang: z.string(), text: z.string() },
      state: z.enum(['approved', 'refused', 'waiting']),
      at: z.string().nullable(),
    }),
  ),
});
export type QuotationSheet = z.infer<typeof quotationSheet>;

export const newsLine = z.object({
  ...{ id: z.uuid(), slug: z.string(), edition_id: z.uuid().nullable(), kind: z.enum(NEWS_KINDS) },
  ...{ title: wording, created_at: z.string(), version: z.int() },
  /** Quotations that wait for their speaker's yes. */
  unapproved: z.int(),
  state: z.enum(['draft', 'waiting', 'published', 'returned', 'taken_down']),
});
export type NewsLine = z.infer<typeof newsLine>;

export const newsSheet = newsLine.extend({
  ...{ lead: wording, body: wording, quotations: z.array(quotationSheet) },
});
export type NewsSheet = z.infer<typeof newsSheet>;

/** Paragraphs of a body. */
export function paragraphsOf(body: string): string[] {
  return body
    .split(/\r?\n[ \t]*\r?\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
