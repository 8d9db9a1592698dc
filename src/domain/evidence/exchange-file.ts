import { type Described, describedRows, KEPT_BACK } from '../disclosure/described-rows.ts';
import type { FrozenTable, Subject } from './frozen-number.ts';

/** What the rows of each table are about, as a hashtag of HXL. */
const TAGS: Readonly<Record<Subject, string>> = {
  stage: '#status+stage',
  need_domain: '#sector+need',
  group_kind: '#activity+group',
  school: '#status+school',
};

interface Words {
  readonly described: Described;
  /** Above the column of months, of what is counted, of people. */
  readonly head: readonly [month: string, what: string, people: string];
  readonly everybody: string;
  readonly label: (code: string) => string;
}

/**
 * A frozen table as the file that a human carries to the exchange: with hashtags, with how it was counted,
 * its hidden cells marked. It was made safe when it was frozen; nothing is counted anew here.
 */
export function exchangeFile(
  { subject, month, rows, total }: FrozenTable,
  words: Words,
): (readonly string[])[] {
  const people = (count: number | null) => (count === null ? KEPT_BACK : `${count}`);
  return describedRows(words.described, [
    words.head,
    ['#date+month', TAGS[subject], '#reached+people'],
    ...rows.map((row) => [month.slice(0, 7), words.label(row.code), people(row.people)]),
    ...(total === null ? [] : [[month.slice(0, 7), words.everybody, people(total)]]),
  ]);
}
