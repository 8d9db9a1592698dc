import { z } from 'zod';
import { id } from '#domain/id.ts';
import type { Acting, Statement } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead, readRow } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';
import { modelText, stageWords } from './model.ts';

/** No list names more people than this on a page, whoever asks. */
export const PAGE = 50;

const page = z.object({ after: id.optional() });
/** A file is read by a version of the programme model; a reader that has it says so, and it stays away. */
const reader = z.object({ known: id.optional() });

/** Files over the line: what a device carries, for roles and compartments that no device carries. */
export function addFileRoutes(app: ServerApp, deps: Deps): void {
  app.get('/api/cases', { schema: { querystring: page } }, async (request, reply) => {
    const read = async (acting: Acting) => {
      const cases = acting.first as readonly ListedCase[];
      const told = { action: 'listed' as const, details: { rows: cases.length } };
      acting.last(readRow(acting, told, deps.clock()));
      const models = await stageWords(acting, [...new Set(cases.map((one) => one.model_id))]);
      const next = cases.length === PAGE ? (cases.at(-1)?.id ?? null) : null;
      // What the database made into JSON is not taken apart and made again.
      const listed = cases.map((one) => one.listed).join();
      return `{"cases":[${listed}],${JSON.stringify({ next, models }).slice(1)}`;
    };
    const text = await deps.database.as(request.actor, read, caseList(request.query.after ?? null));
    return reply.type('application/json; charset=utf-8').send(text);
  });

  const opening = { params: z.object({ id }), querystring: reader };
  app.get('/api/cases/:id', { schema: opening }, async (request, reply) => {
    const read = async (acting: Acting) => {
      const file = await openFile(acting, request.params.id);
      if (file === null) {
        const denied = {
          action: 'denied' as const,
          case_id: request.params.id,
          details: { said: 'open' },
        };
        await logRead(acting, denied, deps.clock());
        return null;
      }
      const { id: case_id, person_id, model_id, told, facts } = file;
      acting.last(readRow(acting, { action: 'opened', case_id, person_id }, deps.clock()));
      const model = model_id === request.query.known ? 'null' : await modelText(acting, model_id);
      return joined([`${told.slice(0, -1)},"facts":[${facts.join()}],"model":`, model, '}']);
    };
    const found = await deps.database.as(request.actor, read, fileRow(request.params.id));
    if (found === null) return sendProblem(reply, { code: 'gone' });
    return reply.type('application/json; charset=utf-8').send(found);
  });
}

/** One reply of pieces that are JSON already: what the database made is not taken apart and made again. */
function joined(pieces: readonly (Buffer | string)[]): Buffer {
  return Buffer.concat(pieces.map((one) => (typeof one === 'string' ? Buffer.from(one) : one)));
}

interface ListedCase {
  readonly id: string;
  readonly model_id: string;
  /** The row as JSON text. */
  readonly listed: string;
}

/**
 * The cases that the actor reaches, by id, at most a page: the page is cut from each key's own index
 * before a row of a file or a person is looked at. Only of files that were given away is asked what they
 * were: a page cannot miss a key of a file, because each key brings a page of its own.
 */
function caseList(after: string | null): Statement {
  return {
    name: 'case_list',
    text: `with page as materialized (
        select r.case_id, bool_and(r.reads_to is not null) as given
        from unnest(homeward_keys()) as k,
          lateral (select c.case_id, c.reads_to from case_reach c
            where c.key = k and c.compartment = 'general'
              and c.case_id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000')
            order by c.case_id limit ${PAGE}) r
        group by r.case_id order by r.case_id limit ${PAGE})
      select c.id, c.model_id,
        case when page.given then (to_jsonb(listed) || as_given_away(c.id))::text
          else row_to_json(listed)::text end as listed
      from page join case_file c on c.id = page.case_id join person_as_read p on p.id = c.person_id,
        lateral (select c.id, c.number, c.person_id, c.model_id, c.place_id, c.stage, c.stage_since,
          c.worker_id, c.open_needs, c.urgent_needs, c.last_met_on, c.next_on, c.conflicts,
          c.opened_at, c.closed_at, p.name, p.sex, p.birth_date, p.birth_precision) listed
      order by c.id`,
    values: [after],
  };
}

interface File {
  readonly id: string;
  readonly person_id: string;
  readonly model_id: string;
  /** List row, person and households as JSON text. */
  readonly told: string;
}

/** List row, person and households of one file. */
function fileRow(caseId: string): Statement {
  return {
    name: 'file',
    text: `select c.id, c.person_id, c.model_id, jsonb_build_object('row', to_jsonb(c) - 'xid' || as_given_away(c.id),
      'person', to_jsonb(p) - 'xid' - 'created_by' || jsonb_build_object(
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
        where m.person_id = p.id and m.until_day is null)) || family_as_given(p.id),
      'households', (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'family_number', h.family_number,
          'members', household_members(h.id), 'family_plan', family_plan(h.id))), '[]')
        from households_as_read(p.id) m join household_as_read h on h.id = m.id
        where m.lives))::text as told
    from case_file c join person_as_read p on p.id = c.person_id where c.id = $1`,
    values: [caseId],
  };
}

/** The file with every fact that the actor reaches; null where there is none for this actor. */
async function openFile(acting: Acting, caseId: string) {
  const [found] = acting.first as readonly File[];
  if (found === undefined) return null;
  const { rows } = await acting.client.query<FactRow>({
    name: 'facts_of_case',
    text: `select f.id, f.case_id, f.kind, f.version, f.compartment, f.actor_kind, f.actor_id, f.role,
        f.said_at, f.recorded_at, b.body
      from fact f left join fact_body b on b.fact_id = f.id
      where f.case_id = $1 order by f.position`,
    values: [caseId],
  });
  return { ...found, facts: rows.map(factJson) };
}

interface FactRow {
  actor_kind: string;
  actor_id: string;
  said_at: Date;
  recorded_at: Date;
  /** Canonical JSON text. */
  body: string | null;
}

/** A fact as JSON text, with its place among the facts that this reader sees. */
function factJson({ actor_kind, actor_id, body, ...fact }: FactRow, order: number): string {
  const head = JSON.stringify({ ...fact, actor: { kind: actor_kind, id: actor_id }, order });
  return `${head.slice(0, -1)},"body":${body ?? 'null'}}`;
}
