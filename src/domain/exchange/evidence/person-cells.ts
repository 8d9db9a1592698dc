import { isFirstName, isInstitution } from '../../person-check-names.ts';
import type { FindingCode } from './finding.ts';
import { GIVEN_NAMES } from './given-names.ts';

const PATRONYMIC =
  /\p{Lu}[\p{L}ʻʼ‘’'`-]+(?:(?:ович|евич|овна|евна|ична|ovich|evich|ovna|evna|ichna)(?![\p{L}])|[\s-]+(?:o[ʻʼ‘’'`]?g[ʻʼ‘’'`]?li|ogli|qizi|uulu|kyzy|kizi|oglu|uly|ұлы|қызы|уулу|кызы|оглы|ўғли|қизи)(?![\p{L}]))/iu;
const SURNAME =
  /^(?:\p{L}{2,}(?:ov|ova|ev|eva|yev|yeva|enko|zoda|zade|ов|ова|ев|ева|ёв|ёва|енко|зода|заде|ский|ская|skiy|skaya))$/iu;
const INITIALS = /(?:^|\s)\p{Lu}\.\s?(?:\p{Lu}\.)?(?:\s|$)/u;
const WORD = /^[\p{L}][\p{L}\p{M}ʻʼ‘’'`.-]*$/u;

/** Patterns of which one cell is enough, wherever it stands. */
export const PERSON_CELLS: readonly (readonly [FindingCode, RegExp])[] = [
  ['emails', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.[\p{L}]{2,}/u],
  [
    'phones',
    /(?<![\p{L}\p{N}.])(?:\+\d[\d\s()-]{8,17}\d|\(\d{2,4}\)\s?\d{2,3}[\s-]\d{2}[\s-]?\d{2}|(?:998|996|992|7[07]\d)\d{9}|8[\s-]\(?\d{3}\)?[\s-]\d{3}[\s-]\d{2}[\s-]?\d{2})(?![\p{N}])/u,
  ],
  [
    'document_numbers',
    /(?<![\p{L}\p{N}])(?:\p{Lu}{2}[\s-]?\d{7}|\d{14}|\d{4} \d{6}|[A-Z0-9<]{20,}<[A-Z0-9<]{5,}|\d{3}-\d{3}-\d{3} \d{2}|\d{3}-\d{2}-\d{4})(?![\p{L}\p{N}])/u,
  ],
  [
    'coordinates',
    /(?<![\d.])-?\d{1,3}\.\d{3,}\s*[,;/ ]\s*-?\d{1,3}\.\d{3,}(?![\d.])|\d{1,3}°\s?\d{1,2}[′']/u,
  ],
  ['names_of_people', PATRONYMIC],
];

/** True for one or several words that are a person's name by a given name, a surname's ending or initials. */
export function isPersonName(text: string): boolean {
  const parts = text.split(/[\s,]+/).filter((part) => part !== '');
  if (parts.length === 0 || parts.length > 5 || !parts.every((part) => WORD.test(part)))
    return false;
  if (parts.some(isInstitution)) return false;
  const given = parts.some((part) => GIVEN_NAMES.has(plain(part)) || isFirstName(part));
  if (given) return true;
  return parts.length > 1 && (parts.some((part) => SURNAME.test(part)) || INITIALS.test(text));
}

/** True for two or three words with capitals, as names in any language are written. */
export function hasShapeOfName(text: string): boolean {
  return /^\p{Lu}[\p{Ll}\p{M}ʻʼ‘’'-]+(?:\s\p{Lu}[\p{Ll}\p{M}ʻʼ‘’'-]+){1,2}$/u.test(text);
}

/** A day in a century's spread, as days of birth are; not the ends of months that reports are made for. */
export function dayIn(text: string): { readonly year: number; readonly day: number } | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text);
  if (iso) return { year: Number(iso[1]), day: Number(iso[3]) };
  const local = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/.exec(text);
  if (local === null) return null;
  const year = Number(local[3]);
  return { year: year < 100 ? year + (year > 40 ? 1900 : 2000) : year, day: Number(local[1]) };
}

function plain(word: string): string {
  return word
    .toLowerCase()
    .replaceAll(/[ʻʼ‘’'`.-]/g, '')
    .replaceAll('ё', 'е');
}
