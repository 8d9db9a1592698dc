import { type ArrivalRow, cellText } from './cell.ts';
import { contentFit } from './content-fit.ts';
import { ARRIVAL_FIELDS, type ArrivalField, type NameOrder } from './field.ts';
import { fold } from './fold.ts';
import { type ForbiddenTopic, forbiddenTopic } from './forbidden.ts';
import { HEADER_WORDS, NOT_COLLECTED, RUNNING_NUMBER } from './header-words.ts';
import { columnOrder } from './split-name.ts';

export type GuessReason =
  | 'heading_is'
  | 'heading_contains'
  | 'content_fits'
  | 'content_does_not_fit'
  | 'name_in_parts_beside';

/** Why a column is not taken. Every such column is dropped and never stored. */
export type DropReason =
  | 'forbidden'
  | 'not_collected'
  | 'running_number'
  | 'not_recognised'
  | 'field_taken'
  | 'parts_preferred';

export interface GuessedColumn {
  readonly column: number;
  readonly heading: string;
  readonly field?: ArrivalField;
  readonly drop?: DropReason;
  readonly topic?: ForbiddenTopic;
  /** 0 to 1; what is below .7 should be looked at. */
  readonly confidence: number;
  readonly reasons: readonly GuessReason[];
}

export interface GuessedMapping {
  readonly columns: readonly GuessedColumn[];
  /** Absent where the names do not tell which part comes first: then it is asked. */
  readonly name_order?: NameOrder;
}

interface Candidate {
  readonly column: number;
  readonly field: ArrivalField;
  readonly confidence: number;
  readonly reasons: readonly GuessReason[];
}

const ENOUGH = 0.6;

/**
 * Guesses what the columns of a list are, by headings first and by what stands below them second.
 * Always editable; a forbidden column can never be given a field (`checkMapping`).
 *
 * @param sample some first rows below the heading; 200 are plenty
 */
export function guessMapping(
  headings: readonly string[],
  sample: readonly ArrivalRow[],
): GuessedMapping {
  const drops = new Map<number, Pick<GuessedColumn, 'drop' | 'topic'>>();
  const candidates: Candidate[] = [];
  headings.forEach((heading, column) => {
    const topic = forbiddenTopic(heading);
    if (topic) drops.set(column, { drop: 'forbidden', topic });
    else {
      const found = candidatesOf(heading, column, sample);
      if (found.drop) drops.set(column, { drop: found.drop });
      candidates.push(...found.candidates);
    }
  });
  const taken = assign(candidates);
  preferParts(taken, drops, sample);
  const columns = headings.map((heading, column): GuessedColumn => {
    const found = taken.get(column);
    const base = { column, heading };
    if (found) {
      const { field, confidence, reasons } = found;
      return { ...base, field, confidence, reasons };
    }
    const fallback = candidates.some((one) => one.column === column)
      ? 'field_taken'
      : 'not_recognised';
    const dropped = drops.get(column) ?? { drop: fallback };
    return { ...base, ...dropped, confidence: 1, reasons: [] };
  });
  const full = [...taken.values()].find((one) => one.field === 'full_name');
  const order = full && columnOrder(sample.map((row) => cellText(row.cells[full.column])));
  return order ? { columns, name_order: order } : { columns };
}

/**
 * The row of the first twenty that looks most like headings, and how many of its cells are known ones:
 * titles above a table are common.
 */
export function findHeadings(
  rows: readonly ArrivalRow[],
): { readonly row: ArrivalRow; readonly known: number } | undefined {
  let best: { row: ArrivalRow; known: number; filled: number } | undefined;
  for (const row of rows.slice(0, 20)) {
    const texts = row.cells.map(cellText).filter((text) => text !== '');
    const filled = texts.length;
    if (filled === 0) continue;
    const known = texts.filter(isKnownHeading).length;
    // Of two rows of headings the lower one, which says more, is the one of the columns.
    const better =
      best === undefined ||
      known > best.known ||
      (known > 0 && known === best.known && filled > best.filled);
    if (better) best = { row, known, filled };
  }
  return best;
}

/** Whether somebody who heads columns like this means a field that is known, or one that is never kept. */
export function isKnownHeading(text: string): boolean {
  if (forbiddenTopic(text) && text.length < 60) return true;
  return PHRASES.some((phrase) => phraseScore(phrase, fold(text).split(' ')) >= ENOUGH);
}

function candidatesOf(
  heading: string,
  column: number,
  sample: readonly ArrivalRow[],
): { candidates: readonly Candidate[]; drop?: DropReason } {
  const tokens = fold(heading).split(' ');
  if (heading.trim() === '') return { candidates: [], drop: 'not_recognised' };
  if (RUNNING.has(tokens.join(' '))) return { candidates: [], drop: 'running_number' };
  const none = Math.max(...UNWANTED.map((phrase) => phraseScore(phrase, tokens)));
  const candidates: Candidate[] = [];
  for (const field of ARRIVAL_FIELDS) {
    const score = Math.max(
      ...PHRASES.map((one) => (one.field === field ? phraseScore(one, tokens) : 0)),
    );
    if (score < 0.5 || score < none) continue;
    const fit = contentFit(field, sample, column);
    const reasons: GuessReason[] = [score === 1 ? 'heading_is' : 'heading_contains'];
    if (fit > 0) reasons.push('content_fits');
    if (fit < 0) reasons.push('content_does_not_fit');
    const confidence = Math.min(1, Math.max(0, score * 0.95 + fit));
    if (confidence >= ENOUGH) candidates.push({ column, field, confidence, reasons });
  }
  return candidates.length === 0 && none >= ENOUGH
    ? { candidates, drop: 'not_collected' }
    : { candidates };
}

/** The surest pair of column and field first; each column and each field once. */
function assign(candidates: readonly Candidate[]): Map<number, Candidate> {
  const taken = new Map<number, Candidate>();
  const fields = new Set<ArrivalField>();
  const surest = candidates.toSorted((a, b) => b.confidence - a.confidence || a.column - b.column);
  for (const one of surest) {
    if (taken.has(one.column) || fields.has(one.field)) continue;
    taken.set(one.column, one);
    fields.add(one.field);
  }
  return taken;
}

/** Where given and family name have columns of their own, a column of whole names says nothing more. */
function preferParts(
  taken: Map<number, Candidate>,
  drops: Map<number, Pick<GuessedColumn, 'drop' | 'topic'>>,
  sample: readonly ArrivalRow[],
): void {
  const by = (field: ArrivalField) => [...taken.values()].find((one) => one.field === field);
  const full = by('full_name');
  if (full === undefined || by('family_name') === undefined) return;
  if (by('given_name') !== undefined) {
    taken.delete(full.column);
    drops.set(full.column, { drop: 'parts_preferred' });
    return;
  }
  // "Name" beside "Surname" is the given name.
  const words = sample.map((row) => cellText(row.cells[full.column]).split(' ').length);
  if (words.filter((count) => count > 2).length * 2 > words.length) return;
  const reasons = [...full.reasons, 'name_in_parts_beside'] as const;
  taken.set(full.column, { ...full, field: 'given_name', reasons });
}

interface Phrase {
  readonly field?: ArrivalField;
  readonly tokens: readonly { readonly text: string; readonly open: boolean }[];
  readonly length: number;
}

/** 1 = the heading is the phrase; .45 to .9 = it contains it, the more the longer; 0 = it does not. */
function phraseScore(phrase: Phrase, heading: readonly string[]): number {
  const { tokens, length } = phrase;
  for (let start = 0; start + tokens.length <= heading.length; start += 1) {
    const fits = tokens.every((token, index) => {
      const word = heading[start + index] ?? '';
      return token.open ? word.startsWith(token.text) : word === token.text;
    });
    if (!fits) continue;
    if (tokens.length === heading.length) return 1;
    // A short word inside a longer heading ("пол", "sex", "имя") is too often about something else.
    if (length < 5) return 0;
    const whole = heading.slice(start, start + tokens.length).join('').length;
    return 0.45 + 0.45 * (whole / heading.join('').length);
  }
  return 0;
}

function phrasesOf(words: string, field?: ArrivalField): Phrase[] {
  return words.split('|').map((phrase) => {
    const tokens = phrase.split(' ').map((word) => ({
      text: fold(word.replace('*', '')),
      open: word.endsWith('*'),
    }));
    const length = tokens.reduce((sum, token) => sum + token.text.length, 0);
    return field ? { field, tokens, length } : { tokens, length };
  });
}

const PHRASES: readonly Phrase[] = ARRIVAL_FIELDS.flatMap((field) =>
  phrasesOf(HEADER_WORDS[field], field),
);
const UNWANTED = phrasesOf(NOT_COLLECTED);
const RUNNING = new Set(RUNNING_NUMBER.split('|').map(fold));
