import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { OfferAnswer } from '#domain/case/work-offer.ts';
import type {
  DISTANCE,
  HOURS,
  SCHOOLING_STATES,
  Schooling,
  WISH_AS,
} from '#domain/case/work-profile.ts';
import type { Sentence } from '../case/fact-words.ts';

type Words<V extends string> = Readonly<Record<V, MessageDescriptor>>;

export const SCHOOLING_WORDS: Words<Schooling> = {
  none: msg`Has not been to school`,
  some_primary: msg`Some years of primary school`,
  primary: msg`Primary school`,
  lower_secondary: msg`School to class 9`,
  upper_secondary: msg`School to class 11, or a lyceum`,
  vocational: msg`College or vocational school`,
  bachelor: msg`University: bachelor`,
  master: msg`University: master or specialist`,
  doctor: msg`Doctorate`,
};
export const SCHOOLING_STATE_WORDS: Words<(typeof SCHOOLING_STATES)[number]> = {
  finished: msg`Finished`,
  interrupted: msg`Broken off`,
  recognition_pending: msg`Done abroad, not yet recognised here`,
};
export const WISH_AS_WORDS: Words<(typeof WISH_AS)[number]> = {
  job: msg`A job`,
  course: msg`To learn it`,
  own_business: msg`Own business`,
  any: msg`Still open`,
};
export const HOURS_WORDS: Words<(typeof HOURS)[number]> = {
  any: msg`Any hours`,
  full: msg`Full days`,
  part: msg`Half days`,
  few: msg`A few hours a week`,
};
export const DISTANCE_WORDS: Words<(typeof DISTANCE)[number]> = {
  home: msg`At home`,
  neighbourhood: msg`In the neighbourhood`,
  district: msg`In the district`,
  region: msg`In the region`,
  anywhere: msg`Anywhere`,
};
export const OFFER_ANSWER_WORDS: Words<OfferAnswer> = {
  wants: msg`The person wants it`,
  thinking: msg`The person thinks it over`,
  not_this: msg`The person does not want this one`,
  began: msg`The person has begun`,
  came_to_nothing: msg`Nothing came of it`,
};

/** The facts of work as sentences. */
export const WORK_FACTS: Readonly<Record<string, Sentence>> = {
  work_profile_recorded: () => msg`What the person can and wishes of work was written down.`,
  work_offered: (body) =>
    body.kind === 'course' ? msg`A course was offered.` : msg`A vacancy was offered.`,
  work_offer_answered: (body, { i18n }) => {
    const answer = i18n._(OFFER_ANSWER_WORDS[body.answer as OfferAnswer]);
    return msg`To what was offered: ${answer}.`;
  },
};
