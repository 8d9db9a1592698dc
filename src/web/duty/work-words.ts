import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { TryWay } from '#domain/duty/file-work.ts';
import type { OUTING_OUTCOMES } from '#domain/duty/outing.ts';

export const OUTING_OUTCOME_WORDS: Readonly<
  Record<(typeof OUTING_OUTCOMES)[number], MessageDescriptor>
> = {
  back_and_well: msg`Back and well`,
  well_and_still_out: msg`Well, and still out`,
  help_sent: msg`Help was sent`,
  other: msg`Something else`,
};

export const TRY_WAY_WORDS: Readonly<Record<TryWay, MessageDescriptor>> = {
  telephone: msg`Telephone`,
  message: msg`Message`,
  email: msg`E-mail`,
  visit: msg`Went there`,
  through_somebody: msg`Through somebody`,
  as_agreed: msg`As was agreed with the person`,
};
