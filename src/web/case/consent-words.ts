import { msg } from '@lingui/core/macro';

export const WITHHOLD_WORDS = {
  fear_of_harm: msg`fears harm`,
  wants_to_tell_themselves: msg`wants to tell it themselves`,
  other: msg`another reason`,
} as const;

export const CHANNEL_WORDS = {
  in_person: msg`In person`,
  phone: msg`By phone`,
  paper: msg`On paper`,
  community_worker: msg`Through a community worker`,
  other: msg`Otherwise`,
} as const;

export const EXPRESSION_WORDS = {
  spoken: msg`Spoken`,
  signed: msg`Signed`,
  witnessed: msg`Before a witness`,
  thumbprint: msg`Thumbprint`,
} as const;

export const SAID_AS_WORDS = {
  self: msg`The person`,
  parent: msg`Mother or father`,
  legal_guardian: msg`Guardian`,
  authorised_representative: msg`Somebody authorised`,
  guardianship_authority: msg`The guardianship authority`,
} as const;
