import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ASSET_ENDS, ASSETS_FROM, OUTCOMES_OF_BUSINESS } from '#domain/case/business-state.ts';
import type { Sentence } from '../case/fact-words.ts';

type Words<V extends string> = Readonly<Record<V, MessageDescriptor>>;

export const OUTCOME_OF_BUSINESS_WORDS: Words<(typeof OUTCOMES_OF_BUSINESS)[number]> = {
  going_on: msg`The business goes on`,
  changed: msg`It has changed`,
  stopped: msg`It has stopped`,
};
export const ASSET_FROM_WORDS: Words<(typeof ASSETS_FROM)[number]> = {
  grant: msg`Paid by the grant`,
  own: msg`The person’s own`,
  lent: msg`Lent`,
  present: msg`A present`,
};
export const ASSET_END_WORDS: Words<(typeof ASSET_ENDS)[number]> = {
  sold: msg`Sold`,
  broken: msg`Broken`,
  lost: msg`Lost or stolen`,
  given_back: msg`Given back to whom it belongs`,
  said_in_error: msg`It was written down in error`,
};

/** What may stand in the way of what is said about a business. */
export const BUSINESS_PROBLEMS = {
  asset_unknown: msg`This thing is not in the list of the business.`,
  business_not_begun: msg`This business has not begun yet. Write down its first day first.`,
  business_not_in_programme: msg`This programme does not follow businesses of one’s own.`,
  business_stopped: msg`This business has stopped. Write down a new plan.`,
  business_there_already: msg`A business is planned or goes on already. Change its plan.`,
  business_unknown: msg`There is no such business in this file.`,
};

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** The facts of a business as sentences. */
export const BUSINESS_FACTS: Readonly<Record<string, Sentence>> = {
  business_planned: (body) => msg`Plan of an own business: ${text(body.what)}`,
  business_begun: () => msg`The person began an own business.`,
  business_grant_tied: () => msg`What was given is a grant for the business.`,
  business_asset_listed: (body) => msg`In the list of the business: ${text(body.what)}`,
  business_asset_off: (body, { i18n }) => {
    const why = i18n._(ASSET_END_WORDS[body.why as (typeof ASSET_ENDS)[number]]);
    return msg`Taken off the list of the business: ${why}`;
  },
  business_visited: (body, { i18n }) => {
    const how = i18n._(
      OUTCOME_OF_BUSINESS_WORDS[body.outcome as (typeof OUTCOMES_OF_BUSINESS)[number]],
    );
    return msg`How the business is: ${how}`;
  },
};
