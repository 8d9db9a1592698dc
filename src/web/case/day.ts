import { dayAt } from '#domain/zone.ts';
import type { CaseFile } from './case-file.ts';
import { type FileTask, fileTasks } from './use-tasks.ts';

const OF_SUPERVISOR = ['approval', 'assistance_approval'];
const SERVICES = ['referral_question', 'referral_offer', 'referral_answered'];

/** Without a file no programme says its time zone: then it is this device's day. */
function localToday(): string {
  return dayAt(new Date().toISOString(), Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** What one worker's files ask for: late, today, in the next seven days, and what comes before all that. */
export function dayOf(files: readonly CaseFile[], account: string) {
  const today = files[0]?.situation.today ?? localToday();
  const week = new Date(`${today}T00:00:00Z`);
  week.setUTCDate(week.getUTCDate() + 7);
  const until = week.toISOString().slice(0, 10);
  const mine = files.filter(({ row }) => row.worker_id === account || row.worker_id === null);
  const tasks = mine
    .flatMap(fileTasks)
    // What waits for the supervisor is on the supervisor's list.
    .filter(({ task }) => !OF_SUPERVISOR.includes(task.kind) && task.details.duty !== 'approval')
    .sort((a, b) => a.task.due_at.localeCompare(b.task.due_at));
  const ofServices = ({ task }: FileTask) => SERVICES.includes(task.kind);
  const others = tasks.filter((one) => !ofServices(one));
  // The last day of an appeal is before one's eyes from the day of the no, however far it is.
  const appeal = ({ task, due }: FileTask) => task.kind === 'document_appeal' && due > today;
  return {
    ...{ today, until },
    mine: mine.filter(({ row }) => row.closed_at === null),
    answered: tasks.filter(ofServices),
    appeals: others.filter(appeal),
    late: others.filter((one) => one.due < today),
    now: others.filter((one) => one.due === today),
    soon: others.filter((one) => !appeal(one) && one.due > today && one.due <= until),
    // Somebody handed over this week is not to be found only when the first step is late.
    unmet: mine.filter(({ row }) => row.closed_at === null && row.last_met_on === null),
    conflicts: mine.filter(({ row }) => row.conflicts > 0),
    urgent: mine.filter(({ row }) => row.urgent_needs > 0 && row.closed_at === null),
    all: tasks.filter((one) => one.due <= until || appeal(one)).length,
  };
}
