import { z } from 'zod';
import { id } from '#domain/id.ts';
import { instant } from '#domain/time.ts';
import { ARRIVAL_FIELDS, arrivalMapping } from './field.ts';
import { FORBIDDEN_TOPICS } from './forbidden.ts';
import type { RowIssueCode } from './issue.ts';
import { ROW_ISSUES } from './issue.ts';

/** How a file is to be read where looking at it is not enough. */
export const readingChoice = z.strictObject({
  encoding: z.enum(['utf-8', 'windows-1251', 'utf-16le']).optional(),
  delimiter: z.enum([';', ',', '\t']).optional(),
  sheet: z.string().max(200).optional(),
});

/** What the intake officer decides about a list before it is checked. */
export const arrivalPlan = z.strictObject({
  mapping: arrivalMapping,
  /** Where people go whose row names no place; the officer's own place where none is given. */
  default_place_id: id.optional(),
  reading: readingChoice.optional(),
});
export type ArrivalPlan = z.infer<typeof arrivalPlan>;

export const LIST_STATES = [
  'open',
  'checking',
  'checked',
  'importing',
  'interrupted',
  'imported',
  'undoing',
  'undone',
  'cancelled',
  'expired',
] as const;
export type ListState = (typeof LIST_STATES)[number];

/** What may be done with a list in each state; screens show only these (`abilities`). */
export const LIST_ABILITIES = ['map', 'check', 'import', 'undo', 'cancel'] as const;
export type ListAbility = (typeof LIST_ABILITIES)[number];

/** @param ready whether the last check found that the list can be imported */
export function abilitiesOf(state: ListState, ready: boolean): ListAbility[] {
  switch (state) {
    case 'open':
      return ['map', 'check', 'cancel'];
    case 'checked':
      return ready ? ['map', 'check', 'import', 'cancel'] : ['map', 'check', 'cancel'];
    case 'interrupted':
      return ['import', 'undo'];
    case 'imported':
    case 'undoing':
      return ['undo'];
    default:
      return [];
  }
}

const count = z.int().min(0);
const rowNumber = z.int().min(1);
const issueCode = z.enum(Object.keys(ROW_ISSUES) as [RowIssueCode, ...RowIssueCode[]]);
const alike = {
  score: z.number(),
  level: z.enum(['likely', 'possible']),
  reasons: z.array(z.string()),
};

/** `DryRunReport` as it is kept and sent: rows and codes; no name and no value of any person. */
export const listReport = z.object({
  counts: z.object({
    rows: count,
    blank: count,
    ready: count,
    check: count,
    waits: count,
    refused: count,
    adults: count,
    children: count,
    age_unclear: count,
    families: count,
    children_without_parental_care: count,
    likely_duplicates: count,
    /** Rows that resemble somebody who is known already. */
    known_before: count,
  }),
  columns: z.object({
    mapped: arrivalMapping.shape.columns,
    forbidden: z.array(z.object({ column: count, topic: z.enum(FORBIDDEN_TOPICS) })),
    dropped: z.array(count),
  }),
  problems: z.array(
    z.object({
      code: issueCode,
      level: z.enum(['error', 'question', 'warning', 'note']),
      field: z.enum(ARRIVAL_FIELDS).optional(),
      column: count.optional(),
      count,
      rows: z.array(rowNumber),
    }),
  ),
  questions: z.array(
    z.object({
      code: z.enum(['ambiguous_dates', 'short_years', 'first_of_january', 'name_order']),
      column: count.optional(),
      count,
      rows: z.array(rowNumber),
      blocks: z.boolean(),
      sets: z.enum(['date_order', 'short_years', 'first_of_january', 'name_order']),
      choices: z.array(z.string()),
    }),
  ),
  families: z.array(
    z.object({
      rows: z.array(rowNumber),
      head: rowNumber.optional(),
      adults: count,
      children: count,
      age_unclear: count,
      notices: z.array(
        z.object({
          row: rowNumber,
          code: z.enum([
            'child_without_parental_care',
            'child_alone',
            'parent_unclear',
            'two_heads',
            'no_head',
            'too_many',
          ]),
        }),
      ),
    }),
  ),
  duplicates: z.array(z.object({ rows: z.tuple([rowNumber, rowNumber]), ...alike })),
  /** Rows that resemble somebody in the register: which row and why, never whom. */
  known_before: z.array(z.object({ row: rowNumber, ...alike })),
  rows_refused: z.array(rowNumber),
  rows_to_check: z.array(rowNumber),
  can_import: z.boolean(),
});
export type ListReport = z.infer<typeof listReport>;

const listHead = z.object({
  id,
  state: z.enum(LIST_STATES),
  uploaded_at: instant,
  imported_at: instant.nullable(),
  undone_at: instant.nullable(),
  /** Until when the sealed copy of the file stays; null where it is gone. */
  expires_at: instant.nullable(),
  rows_read: count,
  rows_done: count,
  /** What is being done just now. */
  phase: z.enum(['reading', 'comparing', 'writing', 'undoing']).nullable(),
  /** True where nobody works on a list that is being imported: it can be gone on with. */
  stalled: z.boolean(),
  abilities: z.array(z.enum(LIST_ABILITIES)),
});

export const arrivalLists = z.object({ lists: z.array(listHead), may_upload: z.boolean() });
export type ArrivalListHead = z.infer<typeof listHead>;

export const arrivalList = listHead.extend({
  plan: arrivalPlan.nullable(),
  report: listReport.nullable(),
  /** Why the last check or import did not come to its end. */
  problem: z
    .object({
      code: z.string(),
      details: z
        .record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))
        .optional(),
    })
    .nullable(),
});
export type ArrivalList = z.infer<typeof arrivalList>;

/** What a file looks like; read again from the sealed copy each time, never stored. */
export const listColumns = z.object({
  format: z.enum(['csv', 'xlsx']),
  encoding: readingChoice.shape.encoding,
  delimiter: readingChoice.shape.delimiter,
  sheets: z.array(z.string()).optional(),
  columns: z.array(
    z.object({
      column: count,
      heading: z.string(),
      field: z.enum(ARRIVAL_FIELDS).optional(),
      drop: z
        .enum([
          'forbidden',
          'not_collected',
          'running_number',
          'not_recognised',
          'field_taken',
          'parts_preferred',
        ])
        .optional(),
      topic: z.enum(FORBIDDEN_TOPICS).optional(),
      confidence: z.number(),
      /** The first cells below the heading. */
      sample: z.array(z.string()),
    }),
  ),
  name_order: arrivalMapping.shape.name_order,
});
export type ListColumns = z.infer<typeof listColumns>;

/** A file that waits for a worker, in the hand-over list. */
export const waitingFiles = z.object({
  files: z.array(
    z.object({
      case_id: id,
      number: z.string(),
      person_id: id,
      name: z.unknown(),
      birth_date: z.iso.date().nullable(),
      birth_precision: z.enum(['day', 'month', 'year']).nullable(),
      household_id: id.nullable(),
      place_id: id,
      opened_at: instant,
      /** Row of the arrival list, where the file came from one. */
      row: z.int().nullable(),
    }),
  ),
  total: count,
  next: z.string().nullable(),
});
export type WaitingFiles = z.infer<typeof waitingFiles>;
