import { visible } from './invisible.ts';

/**
 * What a cell of a number says: the number, that it is kept back (`below` = and that it is smaller than
 * this), that nothing is known, or something else in words.
 */
export type Value =
  | { readonly kind: 'number'; readonly number: number; readonly percent: boolean }
  | { readonly kind: 'suppressed'; readonly below: number | null }
  | { readonly kind: 'empty' }
  | { readonly kind: 'words'; readonly words: string };

const STARS = /^(?:\*+|x|suppressed|not shown|не показано|скрыто|koʻrsatilmagan|yashirilgan)$/i;
const BELOW = /^<\s?(\d{1,3})$/;
const NO_DATA = /^(?:-|–|—|\.{2,3}|…|n\/?a|нет данных|maʼlumot yoʻq)$/i;
/** `1,234`, `1 234`, `1234.5`, `12,5`, `2e+06`, each with a sign or a percent sign. */
const NUMBER = /^[+-]?(?:\d{1,3}(?:[ ,]\d{3})+|\d+)(?:\.\d+)?(?:e[+-]?\d{1,2})?\s?%?$/i;
const DECIMAL_COMMA = /^[+-]?\d+,\d{1,2}\s?%?$/;

/** Reads a cell of a column of numbers. */
export function readValue(cell: string): Value {
  const words = visible(cell);
  if (words === '' || NO_DATA.test(words)) return { kind: 'empty' };
  if (STARS.test(words)) return { kind: 'suppressed', below: null };
  const below = BELOW.exec(words)?.[1];
  if (below !== undefined) return { kind: 'suppressed', below: Number(below) };
  const percent = words.endsWith('%');
  const bare = words.replace(/\s?%$/, '');
  const plain = DECIMAL_COMMA.test(words)
    ? bare.replace(',', '.')
    : NUMBER.test(words)
      ? bare.replaceAll(/[ ,]/g, '')
      : null;
  const number = plain === null ? Number.NaN : Number(plain);
  if (!Number.isFinite(number)) return { kind: 'words', words };
  return { kind: 'number', number, percent };
}
