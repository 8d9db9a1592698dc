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
import { courseWishRows } from './course-wish-projection.ts';
import { emergencyOpeningRows } from './emergency-opening-projection.ts';
import { groupMemberRows } from './group-projection.ts';
import { mentorRows } from './mentor-projection.ts';
import { milestoneRows } from './milestone-projection.ts';
import { transferRows } from './transfer-projection.ts';
import { type FactRow, factRows, type Projected, projected } from './verify-rows.ts';
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
    | 'course_wishes_differ'
    | 'erased_remains'
    | 'reach_differs';
}

export interface Verified {
  readonly cases: number;
  readonly facts: number;
  readonly faults: readonly Fault[];
}

/**
 * Reads every fact of every case as the owner, checks each hash, folds the facts and compares what
 * comes out with head, list row, tasks, milestones, approvals and reach. Names every difference;
 * changes nothing. Of `only` these cases where they are named.
 */
export async function verifyCases(
  owner: pg.ClientBase,
  only?: readonly string[],
): Promise<Verified> {
  const faults: Fault[] = [];
  let cases = 0;
  let facts = 0;
  const models = await modelsById(owner);
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const heads = await projected(owner, after, only);
    const last = heads.at(-1);
    if (last === undefined) return { cases, facts, faults };
    const ids = heads.map(({ case_id }) => case_id);
    const byCase = Map.groupBy(await factRows(owner, ids), (row) => row.case_id);
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
  if (inOrder(courseWishRows(state)) !== inOrder(head.course_wishes)) {
    fault('course_wishes_differ');
  }
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
