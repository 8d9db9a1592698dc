import { z } from 'zod';
import { callSettings } from '#domain/exchange/conference/call.ts';
import { told } from '#domain/exchange/conference/proposal-view.ts';
import { REVIEW_PHASES } from '#domain/exchange/conference/review.ts';
import { useAsk } from '../../ask.ts';

export const shownCall = z.object({
  ...callSettings.shape,
  phase: z.enum(REVIEW_PHASES),
  guidance: told.nullable(),
  guidance_revision: z.int(),
  version: z.int(),
});
export type ShownCall = z.infer<typeof shownCall>;

/** The call of an edition. */
export function useCall(edition: string) {
  return useAsk(['exchange', 'call', edition], `/api/exchange/editions/${edition}/call`, shownCall);
}
