import type { DemoPractice } from './practice-text.ts';

export const CLINIC_WITHOUT_QUEUE: DemoPractice = {
  key: 'clinic-without-queue',
  author: 'priya',
  source: 'en',
  state: 'draft',
  facts: {
    country: 'IN',
    scope: 'local',
    themes: ['health'],
    target_groups: ['families'],
    stages: ['reception'],
    from_year: 2025,
    to_year: null,
    cost_band: 'unknown',
    evidence: {},
    maturity: { criteria: [], places: 1, in_a_norm: false },
    studies: [],
  },
  texts: {
    title: 'A clinic hour without a queue',
    one_line: 'One hour a week that is kept free at the polyclinic.',
    problem: 'Families waited for whole days and left.',
  },
};
