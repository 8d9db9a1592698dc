import { sql } from 'kysely';
import { z } from 'zod';
import { id } from '#domain/id.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';

/** No list names more people than this on a page, whoever asks. */
export const PAGE = 50;

const page = z.object({ after: id.optional() });

/** Files over the line: what a device carries, for roles and compartments that no device carries. */
export function addFileRoutes(app: ServerApp, deps: Deps): void {
  app.get('/api/cases', { schema: { querystring: page } }, async (request) =>
    deps.database.as(request.actor, async (acting) => {
      const rows = await caseList(acting, request.query.after ?? null);
      await logRead(acting, { action: 'listed', details: { rows: rows.length } }, deps.clock());
      const models = await modelsOf(acting, rows);
      return { cases: rows, models, next: rows.length === PAGE ? rows.at(-1)?.id : null };
    }),
  );

  app.get('/api/cases/:id', { schema: { params: z.object({ id }) } }, async (request, reply) => {
    const found = await deps.database.as(request.actor, async (acting) => {
      const file = await openFile(acting, request.params.id);
      if (file === null) return null;
      const { id: case_id, person_id } = file.row;
      await logRead(acting, { action: 'opened', case_id, person_id }, deps.clock());
      return file;
    });
    return found === null ? sendProblem(reply, { code: 'gone' }) : found;
  });
}

interface ListedCase {
  id: string;
  person_id: string;
  model_id: string;
  [column: string]: unknown;
}

/** The cases that the actor reaches, by id, at most a page. The filter repeats the policy for speed. */
async function caseList(acting: Acting, after: string | null): Promise<ListedCase[]> {
  const { rows } = await sql<ListedCase>`
    select to_jsonb(c) - 'xid' - 'place_path' || jsonb_build_object('name', p.name, 'sex', p.sex,
      'birth_date', p.birth_date, 'birth_precision', p.birth_precision) as listed
    from case_file c join person p on p.id = c.person_id
    where c.id in (select r.case_id from case_reach r
        where r.key = any (homeward_keys()) and r.compartment = 'general')
      and (${after}::uuid is null or c.id > ${after}::uuid)
    order by c.id limit ${PAGE}`.execute(acting.tx);
  return rows.map((row) => row.listed as ListedCase);
}

/** The programme models of listed cases: a list names stages in words. */
async function modelsOf(acting: Acting, cases: readonly ListedCase[]) {
  const ids = [...new Set(cases.map((listed) => listed.model_id))];
  if (ids.length === 0) return [];
  return acting.tx
    .selectFrom('programme_model')
    .select(['id', 'document'])
    .where('id', 'in', ids)
    .execute();
}

/** One file with every fact that the actor reaches; null where there is none for this actor. */
async function openFile(acting: Acting, caseId: string) {
  const { rows } = await sql<{
    row: ListedCase;
    person: unknown;
    model: unknown;
    households: unknown;
  }>`
    select to_jsonb(c) - 'xid' as row, to_jsonb(p) - 'xid' - 'created_by' || jsonb_build_object(
      'summary', device_person_summary(p.id),
      'contacts', (select s.contacts from safe_contact s where s.person_id = p.id),
      'kinship', (select coalesce(jsonb_agg(to_jsonb(k) - 'xid'), '[]') from kinship k
        where k.person_id = p.id),
      'guardianship', (select coalesce(jsonb_agg(to_jsonb(g) - 'xid'), '[]') from guardianship g
        where g.child_id = p.id),
      'conflicts', (select coalesce(jsonb_agg(to_jsonb(f) - 'xid'), '[]') from field_conflict f
        where f.person_id = p.id and f.settled_at is null),
      'returns', (select coalesce(jsonb_agg(to_jsonb(h) - 'xid' - 'arrival_list_id'
          || jsonb_build_object('operation', (select o.label from homecoming_operation o
            where o.homecoming_id = h.id))), '[]')
        from homecoming h where h.person_id = p.id),
      'household_ids', (select coalesce(jsonb_agg(m.household_id), '[]') from household_member m
        where m.person_id = p.id and m.until_day is null)) as person,
      jsonb_build_object('id', o.id, 'document', o.document) as model,
      (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'family_number', h.family_number,
          'members', household_members(h.id))), '[]')
        from household_member m join household h on h.id = m.household_id
        where m.person_id = p.id and m.until_day is null) as households
    from case_file c join person p on p.id = c.person_id
    join programme_model o on o.id = c.model_id where c.id = ${caseId}`.execute(acting.tx);
  const found = rows[0];
  if (found === undefined) return null;
  const { rows: facts } = await acting.client.query<{ fact: unknown }>({
    name: 'facts_of_case',
    text: `select jsonb_build_object('id', f.id, 'case_id', f.case_id, 'kind', f.kind,
        'version', f.version, 'compartment', f.compartment,
        'actor', jsonb_build_object('kind', f.actor_kind, 'id', f.actor_id), 'role', f.role,
        'said_at', to_char(f.said_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'recorded_at', to_char(f.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'body', b.body::jsonb, 'order', row_number() over (order by f.position) - 1) as fact
      from fact f left join fact_body b on b.fact_id = f.id
      where f.case_id = $1 order by f.position`,
    values: [caseId],
  });
  return { ...found, facts: facts.map((row) => row.fact) };
}
