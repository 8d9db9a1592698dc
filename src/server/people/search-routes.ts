import { sql } from 'kysely';
import { may } from '#domain/access/rights.ts';
import { blockingKeys } from '#domain/people/duplicate/blocking.ts';
import { compareForDuplicate } from '#domain/people/duplicate.ts';
import {
  MOST_HITS,
  queryOf,
  type Resembling,
  resemblingAnswer,
  resemblingQuery,
  type SearchHit,
  searchAnswer,
  searchQuery,
} from '#domain/people/search.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';
import { keyedOf } from './duplicate.ts';
import { comparableOf } from './keys.ts';
import type { PersonColumns } from './person-row.ts';

/** Search for people: only within reach, at most 50, written down without what was typed. */
export function addSearchRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/search',
    { schema: { querystring: searchQuery, response: { 200: searchAnswer } } },
    async (request, reply) => {
      const people = await deps.database.as(request.actor, async (acting) =>
        mayRead(acting) ? search(acting, request.query.text, deps.newId(), deps.clock()) : null,
      );
      return people === null ? sendProblem(reply, { code: 'not_allowed' }) : { people };
    },
  );

  // Before somebody is registered by a role whose files no device carries.
  app.post(
    '/api/people/resembling',
    { schema: { body: resemblingQuery, response: { 200: resemblingAnswer } } },
    async (request, reply) => {
      const people = await deps.database.as(request.actor, async (acting) => {
        if (!mayRead(acting)) return null;
        const found = await resembling(acting, request.body);
        const details = { rows: found.length, before_registering: 1 };
        await logRead(acting, { action: 'searched', details }, deps.clock());
        return found;
      });
      return people === null ? sendProblem(reply, { code: 'not_allowed' }) : { people };
    },
  );
}

function mayRead(acting: Acting): boolean {
  return acting.role !== null && may(acting.role, 'read', 'general');
}

/** The hits of the one audited search function, with what a list shows; row-level security again. */
async function search(
  acting: Acting,
  typed: string,
  logId: string,
  now: Date,
): Promise<SearchHit[]> {
  const { folded, words, initials, number } = queryOf(typed);
  const { rows: hits } = await acting.client.query<{ person_id: string; case_id: string | null }>({
    name: 'search_people',
    text: 'select person_id, case_id from search_people($1, $2, $3, $4, $5, $6, $7)',
    values: [logId, now, folded, JSON.stringify(words), initials, number, MOST_HITS],
  });
  return shown(acting, hits);
}

async function shown(
  acting: Acting,
  hits: readonly { person_id: string; case_id: string | null }[],
): Promise<SearchHit[]> {
  const { rows } = await acting.client.query<SearchHit>({
    name: 'search_shown',
    text: `select p.id as person_id, c.id as case_id, c.number, p.kind, p.name, p.called, p.sex,
        p.birth_date, p.birth_precision, p.birth_estimated,
        coalesce((was.told ->> 'place_id')::uuid, c.place_id) as place_id,
        coalesce(was.told ->> 'stage', c.stage) as stage
      from unnest($1::uuid[], $2::uuid[]) with ordinality as hit(person_id, case_id, at)
      join person_as_read p on p.id = hit.person_id left join case_file c on c.id = hit.case_id,
        lateral (select as_given_away(hit.case_id) as told) was
      order by hit.at`,
    values: [hits.map((hit) => hit.person_id), hits.map((hit) => hit.case_id)],
  });
  return rows;
}

/** People within reach who may be the one described, the likeliest first, with the reasons. */
async function resembling(acting: Acting, described: Resembling) {
  const own = comparableOf(described);
  const keys = blockingKeys(own);
  const { rows } = await sql<PersonColumns & { case_id: string | null }>`
    select p.id, p.name, p.former_names, p.sex, p.birth_date, p.birth_precision, p.birth_estimated,
      p.citizenships, p.papers, (select c.id from case_file c where c.person_id = p.id limit 1) as case_id
    from person p where p.id <> ${described.id} and p.id in (
      select b.person_id from person_block b where b.key = any (${keys}))
    limit 500`.execute(acting.tx);
  const likely = rows
    .map((row) => ({ row, verdict: compareForDuplicate(own, comparableOf(keyedOf(row))) }))
    .sort((one, other) => other.verdict.score - one.verdict.score)
    .slice(0, 10);
  const hits = await shown(
    acting,
    likely.map(({ row }) => ({ person_id: row.id, case_id: row.case_id })),
  );
  return likely.flatMap(({ row, verdict: { level, reasons } }) => {
    const hit = hits.find((one) => one.person_id === row.id);
    return hit === undefined || level === 'none' ? [] : [{ ...hit, level, reasons: [...reasons] }];
  });
}
