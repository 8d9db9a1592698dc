/**
 * Categories of social determinants of health as the field names them (Gravity SDOH Clinical Care), for whoever
 * reads the directory by them. What an own need domain has no category for has none here.
 */
export const SDOH_CATEGORIES = {
  'food-insecurity': 'Food insecurity',
  'housing-instability': 'Housing instability',
  homelessness: 'Homelessness',
  'inadequate-housing': 'Inadequate housing',
  'transportation-insecurity': 'Transportation insecurity',
  'financial-insecurity': 'Financial insecurity',
  'material-hardship': 'Material hardship',
  'educational-attainment': 'Educational attainment',
  'employment-status': 'Employment status',
  stress: 'Stress',
  'social-connection': 'Social connection',
  'intimate-partner-violence': 'Intimate partner violence',
  'personal-health-literacy': 'Personal health literacy',
  'health-insurance-coverage-status': 'Health insurance coverage status',
  'medical-cost-burden': 'Medical cost burden',
  'digital-literacy': 'Digital literacy',
  'digital-access': 'Digital access',
  'utility-insecurity': 'Utility insecurity',
  'language-access': 'Language access',
  'protective-factor': 'Protective factor',
} as const;
export type SdohCategory = keyof typeof SDOH_CATEGORIES;

/** The nearest category of a need domain of the shipped programme model. */
export const SDOH_OF_NEED: Readonly<Record<string, SdohCategory>> = {
  housing: 'housing-instability',
  income: 'financial-insecurity',
  wellbeing: 'stress',
  education: 'educational-attainment',
  vocational_training: 'educational-attainment',
  employment: 'employment-status',
  family: 'social-connection',
  community: 'social-connection',
  safety: 'intimate-partner-violence',
};
