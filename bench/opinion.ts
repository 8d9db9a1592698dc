import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Ballot, Vote } from '#domain/exchange/opinion/vote.ts';
import { placed } from '#server/exchange/opinion/groups.ts';
import { seeded } from '#server/exchange/opinion/seeded.ts';
import { print } from './print.ts';

const FOLDER = new URL('../../shared/data/conference/polis/', import.meta.url);
const CONVERSATIONS = ['canadian-electoral-reform', 'vtaiwan.uberx', 'scoop-hivemind.ubi'];

/** Our groups against the published ones of open Polis conversations (CC BY 4.0, compdemocracy.org/polis). */
export async function opinion(): Promise<void> {
  if (!existsSync(FOLDER)) {
    print('opinion', 'skipped: the folder ../shared/data is not here');
    return;
  }
  for (const name of CONVERSATIONS) {
    for (const refused of ['as passed', 'left out'] as const) compare(name, refused);
  }
}

/**
 * Participants whom Polis placed. In its mathematics a statement that a moderator refused stays as one that
 * everybody passed (`as passed`); with us it has no votes at all (`left out`), so both are printed.
 */
function compare(name: string, refused: 'as passed' | 'left out'): void {
  const { ballots, published } = conversation(name, refused);
  const began = performance.now();
  const { groups, apart } = placed(ballots, seeded(name));
  const ms = performance.now() - began;
  const both = published.flatMap((theirs, at) => {
    const ours = groups[at];
    return ours == null ? [] : [{ theirs, ours }];
  });
  const [theirs, ours] = [both.map((one) => one.theirs), both.map((one) => one.ours)];
  const aim = new Set(published).size === 2 ? 'aim .8' : 'no aim';
  print(
    `opinion, ${name}`,
    `${adjustedRand(theirs, ours).toFixed(3)} adjusted Rand (${aim}), refused statements ${refused}, ` +
      `${new Set(published).size} groups of theirs, ${new Set(ours).size} of ours, apart ${apart.toFixed(2)}, ` +
      `${both.length} of ${published.length} people placed, ${ms.toFixed(0)} ms`,
  );
}

const SAID: Readonly<Record<string, Vote>> = { '1': 'agree', '-1': 'disagree', '0': 'pass' };

function conversation(name: string, refused: 'as passed' | 'left out') {
  const read = (file: string): Record<string, string>[] =>
    parse(readFileSync(new URL(`${name}/${file}`, FOLDER)), { columns: true, bom: true });
  const notIn = new Set(
    read('comments.csv')
      .filter((comment) => comment.moderated === '-1')
      .map((comment) => comment['comment-id']),
  );
  const rows = read('participants-votes.csv').filter((row) => row['group-id'] !== '');
  const statements = Object.keys(rows[0] ?? {})
    .filter((key) => /^\d+$/.test(key))
    .filter((id) => refused === 'as passed' || !notIn.has(id));
  const said = (row: Record<string, string>, id: string): Vote | null =>
    notIn.has(id) ? 'pass' : (SAID[row[id] ?? ''] ?? null);
  return {
    ballots: rows.map((row): Ballot => statements.map((id) => said(row, id))),
    published: rows.map((row) => row['group-id'] ?? ''),
  };
}

/** Hubert and Arabie 1985: 1 = the same groups, 0 = as alike as chance would have it. */
function adjustedRand(one: readonly unknown[], other: readonly unknown[]): number {
  const pairs = (count: number) => (count * (count - 1)) / 2;
  const pairsIn = (keys: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts.values()].reduce((sum, count) => sum + pairs(count), 0);
  };
  const together = pairsIn(one.map((group, at) => `${group} ${other[at]}`));
  const [ones, others] = [pairsIn(one.map(String)), pairsIn(other.map(String))];
  const chance = (ones * others) / Math.max(1, pairs(one.length));
  const most = (ones + others) / 2;
  return most === chance ? 1 : (together - chance) / (most - chance);
}
