import { msg } from '@lingui/core/macro';

export const CONTACT_WISH_WORDS = {
  contact: msg`Wishes to be in contact`,
  news: msg`Wishes to have news`,
  not_now: msg`Not now`,
  no_contact: msg`Wishes no contact`,
} as const;

export const TRACING_RESULT_WORDS = {
  found: msg`Found`,
  not_found: msg`Not found so far`,
  died: msg`Has died`,
  no_contact_wished: msg`Does not wish contact`,
} as const;
