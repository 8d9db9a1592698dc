import { z } from 'zod';
import { id } from '../id.ts';
import { day } from '../time.ts';
import { KINSHIP_KINDS } from './household.ts';

/** What a member is to the head of the household. */
export const RELATIONS = ['head', ...KINSHIP_KINDS] as const;
export const relation = z.enum(RELATIONS);
export type Relation = z.infer<typeof relation>;

/**
 * Why somebody does not live here any more: ordinary reasons, none of which blames anybody. There are no
 * free words: what one member says about another belongs in the speaker's own file.
 */
export const LEAVING_REASONS = [
  'moved_out',
  'married',
  'to_relatives',
  'work_or_study',
  'died',
  'not_said',
] as const;
export type LeavingReason = (typeof LEAVING_REASONS)[number];
const reason = z.enum(LEAVING_REASONS);
/** Why somebody moves: whoever has died has left. */
export const MOVING_REASONS = LEAVING_REASONS.filter((one) => one !== 'died');
const movingReason = reason.exclude(['died']);
export type MovingReason = z.infer<typeof movingReason>;

export const membershipFields = {
  member_id: id,
  household_id: id,
  /** True where this command begins the household. */
  begins: z.boolean(),
  /** Where a household that begins will live. */
  place_id: id.optional(),
  relation,
  from: day,
};

export const leaveHousehold = z.strictObject({
  person_id: id,
  member_id: id,
  /** The last day here. */
  until: day,
  reason: reason.optional(),
});

/** Leaving one household and joining another, as one act on one day. */
export const moveHousehold = z.strictObject({
  person_id: id,
  /** The membership that ends on the day on which the new one begins. */
  leaves: id,
  reason: movingReason,
  ...membershipFields,
});

/** One of those who move: the membership that ends, the one that begins, and what they are there. */
const mover = z.strictObject({ person_id: id, leaves: id, member_id: id, relation });
export type Mover = z.infer<typeof mover>;
const movers = z
  .array(mover)
  .min(1)
  .max(40)
  .refine((all) => new Set(all.map((one) => one.person_id)).size === all.length, {
    error: 'twice',
  });

/** Some of a household begin one of their own; the others stay. */
export const splitHousehold = z.strictObject({
  household_id: id,
  new_household_id: id,
  place_id: id.optional(),
  on: day,
  reason: movingReason,
  movers,
});

/** Everybody of one household moves in with another; the first one ends and stays as history. */
export const mergeHouseholds = z
  .strictObject({
    /** The household that ends. */
    household_id: id,
    /** The household in which all live from now on. */
    into_id: id,
    on: day,
    movers,
  })
  .refine((merge) => merge.household_id !== merge.into_id, { path: ['into_id'], error: 'twice' });
