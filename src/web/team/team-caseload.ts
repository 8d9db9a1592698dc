import { waiting } from '#domain/case/approval.ts';
import { openRequests } from '#domain/case/assistance-request.ts';
import type { CaseFile } from '../case/case-file.ts';
import { fileTasks } from '../case/use-tasks.ts';

/** What one worker carries, as a supervisor looks at it. Days are `2026-11-24`. */
export interface WorkerLoad {
  readonly id: string;
  readonly files: readonly CaseFile[];
  readonly urgent: number;
  readonly overdue: number;
  readonly conflicts: number;
  /** People whom nobody has met yet, and the day of the one met longest ago. */
  readonly never_met: number;
  readonly unmet_since: string | null;
}

/** Open files by worker; `unassigned` are those that nobody has, or only somebody who has `left`. */
export function loads(
  files: Iterable<CaseFile>,
  workers: readonly string[],
  left: (id: string) => boolean = () => false,
): { readonly workers: readonly WorkerLoad[]; readonly unassigned: readonly CaseFile[] } {
  const open = [...files].filter(({ row }) => row.closed_at === null);
  const by = Map.groupBy(open, ({ row: { worker_id } }) =>
    worker_id !== null && left(worker_id) ? null : worker_id,
  );
  const ids = new Set([...workers, ...[...by.keys()].filter((id) => id !== null)]);
  return {
    workers: [...ids].map((id) => loadOf(id, by.get(id) ?? [])),
    unassigned: (by.get(null) ?? []).toSorted(urgentFirst),
  };
}

function loadOf(id: string, files: readonly CaseFile[]): WorkerLoad {
  const met = files.flatMap(({ row }) => row.last_met_on ?? []);
  return {
    ...{ id, files },
    urgent: files.filter(({ row }) => row.urgent_needs > 0).length,
    overdue: files.reduce((sum, file) => sum + lateTasks(file).length, 0),
    conflicts: files.reduce((sum, { row }) => sum + row.conflicts, 0),
    never_met: files.length - met.length,
    unmet_since: met.toSorted()[0] ?? null,
  };
}

/** The team in four figures. */
export function figuresOf(files: Iterable<CaseFile>) {
  const all = [...files];
  const open = all.filter(({ row }) => row.closed_at === null);
  return {
    open: open.length,
    urgent: open.filter(({ row }) => row.urgent_needs > 0).length,
    overdue: open.flatMap(lateTasks).length,
    waits: proposals(all).length + assistanceAsked(all).length,
  };
}

/** What is late on a file, the latest first. A decision of the supervisor has a screen of its own. */
export function lateTasks(file: CaseFile) {
  const { today } = file.situation;
  return fileTasks(file).filter(
    ({ task, due }) =>
      due < today &&
      task.kind !== 'approval' &&
      task.kind !== 'assistance_approval' &&
      task.details.duty !== 'approval',
  );
}

/** Who would get which file, if whoever carries least got the next one; urgent files weigh double. */
export function shared(
  files: readonly { readonly row: Pick<CaseFile['row'], 'id' | 'urgent_needs'> }[],
  workers: readonly (readonly [id: string, files: number])[],
): Record<string, string> {
  const carried = new Map(workers);
  const urgent = (one: (typeof files)[number]) => Number(one.row.urgent_needs > 0);
  const next: Record<string, string> = {};
  for (const file of files.toSorted((a, b) => urgent(b) - urgent(a))) {
    const [least] = [...carried].toSorted(([, a], [, b]) => a - b);
    if (least === undefined) return next;
    next[file.row.id] = least[0];
    carried.set(least[0], least[1] + 1 + urgent(file));
  }
  return next;
}

/** Every proposal of the team that waits for a decision, the oldest first. */
export function proposals(files: Iterable<CaseFile>) {
  return [...files]
    .flatMap((file) => waiting(file.state.approval).map((approval) => ({ file, approval })))
    .toSorted((a, b) => a.approval.proposed_at.localeCompare(b.approval.proposed_at));
}

/** Assistance over a limit that waits for a decision, the oldest first. */
export function assistanceAsked(files: Iterable<CaseFile>) {
  return [...files]
    .flatMap((file) => openRequests(file.state).map((request) => ({ file, request })))
    .toSorted((a, b) => a.request.asked_at.localeCompare(b.request.asked_at));
}

/** Urgent files first, then the ones that were opened first. */
function urgentFirst(a: CaseFile, b: CaseFile): number {
  const urgent = Number(b.row.urgent_needs > 0) - Number(a.row.urgent_needs > 0);
  return urgent || a.row.opened_at.localeCompare(b.row.opened_at);
}
