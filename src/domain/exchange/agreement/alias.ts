import { z } from 'zod';
import { line } from '../../text.ts';
import type { Instant } from '../../time.ts';

/**
 * A speaker with lived experience appears under an alias. The participant's own row carries the alias
 * and no institution, so that no page, list or export knows another name; the true one is kept apart
 * and read by organisers alone.
 */
export const newAlias = z
  .strictObject({ alias: line, name: line, voice_only: z.boolean() })
  .refine((one) => !sharesName(one.alias, one.name), {
    path: ['alias'],
    error: 'alias_tells_name',
  });
export type NewAlias = z.infer<typeof newAlias>;

/** An alias that keeps a part of the name hides nobody. */
export function sharesName(alias: string, name: string): boolean {
  const parts = (words: string) =>
    words
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}ʻʼ’']{2,}/gu) ?? [];
  const own = new Set(parts(name));
  return parts(alias).some((part) => own.has(part));
}

/** Until the proceedings are out a speaker under an alias may step back without a reason. */
export function mayStepBack(published: Instant | null, now: Instant): boolean {
  return published === null || now < published;
}
