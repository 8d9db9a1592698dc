/** What a recommendation is about: the words by which the board is filtered. */
export const RECOMMENDATION_THEMES = [
  'legal_identity',
  'child_protection',
  'education',
  'health',
  'wellbeing',
  'housing',
  'livelihood',
  'family_community',
  'case_work',
  'data_evidence',
] as const;
export type RecommendationTheme = (typeof RECOMMENDATION_THEMES)[number];
