import { mapOf, type OpinionMap } from '#domain/exchange/opinion/opinion-map.ts';
import type { Phase } from '#domain/exchange/opinion/poll.ts';
import type { Ballot, Tally } from '#domain/exchange/opinion/vote.ts';
import type { Region } from '#domain/exchange/region.ts';
import type { Problem } from '#domain/problem.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { placed } from './groups.ts';
import { holdPoll, noted } from './keeping.ts';
import { seeded } from './seeded.ts';

type Client = Pick<Taking['client'], 'query'>;

/** Closes a round and freezes what is told of it. After that nothing is counted anew, whoever asks. */
export async function countRound(
  deps: Pick<ExchangeDeps, 'clock' | 'newId'>,
  client: Client,
  participant: string | null,
  poll: string,
  phase: Phase,
): Promise<Problem | null> {
  await holdPoll(client, poll);
  const now = deps.clock();
  const closed = await client.query(
    `update exchange.opinion_round set closed_at = $3
     where poll_id = $1 and phase = $2 and closed_at is null`,
    [poll, phase, now],
  );
  if (closed.rowCount === 0) return { code: 'opinion_round_closed' };
  const map = await counted(client, poll, phase);
  const frozen = await client.query(
    'update exchange.opinion_round set map = $3 where poll_id = $1 and phase = $2',
    [poll, phase, JSON.stringify(map)],
  );
  if (frozen.rowCount !== 1) throw new Error('a round was closed without its map');
  await client.query(
    'update exchange.opinion_poll set told_at = coalesce(told_at, $2) where id = $1',
    [poll, now],
  );
  await noted(deps, client, participant, 'opinion_round_closed', poll);
  return null;
}

async function counted(client: Client, poll: string, phase: Phase): Promise<OpinionMap> {
  const listed = await client.query<{ id: string }>(
    `select id from exchange.opinion_statement where poll_id = $1 and state = 'let_in' order by standing`,
    [poll],
  );
  const statements = listed.rows.map(({ id }) => id);
  const ballots = await client.query<{ answers: Ballot }>(
    'select answers from exchange.opinion_ballots($1, $2)',
    [poll, phase],
  );
  const regions = await client.query<
    Tally & { region: Region; voters: number; statement_id: string }
  >('select * from exchange.opinion_regions($1, $2)', [poll, phase]);
  const rows = ballots.rows.map(({ answers }) => answers);
  const { points, groups } = placed(rows, seeded(`${poll} ${phase}`));
  return mapOf({
    ...{ statements, ballots: rows, points, groups },
    regions: [...new Map(regions.rows.map((row) => [row.region, row.voters]))].map(
      ([region, voters]) => ({
        ...{ region, voters },
        tallies: statements.map(
          (statement) =>
            regions.rows.find((row) => row.region === region && row.statement_id === statement) ?? {
              ...{ agree: 0, disagree: 0, pass: 0 },
            },
        ),
      }),
    ),
  });
}
