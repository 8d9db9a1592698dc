import { msg } from '@lingui/core/macro';
import type {
  HELPER_KINDS,
  HELPER_ROUND_STATES,
  HelperReason,
} from '#domain/match/helper-round.ts';

export const HELPER_KIND_NAMES = {
  mentor: msg`Mentors`,
  transport: msg`Rides`,
} as const satisfies Record<(typeof HELPER_KINDS)[number], unknown>;

export const HELPER_STATES = {
  proposed: msg`proposed, waits for another coordinator`,
  confirmed: msg`confirmed`,
  set_aside: msg`set aside`,
} as const satisfies Record<(typeof HELPER_ROUND_STATES)[number], unknown>;

/** Why a file came to whom it came to, or waits, in a sentence. */
export const HELPER_REASON_WORDS = {
  least: msg`Nobody would cost less.`,
  cheaper_full: msg`Whoever would cost less is full: the costs of all together are the least there can be.`,
  waits_nobody: msg`Nobody in the table has room for so many, or is possible at all.`,
  waits_full: msg`Nobody who would be possible has enough room left.`,
  waits_dear: msg`Waiting costs less than anybody who has room.`,
} as const satisfies Record<HelperReason, unknown>;

/** What may stand in the way of sharing out mentors and rides. */
export const HELPER_PROBLEMS = {
  helpers_not_enough: msg`There is not room for everybody. Give more room in the table, or say what it costs where somebody waits.`,
  helpers_out_of_time: msg`The best proposal could not be proven in time. Divide the table and try again.`,
  nobody_can_help: msg`Nobody in the table can take these on: {numbers}. Fill in what is possible, or say what it costs where somebody waits.`,
};

/** What may be wrong with a cell of the table. */
export const HELPER_FIELDS = {
  not_a_helper_code: msg`A short code with a figure in it is asked for, such as “Car 1” or “M-07”, and no name.`,
  not_a_case_number: msg`This is not the number of a support file: eight letters and figures, such as K7P3-Q2ZM.`,
  no_open_file: msg`There is no open support file with this number here.`,
  table_missing: msg`Please choose the table first.`,
  helpers_missing: msg`There is no column of somebody who could help.`,
  capacity_missing: msg`The row “capacity” is missing: how much each can take on.`,
};
