import { expect, it } from 'vitest';
import type { Ballot, Vote } from '#domain/exchange/opinion/vote.ts';
import { placed } from './groups.ts';
import { seeded } from './seeded.ts';
import { silhouette } from './silhouette.ts';

const SAYS: readonly Vote[] = ['agree', 'disagree', 'pass'];

/** People of two minds on six of eight statements, one in five votes missing or out of line. */
function twoMinds(people: number): Ballot[] {
  const random = seeded('two minds');
  return Array.from({ length: people }, (_, person) =>
    Array.from({ length: 8 }, (_, statement): Vote | null => {
      if (random() < 0.1 && statement > 0) return null;
      if (statement > 5 || random() < 0.1) return SAYS[Math.floor(random() * 3)] ?? null;
      return person % 2 === statement % 2 ? 'agree' : 'disagree';
    }),
  );
}

it('finds people who vote alike, whatever the order of the ballots', () => {
  const ballots = twoMinds(40).map((ballot, at) => (at === 39 ? ballot.map(() => null) : ballot));
  const { groups, points } = placed(ballots, seeded('poll'));
  const [one, other] = [groups[0], groups[1]];
  expect(new Set([one, other])).toEqual(new Set([0, 1]));
  const alike = groups.filter((group, at) => group === (at % 2 === 0 ? one : other)).length;
  expect(alike).toBeGreaterThan(30);
  // Who gave no vote stands nowhere; the others do not move with the order.
  expect([points[39], groups[39]]).toEqual([null, null]);
  const turned = placed([...ballots].reverse(), seeded('poll'));
  expect([...turned.groups].reverse()).toEqual(groups);
  expect([...turned.points].reverse()).toEqual(points);
});

// Seen to fail with the votes not dealt out anew: nine of these ten polls had groups.
it('finds no groups where nobody has a mind', () => {
  const found = Array.from({ length: 10 }, (_, poll) => {
    const random = seeded(`no mind ${poll}`);
    const ballots = Array.from({ length: 24 }, () =>
      Array.from({ length: 8 }, () => SAYS[Math.floor(random() * 3)] ?? null),
    );
    return placed(ballots, seeded(`poll ${poll}`)).apart > 0;
  });
  expect(found.filter(Boolean).length).toBeLessThan(2);
});

it('says nothing of polls with hardly any votes, or where everybody says the same', () => {
  const nothing = { apart: 0 };
  expect(placed([], seeded('poll'))).toEqual({ points: [], groups: [], ...nothing });
  const same = Array.from({ length: 9 }, (): Ballot => ['agree', 'pass']);
  expect(placed(same, seeded('poll'))).toMatchObject(nothing);
  const one = [['agree'], ['disagree'], ['agree'], ['disagree'], ['pass'], ['agree'], ['disagree']];
  expect(() => placed(one as Ballot[], seeded('poll'))).not.toThrow();
});

it('a silhouette is 1 where groups are points, and low where they lie in each other', () => {
  const far = [
    [0, 0],
    [0, 0],
    [9, 9],
    [9, 9],
  ] as const;
  expect(silhouette(far, [0, 0, 1, 1])).toBe(1);
  expect(silhouette(far, [0, 1, 0, 1])).toBeLessThan(0);
});
