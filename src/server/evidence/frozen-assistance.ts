import { startOfDay } from '#domain/case/calendar.ts';
import type { ProgrammeModel } from '#domain/case/model.ts';
import {
  type AssistanceCount,
  type AssistanceMonth,
  safeAssistance,
} from '#domain/evidence/assistance-numbers.ts';
import { type Month, monthAfter, ruleOf } from '#domain/evidence/frozen-number.ts';
import type { Acting } from '../database.ts';

/** Every frozen month, the latest first. */
export async function frozenAssistance(acting: Acting): Promise<AssistanceMonth[]> {
  const rows = await acting.tx
    .selectFrom('frozen_assistance')
    .select(['month', 'rows', 'method', 'made_at'])
    .orderBy('month', 'desc')
    .execute();
  return rows.map(
    (row) =>
      ({ ...row, made_at: new Date(row.made_at).toISOString() }) as unknown as AssistanceMonth,
  );
}

/**
 * Freezes what was written down in a month that is over; a second time changes nothing. By the day on
 * which it was written down, not on which it was given: so that what comes late is in one month too,
 * and no month is counted twice.
 */
export async function freezeAssistance(
  acting: Acting,
  model: ProgrammeModel,
  month: Month,
  now: Date,
): Promise<void> {
  const known = await acting.tx
    .selectFrom('frozen_assistance')
    .select('month')
    .where('month', '=', month)
    .executeTakeFirst();
  if (known !== undefined) return;
  const { rows: counts } = await acting.client.query<AssistanceCount>(
    'select * from count_assistance($1, $2)',
    [startOfDay(month, model.time_zone), startOfDay(monthAfter(month), model.time_zone)],
  );
  const rule = ruleOf(model);
  await acting.tx
    .insertInto('frozen_assistance')
    .values({
      ...{ month, rows: JSON.stringify(safeAssistance(counts, rule)) },
      ...{ method: JSON.stringify(rule), made_at: now },
    })
    // Two servers on the first of a month: the first one counts.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
