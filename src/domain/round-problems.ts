/** What may go wrong on purpose where something is given by a proposal that another human confirms; part of `PROBLEMS`. */
export const ROUND_PROBLEMS = {
  helpers_not_enough: 422,
  helpers_out_of_time: 422,
  no_proposal_found: 422,
  nobody_can_help: 422,
  nothing_to_share_out: 409,
  round_not_confirmed: 409,
  round_not_run: 409,
  round_of_your_own: 403,
  round_over: 409,
  round_ran_already: 409,
  round_still_open: 409,
  share_out_of_your_own: 403,
} as const satisfies Record<string, number>;
