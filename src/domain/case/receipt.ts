import { z } from 'zod';
import { id } from '../id.ts';
import { instant } from '../time.ts';

/** The largest file that is taken, in bytes. */
export const RECEIPT_BYTES = 5 * 1024 * 1024;
/** More papers than this are no receipt of one thing. */
export const RECEIPTS_EACH = 6;

/** A receipt as the file tells of it; what it shows is opened on its own and never kept on a device. */
export const receipt = z.object({
  id,
  assistance_id: id,
  media_type: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
  bytes: z.int(),
  added_at: instant,
  may_remove: z.boolean(),
});
export type Receipt = z.infer<typeof receipt>;
export const receipts = z.object({ receipts: z.array(receipt), may_add: z.boolean() });
