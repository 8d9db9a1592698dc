import { uzbekCyrillic } from './uzbek-cyrillic.ts';

/** The languages of paper: those of the screens, and Uzbek in Cyrillic letters, made by rule. */
export const PRINT_LANGUAGES = ['en', 'ru', 'uz', 'uz-Cyrl'] as const;
export type PrintLanguage = (typeof PRINT_LANGUAGES)[number];

/** The language of ours that a person speaks first, in the script they read; undefined where none is. */
export function printLanguageOf(spoken: readonly string[]): PrintLanguage | undefined {
  const known = spoken.flatMap((tag): PrintLanguage[] => {
    const [language] = tag.split('-');
    const found = PRINT_LANGUAGES.find((one) => one === tag || one === language);
    return found === undefined ? [] : [tag.startsWith('uz-Cyrl') ? 'uz-Cyrl' : found];
  });
  return known[0];
}

export interface SpelledName {
  readonly given?: string | null | undefined;
  readonly patronymic?: string | null | undefined;
  readonly family?: string | null | undefined;
  readonly single?: string | null | undefined;
}

/**
 * A name for paper of a language: of the spellings that the record holds, the one in its script, else the
 * first, untouched. Only where Cyrillic Uzbek finds nothing but Latin is it written over by rule.
 */
export function nameOn(language: PrintLanguage, spellings: readonly SpelledName[]): string {
  const written = spellings
    .map((one) => inOneLine(one, language !== 'en'))
    .filter((one) => one !== '');
  const [first = ''] = written;
  const wanted = language === 'ru' || language === 'uz-Cyrl' ? /\p{Script=Cyrillic}/u : /[a-z]/i;
  const found = written.find((one) => wanted.test(one));
  if (found !== undefined) return found;
  return language === 'uz-Cyrl' ? uzbekCyrillic(first) : first;
}

/** Papers of the region write the family name first. */
function inOneLine(name: SpelledName, familyFirst: boolean): string {
  const { given, patronymic, family, single } = name;
  const parts = familyFirst ? [family, given, patronymic] : [given, patronymic, family];
  return [...parts, single].filter((part) => part).join(' ');
}
