import { z } from 'zod';
import { instant } from '../time.ts';

/** A telephone or computer that keeps an account's files, sealed. No case data: when, and whether it may. */
export const deviceLine = z.object({
  id: z.uuid(),
  name: z.string(),
  registered_at: instant,
  seen_at: instant,
  withdrawn_at: instant.nullable(),
  /** When the device said that it has deleted everything; null until it had contact. */
  wiped_at: instant.nullable(),
  /** How many entries went with it that had not been sent; null where it was locked and could not count. */
  wiped_unsent: z.int().nullable(),
});
export type DeviceLine = z.infer<typeof deviceLine>;

/** The newest fifty: nobody has more telephones in use. */
export const MOST_DEVICES = 50;
export const deviceList = z.object({ devices: z.array(deviceLine) });

/** What a withdrawn device says once, when nothing is left on it. */
export const wipedReport = z.strictObject({ unsent: z.int().min(0).max(1_000_000).nullable() });
