import type { ProgrammeModel } from '../case/model.ts';
import type { AssistanceMonth } from '../evidence/assistance-numbers.ts';
import type { FrozenTable, Month } from '../evidence/frozen-number.ts';
import type { Labels } from '../text.ts';
import type { Day } from '../time.ts';
import { dayAt } from '../zone.ts';
import {
  known,
  type PrintContent,
  type PrintGroup,
  type PrintRow,
  type PrintValue,
} from './sheet.ts';

/** What was frozen of a month, and who still waited for an agency when it ended. */
export interface FrozenMonth {
  readonly month: Month;
  readonly stage: FrozenTable | undefined;
  readonly need_domain: FrozenTable | undefined;
  /** Only of the last month: it is counted as of its end. */
  readonly delays: {
    readonly on: Day;
    readonly agencies: readonly { readonly code: string; readonly people: number | null }[];
  } | null;
  readonly assistance: AssistanceMonth | undefined;
  /** The names of those who paid, by id. */
  readonly payers: ReadonlyMap<string, Labels>;
}

const day = (on: Day): PrintValue => ({ as: 'day', day: on });
const HIDDEN: PrintValue = { as: 'word', word: 'not_shown' };
const count = (people: number | null): PrintValue =>
  people === null ? HIDDEN : { as: 'number', number: people };

/**
 * The month on one page, from what was frozen alone: no cell is counted anew, so that none can show here
 * that is hidden on the screens, nor differ between two prints.
 */
export function monthlyPaper(model: ProgrammeModel, month: FrozenMonth): PrintContent {
  const { stage, need_domain, delays, assistance } = month;
  const silence = model.commissions?.silence_days;
  return {
    fields: known({
      month: { as: 'partial', date: month.month, precision: 'month' },
      counted_on: stage === undefined ? undefined : day(dayAt(stage.made_at, model.time_zone)),
      smallest_cell:
        stage === undefined ? undefined : { as: 'number', number: stage.method.smallest_cell },
      waiting_since: silence === undefined ? undefined : { as: 'number', number: silence },
    }),
    tables: {
      stages: rowsOf(stage, 'stage', model.stages),
      needs: rowsOf(need_domain, 'area', model.need_domains),
      ...(delays === null
        ? {}
        : {
            delays: [
              {
                rows: delays.agencies.map(({ code, people }) => ({
                  agency: named(model.commissions?.agencies ?? [], code),
                  people: count(people),
                })),
              },
            ],
          }),
      assistance: [{ rows: (assistance?.rows ?? []).map((row) => payerRow(row, month.payers)) }],
    },
  };
}

type Coded = readonly { readonly code: string; readonly labels: Labels }[];

function rowsOf(
  table: FrozenTable | undefined,
  column: 'stage' | 'area',
  list: Coded,
): readonly PrintGroup[] {
  if (table === undefined) return [];
  const rows = table.rows.map(
    ({ code, people }): PrintRow => ({ [column]: named(list, code), people: count(people) }),
  );
  if (table.total === null) return [{ rows }];
  const total: PrintRow = {
    [column]: { as: 'word', word: 'everybody' },
    people: count(table.total),
  };
  return [{ rows: [...rows, total] }];
}

/** One payer's line: all that it gave, where that may be shown. */
function payerRow(
  { payer_id, given_as, currency, total }: AssistanceMonth['rows'][number],
  payers: FrozenMonth['payers'],
): PrintRow {
  const labels = payer_id === null ? undefined : payers.get(payer_id);
  return {
    payer: labels === undefined ? { as: 'word', word: 'other_payers' } : { as: 'labels', labels },
    given_as: { as: 'code', list: 'given_as', code: given_as },
    people: count(total?.people ?? null),
    amount: total === null ? HIDDEN : { as: 'money', amount: total.amount, currency },
  };
}

function named(list: Coded, code: string): PrintValue {
  const labels = list.find((one) => one.code === code)?.labels;
  return labels === undefined ? { as: 'text', text: code } : { as: 'labels', labels };
}
