import { msg } from '@lingui/core/macro';
import type { ROUND_ENDS } from '#domain/match/worker-round.ts';

export const SHARE_STATES = {
  proposed: msg`proposed, waits for a second supervisor`,
  confirmed: msg`confirmed`,
  set_aside: msg`set aside`,
} as const satisfies Record<(typeof ROUND_ENDS)[number], unknown>;

/** What may stand in the way of sharing files out. */
export const SHARE_PROBLEMS = {
  no_proposal_found: msg`No proposal was found for these figures. Change them, or give the files one by one.`,
  nothing_to_share_out: msg`Every file has a support worker: there is nothing to share out.`,
  share_out_of_your_own: msg`You worked this proposal out yourself. A second supervisor has to confirm it.`,
};
