import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { OUTING_OUTCOMES } from '#domain/duty/outing.ts';

export const OUTING_OUTCOME_WORDS: Readonly<
  Record<(typeof OUTING_OUTCOMES)[number], MessageDescriptor>
> = {
  back_and_well: msg`Back and well`,
  well_and_still_out: msg`Well, and still out`,
  help_sent: msg`Help was sent`,
  other: msg`Something else`,
};
