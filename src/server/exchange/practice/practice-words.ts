import type { I18n } from '@lingui/core';
import type { AdoptionStatus } from '#domain/exchange/practice/adoption.ts';
import type { CardSection, CardText } from '#domain/exchange/practice/card.ts';
import type { EvidenceCriterion, EvidenceLevel } from '#domain/exchange/practice/evidence-level.ts';
import type { Maturity, MaturityCriterion } from '#domain/exchange/practice/maturity.ts';
import type { ReviewCriterion } from '#domain/exchange/practice/review.ts';
import type {
  CostBand,
  Design,
  Intervention,
  Outcome,
  Scope,
  Stage,
  TargetGroup,
  Theme,
} from '#domain/exchange/practice/vocabulary.ts';

/** What the closed lists of a card are called on public pages. */
type Words<K extends string> = (i18n: I18n) => Readonly<Record<K, string>>;

export const themeWords: Words<Theme> = (i18n) => ({
  legal_identity: i18n._('Papers and legal identity'),
  housing: i18n._('Housing'),
  education: i18n._('Education'),
  psychosocial: i18n._('Emotional well-being'),
  health: i18n._('Health'),
  livelihood: i18n._('Work and income'),
  values_and_faith: i18n._('Values and faith'),
  safety: i18n._('Safety'),
  community: i18n._('Neighbourhood and community'),
  case_management: i18n._('Accompanying people'),
});
export const groupWords: Words<TargetGroup> = (i18n) => ({
  children: i18n._('Children'),
  adolescents: i18n._('Adolescents'),
  women: i18n._('Women'),
  men: i18n._('Men'),
  families: i18n._('Families'),
  returned_from_conflict_zones: i18n._('People who came home from conflict zones'),
  receiving_families: i18n._('Receiving families'),
  host_community: i18n._('Neighbours'),
  professionals: i18n._('Those who help'),
});
export const stageWords: Words<Stage> = (i18n) => ({
  prevention: i18n._('Prevention'),
  before_return: i18n._('Before the return'),
  reception: i18n._('Arrival'),
  rehabilitation: i18n._('Rehabilitation'),
  reintegration: i18n._('Reintegration'),
  aftercare: i18n._('Aftercare'),
});
export const scopeWords: Words<Scope> = (i18n) => ({
  local: i18n._('One place'),
  regional: i18n._('A region'),
  national: i18n._('The whole country'),
  international: i18n._('Several countries'),
});
export const costWords: Words<CostBand> = (i18n) => ({
  no_extra: i18n._('no extra cost'),
  low: i18n._('low'),
  medium: i18n._('medium'),
  high: i18n._('high'),
  unknown: i18n._('not known'),
});
export const levelWords: Words<EvidenceLevel> = (i18n) => ({
  not_shown: i18n._('Not shown yet'),
  emergent: i18n._('Emergent'),
  promising: i18n._('Promising'),
  best: i18n._('Best'),
});
export const maturityWords: Words<Maturity> = (i18n) => ({
  innovation: i18n._('Innovation'),
  promising: i18n._('Promising practice'),
  good_practice: i18n._('Good practice'),
  institutionalised: i18n._('Part of the system'),
});
export const designWords: Words<Design> = (i18n) => ({
  experience: i18n._('Experience of those who do it'),
  interviews: i18n._('Talks with those concerned'),
  before_after: i18n._('Before and after'),
  comparison: i18n._('With a comparison group'),
  random: i18n._('Drawn by lot'),
  review_of_studies: i18n._('Review of several studies'),
});
export const interventionWords: Words<Intervention> = (i18n) => ({
  case_management: i18n._('Accompanying people'),
  mental_health_support: i18n._('Support for emotional well-being'),
  family_support: i18n._('Support for families'),
  catch_up_learning: i18n._('Catching up at school'),
  vocational_training: i18n._('Learning a trade'),
  mentoring: i18n._('Mentors'),
  civil_documents: i18n._('Restoring papers'),
  housing_support: i18n._('Help with a home'),
  community_dialogue: i18n._('Talks in the neighbourhood'),
  cash_and_start_up: i18n._('Money to begin'),
});
export const outcomeWords: Words<Outcome> = (i18n) => ({
  wellbeing: i18n._('Emotional well-being'),
  family_relations: i18n._('Life in the family'),
  school_attendance: i18n._('Going to school'),
  work_and_income: i18n._('Work and income'),
  papers_and_rights: i18n._('Papers and rights'),
  home: i18n._('A home'),
  belonging: i18n._('Belonging'),
  safety_from_violence: i18n._('Safety from violence'),
});
export const directionWords: Words<'better' | 'no_change' | 'worse' | 'mixed'> = (i18n) => ({
  better: i18n._('it became better'),
  no_change: i18n._('no change'),
  worse: i18n._('it became worse'),
  mixed: i18n._('mixed'),
});
export const adoptionWords: Words<AdoptionStatus> = (i18n) => ({
  considering: i18n._('considers it'),
  planned: i18n._('has planned it'),
  piloting: i18n._('tries it'),
  adopted: i18n._('does it'),
  institutionalised: i18n._('has made it part of the system'),
  stopped: i18n._('has stopped'),
});
export const evidenceWords: Words<EvidenceCriterion> = (i18n) => ({
  measured_before_and_after: i18n._('Measured before and after'),
  results_better: i18n._('What was measured became better'),
  enough_people: i18n._('20 people or more in each group'),
  comparison_group: i18n._('There was a comparison group'),
  not_by_chance: i18n._('The difference is unlikely to be chance (p below 0.05)'),
  size_of_effect_told: i18n._('The size of the effect is told'),
  described_to_repeat: i18n._('Described well enough to repeat it'),
  costs_told: i18n._('Costs are told'),
  worked_elsewhere: i18n._('It worked in another place, too'),
  followed_six_months: i18n._('Looked at six months later'),
  followed_two_years: i18n._('Looked at two years later'),
});
export const maturityCriterionWords: Words<MaturityCriterion> = (i18n) => ({
  effective: i18n._('It has an effect'),
  sustainable: i18n._('It goes on without a project'),
  gender_sensitive: i18n._('It is fair to women and men, girls and boys'),
  feasible: i18n._('It can be done with what is there'),
  participatory: i18n._('Those concerned decide along'),
  repeatable: i18n._('Others can repeat it'),
});
export const reviewWords: Words<ReviewCriterion> = (i18n) => ({
  need_clear: i18n._('The need is clear'),
  safe_for_people: i18n._('It is safe for people'),
  results_supported: i18n._('What is claimed is supported'),
  failures_told: i18n._('What did not work is told'),
  can_be_repeated: i18n._('Others can begin with it'),
  nobody_in_it: i18n._('Nobody can be recognised'),
});
export const sectionWords: Words<CardSection> = (i18n) => ({
  about: i18n._('In short'),
  need: i18n._('The need'),
  work: i18n._('What is done'),
  results: i18n._('What came of it'),
  transfer: i18n._('Doing it elsewhere'),
  sources: i18n._('Sources and contact'),
});
export const textWords: Words<CardText> = (i18n) => ({
  title: i18n._('Title'),
  one_line: i18n._('In one line'),
  summary: i18n._('Summary'),
  partners: i18n._('Partners'),
  problem: i18n._('Problem and setting'),
  change_idea: i18n._('Why it should help'),
  steps: i18n._('Steps and how long they take'),
  staffing: i18n._('Who is needed'),
  legal_basis: i18n._('Legal basis'),
  tools: i18n._('Tools and forms'),
  safeguards: i18n._('How people are kept safe'),
  results: i18n._('Results'),
  did_not_work: i18n._('What did not work'),
  transfer_conditions: i18n._('What must be there'),
  how_to_adopt: i18n._('How to begin'),
  sources: i18n._('Sources'),
  contact: i18n._('Contact'),
});

/** The country's name in the language of the page; a code without a name stays a code. */
export function countryName(lang: string, code: string | null, organisation: string): string {
  if (code === null || code === '') return organisation;
  return new Intl.DisplayNames([lang], { type: 'region', fallback: 'code' }).of(code) ?? code;
}
