import type { ProgrammeModel } from './model.ts';
import type { WordListName } from './model-names.ts';

/** A place in a text where a gentler or plainer word may be better. A hint: it never blocks. */
export interface WordHint {
  /** Where it begins and how long it is, in UTF-16 units of the text as it was typed. */
  readonly at: number;
  readonly length: number;
  readonly list: WordListName;
  /** A code of `word_list.suggestions` in the model. */
  readonly suggestion_code: string;
}

/**
 * A pattern is words with spaces between. `*` at the end of a word = any ending (a stem), `|` = one of
 * these words, `..` = up to three words between, within one sentence. `жен* боевик*` finds "жёнами
 * боевиков"; `husband|brother .. prison` finds "her husband is in prison". No expressions: a model is
 * written by people who know the languages, and no pattern can take long.
 */
const WORD = String.raw`[\p{L}\p{N}'’ʻʼ]+\*?`;
const PATTERN = new RegExp(`^${WORD}(?:\\|${WORD})*(?: (?:\\.\\. )?${WORD}(?:\\|${WORD})*)*$`, 'u');

/** Words with their apostrophes: oʻqish, sanʼat, fighter's, togʻ; a hyphen parts two words. */
const TOKEN =
  /[\p{L}\p{M}\p{N}\u00AD]+(?:['’‘`ʻʼ´][\p{L}\p{M}\p{N}\u00AD]+)*(?:(?<=[gGoO])['’‘`´])?/gu;
const END_OF_SENTENCE = /[.!?…;\n]/u;
const GAP = 3;

interface Token {
  readonly at: number;
  readonly end: number;
  readonly word: string;
  readonly sentence: number;
}
/** One word of a pattern: its spellings, and whether other words may stand before it. */
interface Piece {
  readonly gap: boolean;
  readonly words: readonly { readonly stem: string; readonly open: boolean }[];
}
interface Entry {
  readonly list: WordListName;
  readonly language: string;
  readonly suggestion_code: string;
  readonly patterns: readonly (readonly Piece[])[];
  readonly except: readonly (readonly Piece[])[];
}

// Reading the patterns of a model takes longer than checking a note with them.
const read = new WeakMap<ProgrammeModel['word_list'], readonly Entry[]>();

/** Whether a text of a model is a pattern of this grammar. */
export function isPattern(pattern: string): boolean {
  return PATTERN.test(pattern);
}

/**
 * Looks a free text over for labels and talk of belief, loyalty or third persons, by the word list of
 * the model. `languages` are BCP-47 tags; `uz` takes both its scripts. Hints come in the order of the
 * text and do not overlap; the longest wins.
 */
export function checkWords(
  text: string,
  model: Pick<ProgrammeModel, 'word_list'>,
  languages: readonly string[],
): readonly WordHint[] {
  const tokens = tokensOf(text);
  const entries = entriesOf(model.word_list).filter(({ language }) =>
    languages.some((tag) => language === tag || language.startsWith(`${tag}-`)),
  );
  const found = entries.flatMap((entry) => hintsOf(entry, entries, tokens));
  const hints: WordHint[] = [];
  for (const hint of found.toSorted((a, b) => b.length - a.length || a.at - b.at)) {
    if (!hints.some((other) => overlap(hint, other))) hints.push(hint);
  }
  return hints.sort((a, b) => a.at - b.at);
}

/** Russian and Uzbek share letters and words: what one language allows holds for its list in all. */
function hintsOf(entry: Entry, all: readonly Entry[], tokens: readonly Token[]): WordHint[] {
  const { list, suggestion_code } = entry;
  const spans = spansOf(entry.patterns, tokens);
  if (spans.length === 0) return [];
  const allowed = all
    .filter((other) => other.list === list)
    .flatMap((other) => spansOf(other.except, tokens));
  return spans
    .filter((span) => !allowed.some((other) => overlap(span, other)))
    .map((span) => ({ ...span, list, suggestion_code }));
}

function spansOf(patterns: readonly (readonly Piece[])[], tokens: readonly Token[]) {
  return patterns.flatMap((pieces) =>
    tokens.flatMap((token, start) => {
      const last = lastOf(pieces, tokens, start);
      return last === null ? [] : [{ at: token.at, length: last.end - token.at }];
    }),
  );
}

/** The last token of a pattern that begins at this token, or null. */
function lastOf(pieces: readonly Piece[], tokens: readonly Token[], start: number): Token | null {
  const first = tokens[start];
  const [piece, ...rest] = pieces;
  if (first === undefined || piece === undefined || !fits(piece, first)) return null;
  let last = first;
  let at = start;
  for (const next of rest) {
    const reach = tokens.slice(at + 1, at + 2 + (next.gap ? GAP : 0));
    const step = reach.findIndex((token) => fits(next, token));
    const token = reach[step];
    if (token === undefined || token.sentence !== first.sentence) return null;
    last = token;
    at += step + 1;
  }
  return last;
}

function fits(piece: Piece, { word }: Token): boolean {
  return piece.words.some(({ stem, open }) => (open ? word.startsWith(stem) : word === stem));
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (END_OF_SENTENCE.test(text.slice(end, match.index))) sentence++;
    end = match.index + match[0].length;
    tokens.push({ at: match.index, end, word: fold(match[0]), sentence });
  }
  return tokens;
}

/** Spellings that mean the same: capitals, ё and е, every apostrophe, stress marks, soft hyphens. */
function fold(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('\u00AD', '')
    .replaceAll('\u0301', '')
    .replaceAll('ё', 'е')
    .replaceAll(/['’‘`ʻʼ´]/gu, "'");
}

function entriesOf(list: ProgrammeModel['word_list']): readonly Entry[] {
  const known = read.get(list);
  if (known !== undefined) return known;
  const entries = list.entries.map((entry) => ({
    ...entry,
    patterns: entry.patterns.map(piecesOf),
    except: entry.except.map(piecesOf),
  }));
  read.set(list, entries);
  return entries;
}

function piecesOf(pattern: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let gap = false;
  for (const part of pattern.split(' ')) {
    if (part === '..') {
      gap = true;
      continue;
    }
    const words = part.split('|').map((word) => {
      const open = word.endsWith('*');
      return { stem: fold(open ? word.slice(0, -1) : word), open };
    });
    pieces.push({ gap, words });
    gap = false;
  }
  return pieces;
}

function overlap(
  a: { readonly at: number; readonly length: number },
  b: { readonly at: number; readonly length: number },
): boolean {
  return a.at < b.at + b.length && b.at < a.at + a.length;
}
