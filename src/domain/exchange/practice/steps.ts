import { z } from 'zod';
import { id } from '../../id.ts';
import { day } from '../../time.ts';

/** Where two wrote the same field: whose text stands now. The other one stays in the row. */
export const settleClash = z.strictObject({ clash_id: id });
/** Somebody who writes along, by the address of the account. */
export const addEditor = z.strictObject({ email: z.email().max(200) });
export const askReviewer = z.strictObject({ review_id: id, reviewer_id: id });
export const renewPractice = z.strictObject({ review_on: day });
