import { z } from 'zod';
import { caseIdTail } from '../case/row.ts';
import { id } from '../id.ts';
import { instant } from '../time.ts';

/** What is written down when something is read, or asked for in vain. */
export const READ_ACTIONS = [
  'opened',
  'listed',
  'searched',
  'pulled',
  'previewed',
  'compared',
  'uploaded',
  'printed',
  'exported',
  'packet_opened',
  'packets_listed',
  'receipt_opened',
  'denied',
  'opened_in_emergency',
  'emergency_denied',
  'erased',
  'device_withdrawn',
  'log_read',
  'complaints_listed',
  'complaint_opened',
  'complaint_played',
  'address_read',
] as const;

/** No list answers more at once, whoever asks. */
export const LOG_PAGE = 50;

/** What the data protection officer looks for in the read log. Times are UTC, `until` not included. */
export const readLogQuery = z.strictObject({
  from: instant.optional(),
  until: instant.optional(),
  account: id.optional(),
  action: z.enum(READ_ACTIONS).optional(),
  /** A case number as on paper, with or without its dash. */
  number: z
    .string()
    .max(20)
    .refine((typed) => caseIdTail(typed) !== null, { error: 'unknown' })
    .optional(),
  after: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(LOG_PAGE).default(LOG_PAGE),
});

/** One line: which worker, in which role, did what, in which file by its number. Never a participant. */
export const readLogEntry = z.object({
  id: z.uuid(),
  at: instant,
  account_id: z.uuid(),
  name: z.string().nullable(),
  role: z.string(),
  organisation_id: z.uuid().nullable(),
  action: z.string(),
  number: z.string().nullable(),
  /** How many rows a list or search answered. */
  rows: z.number().nullable(),
});
export const readLogPage = z.object({
  entries: z.array(readLogEntry),
  next: z.string().nullable(),
});

/** Who has read a file as its person may know it: role, organisation, day; no name of a worker. */
export const reading = z.object({
  on_day: z.iso.date(),
  role: z.string(),
  organisation_id: z.uuid().nullable(),
  action: z.string(),
  times: z.number(),
});
export const readings = z.object({ readings: z.array(reading) });
