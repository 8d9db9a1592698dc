import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lacksShared, type Row, report, sharedRows } from '#test/data/names/read.ts';
import type { Birth } from './birth.ts';
import { blockingKeys } from './duplicate/blocking.ts';
import {
  type ComparablePerson,
  comparable,
  compareForDuplicate,
  type DuplicateVerdict,
  type PersonSummary,
} from './duplicate.ts';

const PEOPLE = 'names/people-multiscript/negatives_global.csv';

const born = (date: string): Birth => ({ date, precision: 'day', estimated: false });

/** A fictional woman; every test changes what it is about. */
const AZIZA: PersonSummary = {
  names: [{ given: 'Азиза', patronymic: 'Каримовна', family: 'Тохтаева' }],
  sex: 'female',
  birth: born('1994-03-07'),
  citizenship: ['UZ'],
  household: '17',
};

function compare(change: Partial<PersonSummary>, to: PersonSummary = AZIZA): DuplicateVerdict {
  return compareForDuplicate(comparable(to), comparable({ ...to, ...change }));
}

describe('one person twice', () => {
  it.each<[string, Partial<PersonSummary>]>([
    ['in Uzbek Latin', { names: [{ single: "To'xtayeva Aziza Karim qizi" }] }],
    ['without the patronymic', { names: [{ given: 'Aziza', family: 'Tokhtaeva' }] }],
    ['with given and family name exchanged', { names: [{ given: 'Тохтаева', family: 'Азиза' }] }],
    ['with day and month exchanged', { birth: born('1994-07-03') }],
    ['with one digit of the birth date wrong', { birth: born('1994-03-17') }],
    ['born on the first of January', { birth: born('1994-01-01') }],
    ['with the year alone', { birth: { ...born('1994-01-01'), precision: 'year' } }],
    ['from another household', { household: '40' }],
  ])('is likely %s', (_, change) => {
    expect(compare(change).level).toBe('likely');
  });

  it.each<[string, Partial<PersonSummary>]>([
    [
      'with an estimate two years off',
      { birth: { date: '1992-01-01', precision: 'year', estimated: true } },
    ],
    ['without a birth date', { birth: undefined }],
    ['in Arabic script', { names: [{ given: 'عزیزه', family: 'تختايوا' }] }],
    [
      'under another family name',
      { names: [{ given: 'Азиза', patronymic: 'Каримовна', family: 'Юсупова' }] },
    ],
  ])('is at least possible %s', (_, change) => {
    expect(compare(change).level).not.toBe('none');
  });

  it('goes by the paper number, whatever the alphabet of its series', () => {
    const papers = ['АВ 1234567'];
    const verdict = compare({ papers: ['AB1234567'] }, { ...AZIZA, papers });
    expect(verdict.reasons).toContain('same_paper');
    expect(verdict.level).toBe('likely');
    // One number under two given names is always shown, and never more than possible by itself.
    const other = compare(
      { papers, names: [{ given: 'Zilola' }], birth: born('2011-09-30') },
      { ...AZIZA, papers },
    );
    expect(other.level).toBe('possible');
  });

  it('knows former names', () => {
    const names = [
      { given: 'Азиза', family: 'Юсупова' },
      { given: 'Aziza', family: 'Toʻxtayeva' },
    ];
    expect(compare({ names }).level).toBe('likely');
  });
});

describe('relatives', () => {
  // Seen to fail with the limit for another given name taken out of limitOf.
  it.each<[string, PersonSummary, Partial<PersonSummary>]>([
    [
      'sisters',
      AZIZA,
      {
        names: [{ given: 'Зилола', patronymic: 'Каримовна', family: 'Тохтаева' }],
        birth: born('1996-03-07'),
      },
    ],
    ['twins', AZIZA, { names: [{ given: 'Зухра', patronymic: 'Каримовна', family: 'Тохтаева' }] }],
    [
      'Hasan and Husan',
      {
        ...AZIZA,
        sex: 'male',
        names: [{ given: 'Ҳасан', patronymic: 'Карим ўғли', family: 'Тўхтаев' }],
      },
      { names: [{ given: 'Husan', patronymic: 'Karim oʻgʻli', family: 'Toʻxtayev' }] },
    ],
    [
      'a mother and her daughter',
      AZIZA,
      { names: [{ given: 'Мадина', family: 'Тохтаева' }], birth: born('2015-03-07') },
    ],
    ['a father and a son of his name', { ...AZIZA, sex: 'male' }, { birth: born('2016-11-20') }],
  ])('%s are two people', (_, one, change) => {
    expect(compare(change, one).level).toBe('none');
  });

  it('are only possible doubles where their names are merely alike', () => {
    const names = [{ given: 'Азима', patronymic: 'Каримовна', family: 'Тохтаева' }];
    const verdict = compare({ names });
    expect(verdict.level).toBe('possible');
    expect(verdict.reasons).toContain('relatives_more_likely');
  });
});

describe('a verdict', () => {
  it('is the same from both sides and between 0 and 1, whatever is known', () => {
    const word = fc.string({ unit: 'binary', maxLength: 12 });
    const date = fc.date({
      min: new Date('1930-01-01'),
      max: new Date('2025-12-31'),
      noInvalidDate: true,
    });
    const person = fc.record(
      {
        names: fc.array(
          fc.record({ given: word, patronymic: word, family: word }, { requiredKeys: [] }),
          { maxLength: 3 },
        ),
        sex: fc.constantFrom('female' as const, 'male' as const, 'unknown' as const),
        birth: date.map((at) => born(at.toISOString().slice(0, 10))),
        papers: fc.array(word, { maxLength: 2 }),
        household: word,
        address: word,
      },
      { requiredKeys: ['names'] },
    );
    fc.assert(
      fc.property(person, person, (one, other) => {
        const [left, right] = [comparable(one), comparable(other)];
        const verdict = compareForDuplicate(left, right);
        expect(verdict.score).toBeGreaterThanOrEqual(0);
        expect(verdict.score).toBeLessThanOrEqual(1);
        expect(compareForDuplicate(right, left).score).toBeCloseTo(verdict.score, 9);
        expect(blockingKeys(left).length).toBeLessThanOrEqual(40);
      }),
      { numRuns: 1000 },
    );
  });
});

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
      const people = rows.map(manyScriptsPerson);
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

function manyScriptsPerson(row: Row): ComparablePerson {
  const { first_name, middle_name, last_name, gender } = row;
  return comparable({
    names: [{ given: first_name, patronymic: middle_name, family: last_name }],
    sex: gender === 'female' || gender === 'male' ? gender : 'unknown',
    birth: born(row.date_of_birth ?? ''),
    citizenship: [row.nationality ?? ''],
  });
}
