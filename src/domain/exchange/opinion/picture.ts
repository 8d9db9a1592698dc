import type { OpinionMap } from './opinion-map.ts';

/** The letter a group goes by: A is the largest. */
export function letterOf(group: number): string {
  return 'ABCDE'[group] ?? '?';
}

export const WIDTH = 320;
export const HEIGHT = 220;
const EDGE = 46;

/**
 * Groups as discs: who thinks alike stands near, and the disc grows with the group. Single people are not drawn; a
 * dot that stands alone could be known.
 */
export function discs(groups: OpinionMap['groups']): { x: number; y: number; r: number }[] {
  const most = Math.max(...groups.map(({ size }) => size ?? 0), 1);
  return groups.map(({ x, y, size }) => ({
    x: Math.round(EDGE + ((x + 1) / 2) * (WIDTH - 2 * EDGE)),
    y: Math.round(EDGE + ((1 - y) / 2) * (HEIGHT - 2 * EDGE)),
    r: Math.round(14 + 26 * Math.sqrt((size ?? 5) / most)),
  }));
}

/** Statements in the order in which they are told: what unites first, then what divides, then the others. */
export function inTellingOrder(statements: OpinionMap['statements']): OpinionMap['statements'] {
  const rank = ({ unites, divides }: OpinionMap['statements'][number]) =>
    unites !== null ? 0 : divides ? 1 : 2;
  return statements.toSorted((a, b) => rank(a) - rank(b));
}
