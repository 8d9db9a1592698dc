import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { CardFact, CardSection, CardText } from '#domain/exchange/practice/card.ts';
import type { EvidenceCriterion } from '#domain/exchange/practice/evidence-level.ts';
import type { MaturityCriterion } from '#domain/exchange/practice/maturity.ts';
import type { PracticeState } from '#domain/exchange/practice/practice-state.ts';
import type { ReviewCriterion } from '#domain/exchange/practice/review.ts';
import type {
  CostBand,
  Scope,
  Stage,
  TargetGroup,
  Theme,
} from '#domain/exchange/practice/vocabulary.ts';

/** What the closed lists of a card are called where it is written and reviewed. */
type Words<K extends string> = Readonly<Record<K, MessageDescriptor>>;

export const STATES: Words<PracticeState> = {
  draft: msg`Being written`,
  submitted: msg`Submitted`,
  in_review: msg`With two reviewers`,
  returned: msg`Returned to you`,
  accepted: msg`Accepted`,
  published: msg`Published`,
  stale: msg`Published, past its review date`,
  archived: msg`In the archive`,
  taken_down: msg`Taken down`,
};
export const THEME_WORDS: Words<Theme> = {
  legal_identity: msg`Papers and legal identity`,
  housing: msg`Housing`,
  education: msg`Education`,
  psychosocial: msg`Emotional well-being`,
  health: msg`Health`,
  livelihood: msg`Work and income`,
  values_and_faith: msg`Values and faith`,
  safety: msg`Safety`,
  community: msg`Neighbourhood and community`,
  case_management: msg`Accompanying people`,
};
export const GROUP_WORDS: Words<TargetGroup> = {
  children: msg`Children`,
  adolescents: msg`Adolescents`,
  women: msg`Women`,
  men: msg`Men`,
  families: msg`Families`,
  returned_from_conflict_zones: msg`People who came home from conflict zones`,
  receiving_families: msg`Receiving families`,
  host_community: msg`Neighbours`,
  professionals: msg`Those who help`,
};
export const STAGE_WORDS: Words<Stage> = {
  prevention: msg`Prevention`,
  before_return: msg`Before the return`,
  reception: msg({ message: `Arrival`, context: 'stage of a practice' }),
  rehabilitation: msg`Rehabilitation`,
  reintegration: msg`Reintegration`,
  aftercare: msg`Aftercare`,
};
export const SCOPE_WORDS: Words<Scope> = {
  local: msg`One place`,
  regional: msg`A region`,
  national: msg`The whole country`,
  international: msg`Several countries`,
};
export const COST_WORDS: Words<CostBand> = {
  no_extra: msg`no extra cost`,
  low: msg({ message: `low`, context: 'cost' }),
  medium: msg({ message: `medium`, context: 'cost' }),
  high: msg({ message: `high`, context: 'cost' }),
  unknown: msg({ message: `not known`, context: 'cost' }),
};
export const EVIDENCE_WORDS: Words<EvidenceCriterion> = {
  measured_before_and_after: msg`Measured before and after`,
  results_better: msg`What was measured became better`,
  enough_people: msg`20 people or more in each group`,
  comparison_group: msg`There was a comparison group`,
  not_by_chance: msg`The difference is unlikely to be chance (p below 0.05)`,
  size_of_effect_told: msg`The size of the effect is told`,
  described_to_repeat: msg`Described well enough to repeat it`,
  costs_told: msg`Costs are told`,
  worked_elsewhere: msg`It worked in another place, too`,
  followed_six_months: msg`Looked at six months later`,
  followed_two_years: msg`Looked at two years later`,
};
export const MATURITY_WORDS: Words<MaturityCriterion> = {
  effective: msg`It has an effect`,
  sustainable: msg`It goes on without a project`,
  gender_sensitive: msg`It is fair to women and men, girls and boys`,
  feasible: msg`It can be done with what is there`,
  participatory: msg`Those concerned decide along`,
  repeatable: msg`Others can repeat it`,
};
export const REVIEW_WORDS: Words<ReviewCriterion> = {
  need_clear: msg`The need is clear`,
  safe_for_people: msg`It is safe for people`,
  results_supported: msg`What is claimed is supported`,
  failures_told: msg`What did not work is told`,
  can_be_repeated: msg`Others can begin with it`,
  nobody_in_it: msg`Nobody can be recognised`,
};
export const SECTIONS: Words<CardSection> = {
  about: msg`In short`,
  need: msg`The need`,
  work: msg`What is done`,
  results: msg`What came of it`,
  transfer: msg`Doing it elsewhere`,
  sources: msg`Sources and contact`,
};
export const FIELDS: Words<CardText | CardFact> = {
  title: msg({ message: `Title`, context: 'of a practice' }),
  one_line: msg`In one line`,
  summary: msg({ message: `Summary`, context: 'of a practice' }),
  partners: msg`Partners`,
  problem: msg`Problem and setting`,
  change_idea: msg`Why it should help`,
  steps: msg`Steps and how long they take`,
  staffing: msg`Who is needed`,
  legal_basis: msg`Legal basis`,
  tools: msg`Tools and forms`,
  safeguards: msg`How people are kept safe`,
  results: msg`Results`,
  did_not_work: msg`What did not work`,
  transfer_conditions: msg`What must be there`,
  how_to_adopt: msg`How to begin`,
  sources: msg({ message: `Sources`, context: 'of a practice' }),
  contact: msg`Contact (an institution, not a person)`,
  country: msg`Country`,
  scope: msg`Reach`,
  themes: msg`Themes`,
  target_groups: msg`For whom`,
  stages: msg({ message: `When`, context: 'stage of a practice' }),
  from_year: msg`From the year`,
  to_year: msg`Until the year (empty while it runs)`,
  cost_band: msg`Cost for one person`,
  evidence: msg`What the evidence stands on`,
  maturity: msg`How far it has come`,
  studies: msg`What was looked at`,
  handle: msg`Lasting address (DOI)`,
  licence: msg`Licence`,
  review_on: msg`To be looked at again on`,
};
