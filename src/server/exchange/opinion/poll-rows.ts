import type pg from 'pg';
import type { z } from 'zod';
import type { PollFull, pollFull, pollLine } from '#domain/exchange/opinion/poll.ts';
import { EXCHANGE_ROLES } from '#domain/exchange/role.ts';
import { personCheck } from '#domain/person-check.ts';
import type { Taking } from '../exchange-database.ts';
import { textsOf } from '../news/news-publishing.ts';

const PAGE = 50;

const LINE = `p.id, p.edition_id, p.session_id, p.title, s.title as session, r.phase as open,
  coalesce((select array_agg(c.phase order by c.opened_at) from exchange.opinion_round c
    where c.poll_id = p.id and c.map is not null), '{}') as told
  from exchange.opinion_poll p left join exchange.session s on s.id = p.session_id
    left join exchange.opinion_round r on r.poll_id = p.id and r.closed_at is null`;

/** Polls that the reader may see, those with an open round first, then the latest. */
export async function pollLines(
  client: pg.PoolClient,
  edition: string | null,
): Promise<z.infer<typeof pollLine>[]> {
  const { rows } = await client.query<z.infer<typeof pollLine>>(
    `select ${LINE} where $1::uuid is null or p.edition_id = $1
     order by r.phase is null, p.created_at desc, p.id limit ${PAGE}`,
    [edition],
  );
  return rows;
}

/** One poll with the reader's own votes in it; null where there is none for this reader. */
export async function onePoll(taking: Taking, id: string): Promise<PollFull | null> {
  const { client } = taking;
  const found = await client.query<Pick<PollFull, 'edition_id' | 'open'> & PollFull>(
    `select ${LINE} where p.id = $1`,
    [id],
  );
  const [poll] = found.rows;
  if (poll === undefined) return null;
  const statements = await client.query<PollFull['statements'][number]>(
    `select s.id, s.wording, s.state, own.id is not null as own, v.answer as vote
     from exchange.opinion_statement s
       left join exchange.own_statements($1) own on own.id = s.id
       left join exchange.opinion_vote v on v.statement_id = s.id and v.phase = $2
     where s.poll_id = $1 order by s.standing limit 500`,
    [id, poll.open],
  );
  const rounds = await client.query<
    z.infer<typeof pollFull>['rounds'][number] & { closed: Date | null }
  >(
    `select phase, closed_at as closed, map from exchange.opinion_round where poll_id = $1 order by opened_at`,
    [id],
  );
  const takesPart = taking.holds(poll.edition_id, ...EXCHANGE_ROLES);
  const moderates = taking.holds(poll.edition_id, 'organiser', 'moderator');
  return {
    ...poll,
    voters: poll.open === null || !takesPart ? null : await votersOf(client, id, poll.open),
    statements: statements.rows.map((one) => ({
      ...one,
      found: moderates && one.state !== 'let_in' ? personCheck(textsOf('said', one.wording)) : [],
    })),
    rounds: rounds.rows.map(({ closed, ...round }) => ({
      ...round,
      closed_at: closed?.toISOString() ?? null,
    })),
    abilities: [
      ...(takesPart && poll.open !== null ? (['vote'] as const) : []),
      ...(takesPart ? (['propose'] as const) : []),
      ...(moderates ? (['moderate'] as const) : []),
    ],
  };
}

async function votersOf(client: pg.PoolClient, id: string, phase: string): Promise<number> {
  const { rows } = await client.query<{ voters: number }>(
    'select exchange.opinion_voters($1, $2) as voters',
    [id, phase],
  );
  return rows[0]?.voters ?? 0;
}
