import { msg } from '@lingui/core/macro';

export const CARE_KIND_WORDS = {
  parent: msg`With a parent`,
  kin: msg`With relatives`,
  guardian: msg`With a guardian`,
  foster: msg`With a foster family`,
  residential: msg`In residential care`,
} as const;

export const SIBLING_WORDS = {
  together: msg`Brothers and sisters live together`,
  apart: msg`Brothers and sisters live apart`,
  none: msg`No brothers and sisters`,
} as const;

export const SUITABILITY_WORDS = {
  suitable: msg`Yes`,
  suitable_with_help: msg`Yes, with help`,
  not_suitable: msg`Not at present`,
} as const;

export const PLACEMENT_END_WORDS = {
  back_to_parents: msg`Back to the parents`,
  to_relatives: msg`To relatives`,
  to_another_family: msg`To another family`,
  family_cannot_go_on: msg`The family cannot go on`,
  child_wished: msg`The child wished it`,
  of_age: msg`Of age now`,
  own_home: msg`A home of their own`,
  authority_decided: msg`The guardianship authority decided so`,
  not_begun: msg`It was not begun`,
  other: msg`Another reason`,
} as const;

export const HEARD_WORDS = {
  directly: msg`In a talk`,
  drawn_or_shown: msg`By drawing or showing`,
  interpreter: msg`With an interpreter`,
  through_trusted_person: msg`Through somebody whom the child trusts`,
  observed: msg`Too young: watched how the child is`,
  not_heard: msg`Not heard`,
} as const;

export const DISCIPLINE_WORDS = {
  social_work: msg`Social work`,
  child_protection: msg`Child protection`,
  psychology: msg`Psychology`,
  health: msg`Health`,
  education: msg`Education`,
  law: msg`Law`,
  guardianship_authority: msg`Guardianship authority`,
  other: msg`Other`,
} as const;

export const ALONE_WORDS = {
  yes: msg`Yes`,
  no: msg`No`,
  too_young: msg`Too young to talk alone`,
} as const;
