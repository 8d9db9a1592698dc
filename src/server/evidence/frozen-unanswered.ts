import type { ProgrammeModel } from '#domain/case/model.ts';
import { overlapping } from '#domain/evidence/disclosure-control.ts';
import { type Month, monthAfter, ruleOf } from '#domain/evidence/frozen-number.ts';
import type { Acting } from '../database.ts';

const DAY = 86_400_000;

interface Waiting {
  readonly agency: string;
  readonly people: number;
  readonly households: number;
}

/** The last day of a month. */
function lastDay(month: Month): string {
  return new Date(Date.parse(monthAfter(month)) - DAY).toISOString().slice(0, 10);
}

/**
 * Freezes how many people waited for each agency when a month ended; a second time changes nothing: looked at every
 * day, a number that moves by one would tell of the one. An agency without a number has too few people, or none.
 */
export async function freezeUnanswered(
  acting: Acting,
  model: ProgrammeModel,
  month: Month,
  now: Date,
): Promise<void> {
  const known = await acting.tx
    .selectFrom('frozen_unanswered')
    .select('month')
    .where('month', '=', month)
    .executeTakeFirst();
  if (known !== undefined || model.commissions === undefined) return;
  const { agencies, silence_days } = model.commissions;
  const { rows } = await acting.client.query<Waiting>('select * from count_unanswered($1, $2)', [
    lastDay(month),
    silence_days,
  ]);
  const none = { people: 0, households: 0 };
  const counts = agencies.map(({ code }) => ({
    ...{ ...none, ...rows.find((row) => row.agency === code), code },
  }));
  const rule = ruleOf(model);
  // One person may wait for several. No total is kept, so that the rest of a cell is not one.
  const everybody = { code: 'all', people: Infinity, households: Infinity };
  const { cells } = overlapping(counts, everybody, rule);
  await acting.tx
    .insertInto('frozen_unanswered')
    .values({
      ...{ month, rows: JSON.stringify(cells), method: JSON.stringify(rule), made_at: now },
    })
    // Two servers on the first of a month: the first one counts.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The last month that was frozen; null where none was yet. */
export async function lastUnanswered(acting: Acting) {
  const row = await acting.tx
    .selectFrom('frozen_unanswered')
    .select(['month', 'rows', 'method'])
    .orderBy('month', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { smallest_cell } = row.method as ReturnType<typeof ruleOf>;
  const agencies = row.rows as { code: string; people: number | null }[];
  return { on: lastDay(row.month), agencies, smallest_cell };
}
