import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  Design,
  DIRECTIONS,
  Intervention,
  Outcome,
} from '#domain/exchange/practice/vocabulary.ts';

/** What the lines of the evidence gap map are called where they are written. */
type Words<K extends string> = Readonly<Record<K, MessageDescriptor>>;

export const INTERVENTION_WORDS: Words<Intervention> = {
  case_management: msg`Accompanying people`,
  mental_health_support: msg`Support for emotional well-being`,
  family_support: msg`Support for families`,
  catch_up_learning: msg`Catching up at school`,
  vocational_training: msg`Learning a trade`,
  mentoring: msg`Mentors`,
  civil_documents: msg`Restoring papers`,
  housing_support: msg`Help with a home`,
  community_dialogue: msg`Talks in the neighbourhood`,
  cash_and_start_up: msg`Money to begin`,
};
export const OUTCOME_WORDS: Words<Outcome> = {
  wellbeing: msg`Emotional well-being`,
  family_relations: msg`Life in the family`,
  school_attendance: msg`Going to school`,
  work_and_income: msg`Work and income`,
  papers_and_rights: msg`Papers and rights`,
  home: msg({ message: `A home`, context: 'outcome' }),
  belonging: msg`Belonging`,
  safety_from_violence: msg`Safety from violence`,
};
export const DESIGN_WORDS: Words<Design> = {
  experience: msg`Experience of those who do it`,
  interviews: msg`Talks with those concerned`,
  before_after: msg`Before and after`,
  comparison: msg`With a comparison group`,
  random: msg`Drawn by lot`,
  review_of_studies: msg`Review of several studies`,
};
export const DIRECTION_WORDS: Words<(typeof DIRECTIONS)[number]> = {
  better: msg`it became better`,
  no_change: msg({ message: `no change`, context: 'of a study' }),
  worse: msg`it became worse`,
  mixed: msg({ message: `mixed`, context: 'of a study' }),
};
