import type { DemoPractice } from './practice-text.ts';

export const SAFE_HOME_VISITS: DemoPractice = {
  key: 'safe-home-visits',
  author: 'ayesha.qureshi',
  source: 'en',
  state: 'accepted',
  facts: {
    country: 'PK',
    scope: 'local',
    themes: ['safety', 'psychosocial'],
    target_groups: ['women', 'children'],
    stages: ['reintegration'],
    from_year: 2023,
    to_year: null,
    cost_band: 'low',
    evidence: { measured_before_and_after: true, results_better: true, enough_people: true },
    maturity: { criteria: ['effective', 'gender_sensitive'], places: 2, in_a_norm: false },
    studies: [
      {
        intervention: 'family_support',
        outcome: 'safety_from_violence',
        design: 'before_after',
        direction: 'better',
        people: 31,
        year: 2025,
        source: 'Notes of visits, 2023–2025',
      },
    ],
  },
  texts: {
    title: [
      'Visits by two, with a sign at the gate',
      'Визиты вдвоём и знак у ворот',
      'Ikki kishilik tashrif va darvozadagi belgi',
    ],
    one_line: [
      'A pot on the wall says whether it is safe to come in.',
      'Горшок на стене говорит, можно ли войти.',
      'Devordagi guldon kirish xavfsizligini bildiradi.',
    ],
    summary: [
      'Two women visit as sellers of cloth. A pot on the wall says whether to come in. Talks are about health first, about violence when the woman begins. The desk answers under +92 300 555 01 73 for the whole quarter.',
      'Две женщины приходят как продавщицы тканей. Горшок на стене говорит, можно ли войти. Сначала говорят о здоровье, о насилии — когда начнёт сама женщина.',
      'Ikki ayol mato sotuvchisi sifatida keladi. Devordagi guldon kirish mumkinligini bildiradi. Avval sogʻliq haqida, zoʻravonlik haqida esa ayol oʻzi boshlaganda gaplashiladi.',
    ],
    problem: 'Women could not come to an office without being asked where they had been.',
    steps:
      '1. Two visitors of the quarter. 2. The sign is agreed. 3. A visit every two weeks. 4. A way out is planned with the woman.',
    safeguards:
      'No paper is left in the house. Visitors never come alone and never with an official.',
    results: '31 women: 24 said after a year that they felt safer; 9 had left a violent home.',
    did_not_work: 'Leaflets: they were found and did harm.',
    transfer_conditions: 'Two visitors who are known, a shelter that takes women with children.',
    contact: "Women's desk, through the editors of this library",
  },
};
