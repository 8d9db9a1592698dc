import { describe, expect, it } from 'vitest';
import { lacksShared, type Row, report, sharedRows } from '#test/data/names/read.ts';
import type { Birth } from '../birth.ts';
import {
  type ComparablePerson,
  comparable,
  compareForDuplicate,
  type DuplicateVerdict,
} from '../duplicate.ts';
import { type ReadWords, rememberedWords } from '../name/remembered-words.ts';
import { blockingKeys } from './blocking.ts';

const PEOPLE = 'names/people-multiscript/negatives_global.csv';

const born = (date: string): Birth => ({ date, precision: 'day', estimated: false });

describe('measured on data of others (decision 0004)', () => {
  it.skipIf(lacksShared('names/febrl/dataset3.csv')).each([
    // file, true pairs, least recall of the blocking, least F1 of likely and possible together
    ['dataset1', 500, 0.99, 0.9935],
    ['dataset3', 6538, 0.99, 0.991],
  ])('finds the doubles of Febrl %s', (file, doubles, blocked, f1) => {
    const rows = sharedRows(`names/febrl/${file}.csv`);
    const people = rows.map(febrlPerson);
    const person = (at: number) => rows[at]?.rec_id?.split('-')[1];
    const pairs = candidates(people);
    const isTrue = (pair: readonly [number, number]) => person(pair[0]) === person(pair[1]);
    const levels = pairs.map((pair) => ({
      level: verdictOf(people, pair).level,
      same: isTrue(pair),
    }));
    const reached = pairs.filter(isTrue).length / doubles;
    const score = (called: typeof levels) =>
      (2 * called.filter(({ same }) => same).length) / (called.length + doubles);
    const shown = levels.filter(({ level }) => level !== 'none');
    const likely = levels.filter(({ level }) => level === 'likely');
    const wrong = shown.filter(({ same }) => !same).length;
    report(
      `febrl ${file}: ${pairs.length} candidates, blocking recall ${reached.toFixed(4)}, F1 shown ` +
        `${score(shown).toFixed(4)} (${wrong} wrong), likely alone ${score(likely).toFixed(4)}`,
    );
    expect(reached).toBeGreaterThanOrEqual(blocked);
    expect(score(shown)).toBeGreaterThanOrEqual(f1);
    expect(wrong).toBeLessThanOrEqual(3);
  });

  it.skipIf(lacksShared(PEOPLE))(
    'raises few false alarms among 50,000 different people',
    () => {
      const rows = sharedRows(PEOPLE);
      const started = performance.now();
      // As a list is read: the same names come again and again.
      const words = rememberedWords();
      const people = rows.map((row) => manyScriptsPerson(row, words));
      const pairs = candidates(people);
      const counts = { likely: 0, possible: 0, none: 0 };
      for (const pair of pairs) counts[verdictOf(people, pair).level] += 1;
      const seconds = (performance.now() - started) / 1000;
      report(
        `people-multiscript: ${people.length} people, ${pairs.length} candidates, ${counts.likely} likely, ` +
          `${counts.possible} possible, ${seconds.toFixed(1)} s in all`,
      );
      expect(pairs.length).toBeLessThan(200_000);
      expect(counts.likely).toBeLessThanOrEqual(12);
      expect(counts.possible).toBeLessThanOrEqual(130);
    },
    60_000,
  );
});

function candidates(people: readonly ComparablePerson[]): (readonly [number, number])[] {
  const blocks = new Map<string, number[]>();
  people.forEach((person, at) => {
    for (const key of blockingKeys(person)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [at]);
      else block.push(at);
    }
  });
  const pairs = new Set<number>();
  for (const block of blocks.values()) {
    block.forEach((one, at) => {
      for (const other of block.slice(at + 1)) pairs.add(one * 1e6 + other);
    });
  }
  return [...pairs].map((pair) => [Math.floor(pair / 1e6), pair % 1e6] as const);
}

function verdictOf(
  people: readonly ComparablePerson[],
  [one, other]: readonly [number, number],
): DuplicateVerdict {
  const [left, right] = [people[one], people[other]];
  if (left === undefined || right === undefined) throw new Error('a pair outside the list');
  return compareForDuplicate(left, right);
}

function febrlPerson(row: Row): ComparablePerson {
  const date = row.date_of_birth ?? '';
  const { street_number, address_1, address_2, suburb, postcode } = row;
  return comparable({
    names: [{ given: row.given_name, family: row.surname }],
    birth: /^\d{8}$/.test(date)
      ? born(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`)
      : undefined,
    papers: [row.soc_sec_id ?? ''],
    address: [street_number, address_1, address_2, suburb, postcode].join(' '),
  });
}

function manyScriptsPerson(row: Row, words: ReadWords): ComparablePerson {
  const { first_name, middle_name, last_name, gender } = row;
  const person = {
    names: [{ given: first_name, patronymic: middle_name, family: last_name }],
    sex: gender === 'female' || gender === 'male' ? gender : 'unknown',
    birth: born(row.date_of_birth ?? ''),
    citizenship: [row.nationality ?? ''],
  } as const;
  return comparable(person, words);
}
