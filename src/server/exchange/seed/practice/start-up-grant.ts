import type { DemoPractice } from './practice-text.ts';

export const START_UP_GRANT: DemoPractice = {
  key: 'start-up-grant',
  author: 'priya',
  source: 'en',
  state: 'in_review',
  facts: {
    country: 'IN',
    scope: 'regional',
    themes: ['livelihood'],
    target_groups: ['women', 'families'],
    stages: ['reintegration'],
    from_year: 2022,
    to_year: null,
    cost_band: 'medium',
    evidence: {
      measured_before_and_after: true,
      results_better: true,
      enough_people: true,
      described_to_repeat: true,
      costs_told: true,
    },
    maturity: {
      criteria: ['effective', 'gender_sensitive', 'feasible', 'participatory'],
      places: 2,
      in_a_norm: false,
    },
    studies: [
      {
        intervention: 'cash_and_start_up',
        outcome: 'work_and_income',
        design: 'before_after',
        direction: 'better',
        people: 48,
        year: 2025,
        source: 'Books of the self-help groups, 2023–2025',
      },
    ],
  },
  texts: {
    title: [
      'Start-up grants in three parts through self-help groups',
      'Стартовые гранты тремя частями через группы взаимопомощи',
      'Oʻzaro yordam guruhlari orqali uch qismli boshlangʻich grant',
    ],
    one_line: [
      'A third at once, a third after the first sale, a third after half a year.',
      'Треть сразу, треть после первой продажи, треть через полгода.',
      'Uchdan biri darhol, uchdan biri birinchi savdodan keyin, uchdan biri yarim yildan keyin.',
    ],
    summary: [
      'Self-help groups of ten decide together over small grants and save along. After a year 39 of 48 businesses were still open.',
      'Группы взаимопомощи по десять человек вместе решают о небольших грантах и сами откладывают. Через год работали 39 из 48 дел.',
      'Oʻn kishilik oʻzaro yordam guruhlari kichik grantlar haqida birga qaror qiladi va oʻzi ham jamgʻaradi. Bir yildan keyin 48 ishdan 39 tasi ishlayotgan edi.',
    ],
    problem: 'Grants in one sum were spent on debts within weeks.',
    steps:
      '1. Ten join a group of neighbours. 2. Six weeks of saving. 3. A plan of one page. 4. Three parts of the grant. 5. A look at the books once a month.',
    safeguards: 'Groups are open to all; debts are spoken of with an adviser alone.',
    results: '39 of 48 businesses were open after a year; income rose by a third.',
    did_not_work: 'Livestock: half of it was lost in the dry summer.',
    transfer_conditions: 'A bank that opens accounts for groups.',
    contact: 'Federation of self-help groups, through the editors of this library',
  },
};
