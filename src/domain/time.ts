import { z } from 'zod';

/** A moment in UTC with milliseconds: `2026-11-24T08:30:00.000Z`. */
export const instant = z.iso.datetime({ precision: 3 });
export type Instant = z.infer<typeof instant>;

/** A calendar day without a zone: `2026-11-24`. */
export const day = z.iso.date();
export type Day = z.infer<typeof day>;
