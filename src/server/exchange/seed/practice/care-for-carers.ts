import type { DemoPractice } from './practice-text.ts';

export const CARE_FOR_CARERS: DemoPractice = {
  key: 'care-for-carers',
  author: 'anneke',
  source: 'en',
  state: 'published',
  facts: {
    country: 'BE',
    scope: 'national',
    themes: ['case_management', 'health'],
    target_groups: ['professionals'],
    stages: ['rehabilitation', 'reintegration', 'aftercare'],
    from_year: 2020,
    to_year: null,
    cost_band: 'low',
    evidence: {
      measured_before_and_after: true,
      results_better: true,
      enough_people: true,
      described_to_repeat: true,
      costs_told: true,
      followed_six_months: true,
    },
    maturity: {
      criteria: [
        'effective',
        'sustainable',
        'gender_sensitive',
        'feasible',
        'participatory',
        'repeatable',
      ],
      places: 4,
      in_a_norm: false,
    },
    studies: [
      {
        intervention: 'case_management',
        outcome: 'wellbeing',
        design: 'before_after',
        direction: 'better',
        people: 46,
        year: 2024,
        source: 'Survey of teams, 2022–2024',
      },
    ],
  },
  texts: {
    title: [
      'Care for those who help: two hours of supervision that nobody may cancel',
      'Забота о тех, кто помогает: два часа супервизии, которые нельзя отменить',
      'Yordam beruvchilarga gʻamxoʻrlik: bekor qilib boʻlmaydigan ikki soatlik superviziya',
    ],
    one_line: [
      'Every second week the team speaks about itself, not about files.',
      'Раз в две недели команда говорит о себе, а не о картах сопровождения.',
      'Ikki haftada bir jamoa hujjatlar haqida emas, oʻzi haqida gaplashadi.',
    ],
    summary: [
      'Support workers meet a supervisor from outside every second week. Files stay closed. Sick days fell by a third and fewer workers left within the year, which families noticed first.',
      'Специалисты раз в две недели встречаются с внешним супервизором. Карты остаются закрытыми. Больничных стало на треть меньше, реже увольнялись в течение года — первыми это заметили семьи.',
      'Xodimlar ikki haftada bir tashqi supervizor bilan uchrashadi. Hujjatlar yopiq qoladi. Kasallik kunlari uchdan birga kamaydi, yil davomida kamroq xodim ketdi; buni birinchi boʻlib oilalar sezdi.',
    ],
    problem: 'Half of the workers left within two years; each change cost a family its trust.',
    steps:
      '1. A supervisor from outside the agency. 2. Two hours every second week. 3. A rule: only fire cancels it. 4. A look back after six months.',
    safeguards: 'Nothing said there is reported; the supervisor writes no notes.',
    results: '46 workers: sick days from 19 to 12 a year; 6 left within a year instead of 13.',
    did_not_work: 'Supervision by the own head of office: nobody spoke.',
    transfer_conditions: 'A budget for an outsider; a head who keeps the hour free.',
    contact: 'Institute of social work, through the editors of this library',
  },
};
