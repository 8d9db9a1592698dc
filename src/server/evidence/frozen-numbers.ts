import { startOfDay } from '#domain/case/calendar.ts';
import type { ProgrammeModel } from '#domain/case/model.ts';
import {
  type Counted,
  type FrozenTable,
  type Month,
  monthAfter,
  monthsOver,
  ruleOf,
  SUBJECTS,
  safeTables,
} from '#domain/evidence/frozen-number.ts';
import type { Problem } from '#domain/problem.ts';
import { dayAt } from '#domain/zone.ts';
import type { Acting } from '../database.ts';
import { newestModel } from '../programme/newest-model.ts';
import { freezeAccess } from './frozen-access.ts';
import { freezeAssistance } from './frozen-assistance.ts';
import { freezeUnanswered } from './frozen-unanswered.ts';

/** Every frozen table, the latest month first. */
export async function frozenTables(acting: Acting): Promise<FrozenTable[]> {
  const rows = await acting.tx
    .selectFrom('frozen_number')
    .select(['month', 'subject', 'rows', 'total', 'method', 'made_at'])
    .orderBy('month', 'desc')
    .orderBy('subject', 'desc')
    .execute();
  return rows.map(
    (row) => ({ ...row, made_at: new Date(row.made_at).toISOString() }) as unknown as FrozenTable,
  );
}

/**
 * Freezes the tables of a month that is over; a second time changes nothing. Counts live inside this
 * transaction only: what is stored has passed disclosure control.
 */
export async function freezeMonth(
  acting: Acting,
  first: Month,
  now: Date,
): Promise<'frozen' | 'already' | Problem> {
  const model = await newestModel(acting);
  if (model === null) return { code: 'model_unknown' };
  const after = monthAfter(first);
  if (after > dayAt(now.toISOString(), model.time_zone)) {
    return { code: 'invalid_input', fields: [{ path: 'body.month', code: 'month_not_over' }] };
  }
  const since = await firstMonth(acting, model);
  if (since === null || first < since) {
    return { code: 'invalid_input', fields: [{ path: 'body.month', code: 'nothing_to_count' }] };
  }
  // Months that were frozen before this was counted get it now.
  await freezeAssistance(acting, model, first, now);
  await freezeUnanswered(acting, model, first, now);
  await freezeAccess(acting, model, first, now);
  const known = await acting.tx
    .selectFrom('frozen_number')
    .select('subject')
    .where('month', '=', first)
    .execute();
  if (known.length === SUBJECTS.length) return 'already';
  const until = [startOfDay(after, model.time_zone)];
  const { rows: people } = await acting.client.query<Counted>(
    'select * from count_people($1)',
    until,
  );
  const { rows: groups } = await acting.client.query<Counted>(
    `select 'group_kind' as subject, g.* from count_groups($1) g`,
    until,
  );
  const { rows: children } = await acting.client.query<Counted>(
    `select 'school' as subject, s.* from count_schooling($1) s`,
    until,
  );
  const tables = safeTables([...people, ...groups, ...children], model);
  for (const subject of SUBJECTS) {
    const { cells, total } = tables[subject];
    await acting.tx
      .insertInto('frozen_number')
      .values({
        ...{ month: first, subject, rows: JSON.stringify(cells), total },
        ...{ method: JSON.stringify(ruleOf(model)), made_at: now },
      })
      // Two servers on the first of a month: the first one counts.
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return 'frozen';
}

/** Freezes every month that is over and was not frozen yet, from the first file on; returns which. */
export async function freezeWhatIsOver(acting: Acting, now: Date): Promise<Month[]> {
  const model = await newestModel(acting);
  const since = model === null ? null : await firstMonth(acting, model);
  if (model === null || since === null) return [];
  const frozen: Month[] = [];
  for (const first of monthsOver(since, dayAt(now.toISOString(), model.time_zone))) {
    if ((await freezeMonth(acting, first, now)) === 'frozen') frozen.push(first);
  }
  return frozen;
}

/** The month of the first file, or null where there is none yet. */
async function firstMonth(acting: Acting, model: ProgrammeModel): Promise<Month | null> {
  const { rows } = await acting.client.query<{ since: Date | null }>(
    'select counting_since() as since',
  );
  const since = rows[0]?.since ?? null;
  if (since === null) return null;
  return `${dayAt(new Date(since).toISOString(), model.time_zone).slice(0, 7)}-01`;
}
