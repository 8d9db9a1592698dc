import { startOfDay } from '#domain/case/calendar.ts';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { type AccessCount, type AccessMonth, safeAccess } from '#domain/evidence/access-numbers.ts';
import { type Month, monthAfter, ruleOf } from '#domain/evidence/frozen-number.ts';
import type { Acting } from '../database.ts';

/** Every frozen month, the latest first. */
export async function frozenAccess(acting: Acting): Promise<AccessMonth[]> {
  const rows = await acting.tx
    .selectFrom('frozen_access')
    .select(['month', 'rows', 'method', 'made_at'])
    .orderBy('month', 'desc')
    .execute();
  return rows.map(
    (row) => ({ ...row, made_at: new Date(row.made_at).toISOString() }) as unknown as AccessMonth,
  );
}

/**
 * Freezes waits and barriers of the twelve months up to the end of this one; a second time changes nothing.
 * A programme is small: of one month alone hardly any cell would have people enough to be shown.
 */
export async function freezeAccess(
  acting: Acting,
  model: ProgrammeModel,
  month: Month,
  now: Date,
): Promise<void> {
  const known = await acting.tx
    .selectFrom('frozen_access')
    .select('month')
    .where('month', '=', month)
    .executeTakeFirst();
  if (known !== undefined) return;
  const until = monthAfter(month);
  const since = `${Number(until.slice(0, 4)) - 1}${until.slice(4)}`;
  const { rows: counts } = await acting.client.query<AccessCount>(
    'select * from count_access($1, $2, $3)',
    [startOfDay(since, model.time_zone), startOfDay(until, model.time_zone), model.time_zone],
  );
  const rule = ruleOf(model);
  const codes = model.referral.barriers.map(({ code }) => code);
  await acting.tx
    .insertInto('frozen_access')
    .values({
      ...{ month, rows: JSON.stringify(safeAccess(counts, codes, rule)) },
      ...{ method: JSON.stringify(rule), made_at: now },
    })
    // Two servers on the first of a month: the first one counts.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
