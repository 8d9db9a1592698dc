import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What a speaker said to one version of the own words. */
export const APPROVAL_NAMES: Readonly<
  Record<'approved' | 'refused' | 'waiting', MessageDescriptor>
> = {
  approved: msg`Approved by the speaker`,
  refused: msg`The speaker said no`,
  waiting: msg`Waits for the speaker`,
};
