import { kmeans } from 'ml-kmeans';
import { PCA } from 'ml-pca';
import { answered, type Ballot } from '#domain/exchange/opinion/vote.ts';
import { silhouette } from './silhouette.ts';

/** Who gave fewer votes than this stands nowhere yet (all of them, where there are fewer statements). */
const ENOUGH_VOTES = 7;
const MOST_GROUPS = 5;
/** K-means finds the nearest dip, not the deepest: it begins so often, and the closest groups win. */
const BEGINNINGS = 10;
/** Mean silhouette below which no groups are shown; chance does not reach it where many vote. */
const DISTINCT = 0.4;
/** Few people seem to fall into groups by chance alone: 20 who vote at random reach .44, 300 only .35. */
const FEW = 150;
/** The groups of a few must stand better apart than in each of so many polls with the votes dealt out anew. */
const DEALT_ANEW = 19;

export type Point = readonly [number, number];

/** Where each ballot stands, in the order handed in. */
export interface Placed {
  /** Null: too few votes to be placed. */
  readonly points: readonly (Point | null)[];
  /** Number of the group, the largest is 0; null where not placed or where the poll has no groups. */
  readonly groups: readonly (number | null)[];
  /** How well apart the groups stand, 0 to 1 (mean silhouette); 0 without groups. */
  readonly apart: number;
}

/**
 * Groups of people who vote alike, as Polis finds them: a missing vote counts as the mean of its statement, two
 * principal components, what was voted projected and stretched by the share of statements voted on (else who
 * voted little would always stand in the middle), k-means with 2 to 5 groups, the number by silhouette.
 * Depends on the ballots and the chance handed in only: neither on their order nor on the hour.
 */
export function placed(ballots: readonly Ballot[], random: () => number): Placed {
  const nowhere: Placed = {
    points: ballots.map(() => null),
    groups: ballots.map(() => null),
    apart: 0,
  };
  const statements = ballots[0]?.length ?? 0;
  const counted = ballots
    .map((ballot, at) => ({ at, ballot, key: ballot.join() }))
    .filter(({ ballot }) => answered(ballot) >= Math.max(1, Math.min(ENOUGH_VOTES, statements)))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  if (counted.length < 3) return nowhere;
  const rows = counted.map(({ ballot }) => ballot);
  const points = projected(rows);
  if (points === null) return nowhere;
  const found = clustered(points, random);
  const { groups, apart } = byChance(rows, found.apart, random) ? none(points) : found;
  const place = <T>(all: readonly T[]): (T | null)[] => {
    const placedAt = ballots.map<T | null>(() => null);
    counted.forEach(({ at }, row) => {
      placedAt[at] = all[row] ?? null;
    });
    return placedAt;
  };
  return { points: place(points), groups: place(groups), apart };
}

const WEIGHT = { agree: 1, disagree: -1, pass: 0 } as const;

/** On the two directions in which these people differ most; null where nobody differs. */
function projected(ballots: readonly Ballot[]): Point[] | null {
  const said = ballots.map((ballot) => ballot.map((one) => (one === null ? null : WEIGHT[one])));
  const statements = said[0]?.length ?? 0;
  const means = Array.from({ length: statements }, (_, at) => {
    const there = said.flatMap((row) => row[at] ?? []);
    return there.reduce<number>((sum, one) => sum + one, 0) / Math.max(1, there.length);
  });
  const off = (row: readonly (number | null)[]) =>
    row.map((one, at) => (one === null ? 0 : one - (means[at] ?? 0)));
  const centred = said.map(off);
  if (centred.every((row) => row.every((one) => one === 0))) return null;
  const pca = new PCA(centred, { method: 'covarianceMatrix', center: false });
  const directions = [0, 1].map((nth) => {
    const direction = pca.getEigenvectors().getColumn(Math.min(nth, statements - 1));
    if (nth >= statements) return direction.map(() => 0);
    // An eigenvector may as well point the other way; here it points to its own largest part.
    const largest = direction.reduce((far, one) => (Math.abs(one) > Math.abs(far) ? one : far), 0);
    return largest < 0 ? direction.map((one) => -one) : direction;
  });
  return ballots.map((ballot, row) => {
    const stretch = Math.sqrt(statements / answered(ballot));
    const [x = 0, y = 0] = directions.map(
      (direction) =>
        stretch * direction.reduce((sum, one, at) => sum + one * (centred[row]?.[at] ?? 0), 0),
    );
    return [x, y];
  });
}

/** Whether groups as far apart come about where nobody has an opinion: each statement's votes in other hands. */
function byChance(ballots: readonly Ballot[], apart: number, random: () => number): boolean {
  if (apart === 0 || ballots.length > FEW) return false;
  for (let time = 0; time < DEALT_ANEW; time += 1) {
    const points = projected(dealtAnew(ballots, random));
    if (points !== null && clustered(points, random).apart >= apart) return true;
  }
  return false;
}

/** The same people voting on the same statements, but with each other's votes. */
function dealtAnew(ballots: readonly Ballot[], random: () => number): Ballot[] {
  const dealt = ballots.map((ballot) => [...ballot]);
  for (const at of ballots[0]?.keys() ?? []) {
    const hands = dealt.filter((ballot) => ballot[at] !== null);
    for (let left = hands.length - 1; left > 0; left -= 1) {
      const [one, other] = [hands[left], hands[Math.floor(random() * (left + 1))]];
      if (one && other) [one[at], other[at]] = [other[at] ?? null, one[at] ?? null];
    }
  }
  return dealt;
}

interface Clustered {
  readonly groups: readonly (number | null)[];
  readonly apart: number;
}

const none = (points: readonly Point[]): Clustered => ({
  groups: points.map(() => null),
  apart: 0,
});

/** The number of groups that stand best apart; none where even those run into each other. */
function clustered(points: readonly Point[], random: () => number): Clustered {
  const different = new Set(points.map((point) => point.join())).size;
  const most = Math.min(MOST_GROUPS, 2 + Math.floor(points.length / 12), different);
  let best = none(points);
  for (let count = 2; count <= most; count += 1) {
    const groups = closest(points, count, random);
    const apart = silhouette(points, groups);
    if (apart > best.apart && apart >= DISTINCT) best = { groups, apart };
  }
  return best;
}

function closest(points: readonly Point[], count: number, random: () => number): number[] {
  const data = points.map(([x, y]) => [x, y]);
  let [best, least] = [points.map(() => 0), Number.POSITIVE_INFINITY];
  for (let beginning = 0; beginning < BEGINNINGS; beginning += 1) {
    const seed = 1 + Math.floor(random() * 2 ** 31);
    const found = kmeans(data, count, { seed, initialization: 'kmeans++' });
    const spread = found
      .computeInformation(data)
      .reduce((sum, { error, size }) => sum + (size === 0 ? 0 : error * size), 0);
    if (spread < least - 1e-9) [best, least] = [found.clusters, spread];
  }
  return bySize(best, count);
}

/** Numbered from the largest to the smallest; of two equal ones the first met comes first. */
function bySize(groups: readonly number[], count: number): number[] {
  const order = Array.from({ length: count }, (_, group) => group)
    .map((group) => ({
      group,
      size: groups.filter((one) => one === group).length,
      first: groups.indexOf(group),
    }))
    .sort((a, b) => b.size - a.size || a.first - b.first)
    .map(({ group }) => group);
  return groups.map((group) => order.indexOf(group));
}
