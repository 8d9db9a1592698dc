import { z } from 'zod';

/** True where PostgreSQL can store the text: no NUL and no lone surrogate. All else is kept byte for byte. */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

/** A text of 1 to `max` UTF-16 units that can be stored; problem code `unstorable_text` otherwise. */
export function text(max: number) {
  return z.string().min(1).max(max).refine(isStorable, { error: 'unstorable_text' });
}

/** One line: a name, a title. */
export const line = text(200);
/** What a person writes freely: a note, a reason. */
export const prose = text(8000);
/** Labels by BCP-47 tag, e.g. `{ en: 'Papers', ru: 'Документы', uz: 'Hujjatlar' }`. */
export const labels = z.record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), line);
export type Labels = z.infer<typeof labels>;
