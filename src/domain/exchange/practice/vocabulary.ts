/** Closed lists of the practice card (exchange 4.1). Their words in each language stand with the pages. */
export const THEMES = [
  'legal_identity',
  'housing',
  'education',
  'psychosocial',
  'health',
  'livelihood',
  'values_and_faith',
  'safety',
  'community',
  'case_management',
] as const;
export type Theme = (typeof THEMES)[number];

export const TARGET_GROUPS = [
  'children',
  'adolescents',
  'women',
  'men',
  'families',
  'returned_from_conflict_zones',
  'receiving_families',
  'host_community',
  'professionals',
] as const;
export type TargetGroup = (typeof TARGET_GROUPS)[number];

/** Where on the way home the practice helps. */
export const STAGES = [
  'prevention',
  'before_return',
  'reception',
  'rehabilitation',
  'reintegration',
  'aftercare',
] as const;
export type Stage = (typeof STAGES)[number];

/** How far the practice reaches. */
export const SCOPES = ['local', 'regional', 'national', 'international'] as const;
export type Scope = (typeof SCOPES)[number];

/** What it costs for one person over the whole practice, in the money of prices of its country. */
export const COST_BANDS = ['no_extra', 'low', 'medium', 'high', 'unknown'] as const;
export type CostBand = (typeof COST_BANDS)[number];

/** How results were looked at, weakest first. */
export const DESIGNS = [
  'experience',
  'interviews',
  'before_after',
  'comparison',
  'random',
  'review_of_studies',
] as const;
export type Design = (typeof DESIGNS)[number];

/** Rows of the evidence gap map: what is done. */
export const INTERVENTIONS = [
  'case_management',
  'mental_health_support',
  'family_support',
  'catch_up_learning',
  'vocational_training',
  'mentoring',
  'civil_documents',
  'housing_support',
  'community_dialogue',
  'cash_and_start_up',
] as const;
export type Intervention = (typeof INTERVENTIONS)[number];

/** Columns of the evidence gap map: what becomes better. */
export const OUTCOMES = [
  'wellbeing',
  'family_relations',
  'school_attendance',
  'work_and_income',
  'papers_and_rights',
  'home',
  'belonging',
  'safety_from_violence',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const DIRECTIONS = ['better', 'no_change', 'worse', 'mixed'] as const;
export const LICENCES = ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0', 'CC0-1.0'] as const;
