import type pg from 'pg';
import { type Reach, reachOf } from '#domain/access/reach.ts';
import { rewrites } from '#domain/case/as-it-stands.ts';
import type { Fact } from '#domain/case/fact.ts';
import { applyFact, EMPTY, stateOf } from '#domain/case/file.ts';
import { type ProgrammeModel, parseModel } from '#domain/case/model.ts';
import { rowOf } from '#domain/case/row.ts';
import type { CaseState } from '#domain/case/state.ts';
import { type Task, tasksOf } from '#domain/case/task.ts';
import { packetRows } from '../referral/packet-projection.ts';
import { approvalRows } from './approval-projection.ts';
import { assistanceRows } from './assistance-projection.ts';
import { authorityRequestRows } from './authority-request-projection.ts';
import { bodyHash, canonical, linkHash } from './chain.ts';
import { commissionRows } from './commission-projection.ts';
import { concernRows } from './concern-projection.ts';
import { emergencyOpeningRows } from './emergency-opening-projection.ts';
import { groupMemberRows } from './group-projection.ts';
import { mentorRows } from './mentor-projection.ts';
import { milestoneRows } from './milestone-projection.ts';
import { transferRows } from './transfer-projection.ts';
import { withholdingRows } from './withholding-projection.ts';

/** Something that is not as the facts say: which case, which fact where one can be named, and what. */
export interface Fault {
  readonly case_id: string;
  readonly fact_id?: string;
  readonly what:
    | 'body_changed'
    | 'link_broken'
    | 'position_gap'
    | 'head_differs'
    | 'state_differs'
    | 'row_differs'
    | 'tasks_differ'
    | 'milestones_differ'
    | 'approvals_differ'
    | 'packets_differ'
    | 'concerns_differ'
    | 'requests_differ'
    | 'emergencies_differ'
    | 'withheld_differs'
    | 'matters_differ'
    | 'assistance_differs'
    | 'transfers_differ'
    | 'meetings_differ'
    | 'groups_differ'
    | 'erased_remains'
    | 'reach_differs';
}

export interface Verified {
  readonly cases: number;
  readonly facts: number;
  readonly faults: readonly Fault[];
}

interface FactRow {
  id: string;
  case_id: string;
  position: number;
  kind: string;
  version: number;
  compartment: Fact['compartment'];
  actor_kind: Fact['actor']['kind'];
  actor_id: string;
  role: Fact['role'];
  device_id: string | null;
  said_at: Date;
  recorded_at: Date;
  body_hash: Buffer;
  previous_hash: Buffer;
  hash: Buffer;
  body: string | null;
  salt: Buffer | null;
}

interface Projected extends Record<'meetings' | 'groups', Record<string, unknown>[]> {
  case_id: string;
  position: number;
  hash: Buffer;
  state: CaseState;
  state_at: number;
  row: Record<string, unknown> | null;
  tasks: Record<string, unknown>[];
  milestones: Record<string, unknown>[];
  approvals: Record<string, unknown>[];
  packets: Record<string, unknown>[];
  concerns: Record<string, unknown>[];
  requests: Record<string, unknown>[];
  emergencies: Record<string, unknown>[];
  withheld: Record<string, unknown>[];
  matters: Record<string, unknown>[];
  assistance: Record<string, unknown>[];
  transfers: Record<string, unknown>[];
  reach: Record<string, unknown>[];
}

const AT_ONCE = 500;

/**
 * Reads every fact of every case as the owner, checks each hash, folds the facts and compares what
 * comes out with head, list row, tasks, milestones, approvals and reach. Names every difference;
 * changes nothing.
 */
export async function verifyCases(owner: pg.ClientBase): Promise<Verified> {
  const faults: Fault[] = [];
  let cases = 0;
  let facts = 0;
  const models = await modelsById(owner);
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const heads = await projected(owner, after);
    const last = heads.at(-1);
    if (last === undefined) return { cases, facts, faults };
    const byCase = Map.groupBy(await factRows(owner, after, last.case_id), (row) => row.case_id);
    for (const head of heads) {
      const rows = byCase.get(head.case_id) ?? [];
      faults.push(...verifyCase(head, rows, models));
      cases += 1;
      facts += rows.length;
    }
    after = last.case_id;
  }
}

function verifyCase(
  head: Projected,
  rows: readonly FactRow[],
  models: ReadonlyMap<string, ProgrammeModel>,
): Fault[] {
  const faults: Fault[] = [];
  const fault = (what: Fault['what'], fact_id?: string) =>
    faults.push({ case_id: head.case_id, what, ...(fact_id === undefined ? {} : { fact_id }) });
  let previous: Buffer = Buffer.alloc(0);
  rows.forEach((row, index) => {
    if (row.position !== index + 1) fault('position_gap', row.id);
    // An erased body leaves its hash: the chain is whole without it.
    if (row.body !== null && row.salt !== null) {
      if (!bodyHash(row.salt, row.body).equals(row.body_hash)) fault('body_changed', row.id);
    }
    const { position, device_id } = row;
    const expected = linkHash({ fact: headOf(row), position, device_id }, row.body_hash, previous);
    if (!row.previous_hash.equals(previous) || !expected.equals(row.hash)) {
      fault('link_broken', row.id);
    }
    previous = row.hash;
  });
  if (head.position !== rows.length || !head.hash.equals(previous)) fault('head_differs');
  let state: CaseState;
  try {
    const said = rows.map(factOf);
    const later = said.slice(head.state_at);
    state = stateOf(said.slice(0, head.state_at));
    // A head written before a noun was added has no slice of it yet.
    if (canonical(state) !== canonical({ ...EMPTY, ...head.state })) fault('state_differs');
    // The stored state is brought up to date fact by fact: none of them may change an earlier one.
    if (later.some(rewrites)) fault('state_differs');
    state = later.reduce(applyFact, state);
  } catch {
    // Facts that are no JSON or no longer fold were changed; which one, the hashes have said.
    fault('state_differs');
    return faults;
  }
  if (state.opening.case_id === null) {
    // Erased whole: nothing may be left that leads to it.
    if (head.row !== null || head.tasks.length + head.reach.length > 0) fault('erased_remains');
    return faults;
  }
  if (canonical(rowOf(state)) !== canonical(head.row)) fault('row_differs');
  const model = models.get(state.opening.model_id ?? '');
  if (model === undefined || inOrder(tasksOf(state, model)) !== inOrder(head.tasks)) {
    fault('tasks_differ');
  }
  if (inOrder(milestoneRows(state)) !== inOrder(head.milestones)) fault('milestones_differ');
  if (inOrder(approvalRows(state)) !== inOrder(head.approvals)) fault('approvals_differ');
  // What a packet holds was true on the day it was sent: it is a copy and is not rebuilt.
  if (inOrder(packetRows(state)) !== inOrder(head.packets)) fault('packets_differ');
  if (inOrder(concernRows(state)) !== inOrder(head.concerns)) fault('concerns_differ');
  if (inOrder(authorityRequestRows(state)) !== inOrder(head.requests)) fault('requests_differ');
  const opened = emergencyOpeningRows(state);
  if (inOrder(opened) !== inOrder(head.emergencies)) fault('emergencies_differ');
  if (inOrder(withholdingRows(state)) !== inOrder(head.withheld)) fault('withheld_differs');
  if (inOrder(commissionRows(state)) !== inOrder(head.matters)) fault('matters_differ');
  if (inOrder(assistanceRows(state)) !== inOrder(head.assistance)) fault('assistance_differs');
  if (inOrder(transferRows(state)) !== inOrder(head.transfers)) fault('transfers_differ');
  if (inOrder(mentorRows(state)) !== inOrder(head.meetings)) fault('meetings_differ');
  if (inOrder(groupMemberRows(state)) !== inOrder(head.groups)) fault('groups_differ');
  const reach = reachOf(state).map((one) => readUpTo(one, rows));
  if (inOrder(reach) !== inOrder(head.reach)) fault('reach_differs');
  return faults;
}

/** Reading only ends with the command that took the file over, and has its copy of the person of then. */
function readUpTo(reach: Reach, rows: readonly FactRow[]): Reach | object {
  if (reach.reads_to === undefined) return reach;
  const over = rows.find(
    (row) => row.kind === 'transfer_accepted' && row.recorded_at.toISOString() === reach.reads_to,
  );
  const last = rows.findLast((row) => over !== undefined && sameCommand(row.id, over.id));
  return { ...reach, reads_up_to: last?.position ?? 0, kept: true };
}

/** The ids of a command's facts differ in their last 16 bits alone (decision 6). */
const sameCommand = (one: string, other: string) => one.slice(0, -4) === other.slice(0, -4);

function inOrder(rows: readonly (Task | Reach | object)[]): string {
  return [...new Set(rows.map((row) => canonical(row)))].sort().join('\n');
}

function factOf(row: FactRow): Fact {
  return { ...headOf(row), body: row.body === null ? null : JSON.parse(row.body) };
}

/** A fact without its body, which may have been changed to something that is no JSON. */
function headOf(row: FactRow): Omit<Fact, 'body'> {
  return {
    id: row.id,
    case_id: row.case_id,
    kind: row.kind,
    version: row.version,
    compartment: row.compartment,
    actor: { kind: row.actor_kind, id: row.actor_id },
    role: row.role,
    said_at: row.said_at.toISOString(),
    recorded_at: row.recorded_at.toISOString(),
  };
}

const MOMENT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const moment = (column: string) => `to_char(${column} at time zone 'UTC', ${MOMENT})`;

async function projected(owner: pg.ClientBase, after: string): Promise<Projected[]> {
  const { rows } = await owner.query<Projected>(
    `select h.case_id, h.position, h.hash, h.state, coalesce(h.state_at, h.position) as state_at,
       (select to_jsonb(c) - 'xid' || jsonb_build_object('stage_since', ${moment('c.stage_since')},
          'opened_at', ${moment('c.opened_at')}, 'closed_at', ${moment('c.closed_at')})
        from case_file c where c.id = h.case_id) as row,
       (select coalesce(jsonb_agg(jsonb_build_object('kind', t.kind, 'ref', t.ref,
          'account_id', t.account_id, 'due_at', ${moment('t.due_at')}, 'details', t.details)
          || case t.compartment when 'general' then '{}'::jsonb
            else jsonb_build_object('compartment', t.compartment) end), '[]')
        from task t where t.case_id = h.case_id) as tasks,
       (select coalesce(jsonb_agg(to_jsonb(m) - 'xid'
          || jsonb_build_object('recorded_at', ${moment('m.recorded_at')})), '[]')
        from milestone m where m.case_id = h.case_id) as milestones,
       (select coalesce(jsonb_agg(to_jsonb(a) - 'xid'
          || jsonb_build_object('proposed_at', ${moment('a.proposed_at')},
            'decided_at', ${moment('a.decided_at')})), '[]')
        from approval a where a.case_id = h.case_id) as approvals,
       (select coalesce(jsonb_agg(to_jsonb(p) - 'organisation_receives' - 'content'
          || jsonb_build_object('sent_at', ${moment('p.sent_at')},
            'answered_at', ${moment('p.answered_at')},
            'vanishes_at', ${moment('p.vanishes_at')})), '[]')
        from referral_packet p where p.case_id = h.case_id) as packets,
       (select coalesce(jsonb_agg(to_jsonb(n)
          || jsonb_build_object('raised_at', ${moment('n.raised_at')},
            'due_at', ${moment('n.due_at')}, 'closed_at', ${moment('n.closed_at')})), '[]')
        from concern n where n.case_id = h.case_id) as concerns,
       (select coalesce(jsonb_agg(to_jsonb(q)
          || jsonb_build_object('recorded_at', ${moment('q.recorded_at')})), '[]')
        from authority_request q where q.case_id = h.case_id) as requests,
       (select coalesce(jsonb_agg(to_jsonb(e)
          || jsonb_build_object('opened_at', ${moment('e.opened_at')}, 'until', ${moment('e.until')},
            'reviewed_at', ${moment('e.reviewed_at')})), '[]')
        from emergency_opening e where e.case_id = h.case_id) as emergencies,
       (select coalesce(jsonb_agg(to_jsonb(w)
          || jsonb_build_object('withheld_at', ${moment('w.withheld_at')},
            'ended_at', ${moment('w.ended_at')})), '[]')
        from withholding w where w.case_id = h.case_id) as withheld,
       (select coalesce(jsonb_agg(to_jsonb(m)), '[]')
        from commission_matter m where m.case_id = h.case_id) as matters,
       (select coalesce(jsonb_agg(to_jsonb(a)
          || jsonb_build_object('recorded_at', ${moment('a.recorded_at')})), '[]')
        from assistance a where a.case_id = h.case_id) as assistance,
       (select coalesce(jsonb_agg(to_jsonb(t)
          || jsonb_build_object('proposed_at', ${moment('t.proposed_at')},
            'over_at', ${moment('t.over_at')})), '[]')
        from transfer_request t where t.case_id = h.case_id) as transfers,
       (select coalesce(jsonb_agg(to_jsonb(a)), '[]') from mentoring m
        join mentor_activity a on a.mentoring_id = m.id where m.case_id = h.case_id) as meetings,
       (select coalesce(jsonb_agg(to_jsonb(a)), '[]') from group_member a
        join group_membership m using (id) where m.case_id = h.case_id) as groups,
       (select coalesce(jsonb_agg(jsonb_build_object('key', r.key, 'compartment', r.compartment,
          'until', ${moment('r.until')}) || case when r.reads_to is null then '{}'::jsonb
          else jsonb_build_object('reads_to', ${moment('r.reads_to')}, 'reads_up_to', r.reads_up_to,
            'kept', exists (select from person_as_given g where g.case_id = r.case_id
              and g.reads_to = r.reads_to)) end), '[]')
        from case_reach r where r.case_id = h.case_id) as reach
     from case_head h where h.case_id > $1 order by h.case_id limit ${AT_ONCE}`,
    [after],
  );
  return rows;
}

async function modelsById(owner: pg.ClientBase): Promise<ReadonlyMap<string, ProgrammeModel>> {
  const { rows } = await owner.query<{ id: string; document: unknown }>(
    'select id, document from programme_model',
  );
  return new Map(
    rows.flatMap(({ id, document }) => {
      const parsed = parseModel(document);
      return 'model' in parsed ? [[id, parsed.model] as const] : [];
    }),
  );
}

async function factRows(owner: pg.ClientBase, after: string, last: string): Promise<FactRow[]> {
  const { rows } = await owner.query<FactRow>(
    `select f.*, b.body, b.salt from fact f left join fact_body b on b.fact_id = f.id
     where f.case_id > $1 and f.case_id <= $2 order by f.case_id, f.position`,
    [after, last],
  );
  return rows;
}
