import { z } from 'zod';
import { id } from '#domain/id.ts';
import type { Acting, Statement } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead, readRow } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';
import { modelTexts } from './model.ts';

/** No list names more people than this on a page, whoever asks. */
export const PAGE = 50;

const page = z.object({ after: id.optional() });

/** Files over the line: what a device carries, for roles and compartments that no device carries. */
export function addFileRoutes(app: ServerApp, deps: Deps): void {
  app.get('/api/cases', { schema: { querystring: page } }, async (request, reply) => {
    const read = async (acting: Acting) => {
      const cases = (acting.first as { listed: ListedCase }[]).map((row) => row.listed);
      const told = { action: 'listed', details: { rows: cases.length } };
      acting.last(readRow(acting, told, deps.clock()));
      // A list names stages in words.
      const ids = [...new Set(cases.map((listed) => listed.model_id))];
      const models = await modelTexts(acting, ids);
      const next = cases.length === PAGE ? cases.at(-1)?.id : null;
      const listed = models.flatMap((model, index) => (index === 0 ? [model] : [',', model]));
      return withJson({ cases, next }, 'models', ['[', ...listed, ']']);
    };
    const text = await deps.database.as(request.actor, read, caseList(request.query.after ?? null));
    return reply.type('application/json; charset=utf-8').send(text);
  });

  app.get('/api/cases/:id', { schema: { params: z.object({ id }) } }, async (request, reply) => {
    const read = async (acting: Acting) => {
      const file = await openFile(acting, request.params.id);
      if (file === null) {
        const denied = { action: 'denied', case_id: request.params.id, details: { said: 'open' } };
        await logRead(acting, denied, deps.clock());
        return null;
      }
      const { id: case_id, person_id } = file.row;
      acting.last(readRow(acting, { action: 'opened', case_id, person_id }, deps.clock()));
      const [model = 'null'] = await modelTexts(acting, [file.row.model_id]);
      return withJson(file, 'model', [model]);
    };
    const found = await deps.database.as(request.actor, read, fileRow(request.params.id));
    if (found === null) return sendProblem(reply, { code: 'gone' });
    return reply.type('application/json; charset=utf-8').send(found);
  });
}

/** The JSON of an object with one more field that is JSON already: models are not copied as text. */
function withJson(rest: object, field: string, json: readonly (Buffer | string)[]): Buffer {
  const parts = [`${JSON.stringify(rest).slice(0, -1)},"${field}":`, ...json, '}'];
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}

interface ListedCase {
  id: string;
  person_id: string;
  model_id: string;
  [column: string]: unknown;
}

/**
 * The cases that the actor reaches, by id, at most a page: the page is cut from each key's own index
 * before a row of a file or a person is looked at.
 */
function caseList(after: string | null): Statement {
  return {
    name: 'case_list',
    text: `with page as materialized (
        select distinct r.case_id from unnest(homeward_keys()) as k,
          lateral (select c.case_id from case_reach c
            where c.key = k and c.compartment = 'general'
              and c.case_id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000')
            order by c.case_id limit ${PAGE}) r
        order by r.case_id limit ${PAGE})
      select to_jsonb(c) - 'xid' - 'place_path' || jsonb_build_object('name', p.name,
        'sex', p.sex, 'birth_date', p.birth_date, 'birth_precision', p.birth_precision) as listed
      from page join case_file c on c.id = page.case_id join person p on p.id = c.person_id
      order by c.id`,
    values: [after],
  };
}

interface File {
  row: ListedCase;
  person: unknown;
  households: unknown;
}

/** List row, person and households of one file. */
function fileRow(caseId: string): Statement {
  return {
    name: 'file',
    text: `select to_jsonb(c) - 'xid' as row, to_jsonb(p) - 'xid' - 'created_by' || jsonb_build_object(
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
      (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'family_number', h.family_number,
          'members', household_members(h.id))), '[]')
        from household_member m join household h on h.id = m.household_id
        where m.person_id = p.id and m.until_day is null) as households
    from case_file c join person p on p.id = c.person_id where c.id = $1`,
    values: [caseId],
  };
}

/** The file with every fact that the actor reaches; null where there is none for this actor. */
async function openFile(acting: Acting, caseId: string) {
  const [found] = acting.first as readonly File[];
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
