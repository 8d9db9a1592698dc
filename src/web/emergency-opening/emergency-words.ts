import { msg } from '@lingui/core/macro';
import type { EMERGENCY_OUTCOMES, EMERGENCY_REASONS } from '#domain/case/emergency-opening.ts';

export const EMERGENCY_WORDS: Readonly<
  Record<(typeof EMERGENCY_REASONS)[number], ReturnType<typeof msg>>
> = {
  immediate_danger: msg`Immediate danger`,
  urgent_medical: msg`Urgent medical help`,
  at_the_door: msg`The person is here now`,
};

export const EMERGENCY_OUTCOME_WORDS: Readonly<
  Record<(typeof EMERGENCY_OUTCOMES)[number], ReturnType<typeof msg>>
> = {
  in_order: msg`In order`,
  not_in_order: msg`Not in order`,
};
