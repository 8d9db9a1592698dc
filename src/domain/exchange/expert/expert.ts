import { z } from 'zod';
import { line } from '../../text.ts';
import { THEMES } from '../practice/vocabulary.ts';
import { languageTag, wording } from '../wording.ts';

/** What an entry may show besides the name; each is agreed to by itself. */
export const EXPERT_FIELDS = ['institution', 'country', 'languages', 'themes'] as const;
export type ExpertField = (typeof EXPERT_FIELDS)[number];

/** The form of a name by language: "Nodira Yusupova", «Нодира Юсупова». */
export const nameForms = z
  .record(languageTag, line)
  .refine((forms) => Object.keys(forms).length <= 12, { error: 'too_long' });

/** Somebody agrees to stand in the directory with these fields; `version` 0 = for the first time. */
export const expertConsent = z.strictObject({
  shown: z.array(z.enum(EXPERT_FIELDS)).max(EXPERT_FIELDS.length),
  names: nameForms,
  themes: z.array(z.enum(THEMES)).max(THEMES.length),
  version: z.int().min(0),
});
export type ExpertConsent = z.infer<typeof expertConsent>;

/** One's own entry, and what of oneself it would show. */
export const ownExpert = expertConsent.extend({
  listed: z.boolean(),
  /** Forms of the name that readers do not have yet: they wait for a second editor, or came back from him. */
  names_wait: z.boolean(),
  names_sent_back: z.string().nullable(),
  ...{ name: z.string(), institution: wording.nullable(), country: z.string().nullable() },
  languages: z.array(z.string()),
});
export type OwnExpert = z.infer<typeof ownExpert>;

/** The name as readers of `lang` know it; a page in Uzbek reads Latin letters. */
export function nameIn(
  lang: string,
  name: string,
  names: Readonly<Record<string, string>>,
): string {
  return names[lang] ?? (lang === 'uz' ? names['uz-Latn'] : undefined) ?? name;
}
