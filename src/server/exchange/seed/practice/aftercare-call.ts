import type { DemoPractice } from './practice-text.ts';

export const AFTERCARE_CALL: DemoPractice = {
  key: 'aftercare-call',
  author: 'goh.wei.jian',
  source: 'en',
  state: 'published',
  facts: {
    country: 'SG',
    scope: 'national',
    themes: ['case_management', 'community'],
    target_groups: ['families', 'men'],
    stages: ['aftercare'],
    from_year: 2014,
    to_year: null,
    cost_band: 'low',
    evidence: {
      measured_before_and_after: true,
      results_better: true,
      enough_people: true,
      described_to_repeat: true,
      costs_told: true,
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
      places: 2,
      in_a_norm: false,
    },
    studies: [
      {
        intervention: 'case_management',
        outcome: 'belonging',
        design: 'before_after',
        direction: 'better',
        people: 73,
        year: 2019,
        source: 'Yearly survey of the association, 2015–2019',
      },
    ],
    review_on: '2025-06-30',
  },
  texts: {
    title: [
      'A call a season: aftercare that the family may end',
      'Звонок раз в сезон: поддержка после программы, которую семья может закончить',
      'Faslda bir qoʻngʻiroq: oila toʻxtata oladigan keyingi koʻmak',
    ],
    one_line: [
      'Four calls a year by a voice that the family knows, for as long as it wishes.',
      'Четыре звонка в год от знакомого человека — пока семья этого хочет.',
      'Oila xohlagancha, tanish odamdan yilda toʻrt qoʻngʻiroq.',
    ],
    summary: [
      'When support is completed, the support worker calls once a season and asks three questions. The family may ask for more or end it. Half of the families asked for help at least once, mostly with school and work.',
      'После завершения сопровождения специалист раз в сезон звонит и задаёт три вопроса. Семья может попросить о большем или прекратить. Половина семей хоть раз просила помощи, чаще всего со школой и работой.',
      'Hamrohlik yakunlangach, hamroh xodim har faslda qoʻngʻiroq qilib uchta savol beradi. Oila koʻproq soʻrashi yoki toʻxtatishi mumkin. Oilalarning yarmi kamida bir marta, koʻpincha maktab va ish boʻyicha yordam soʻradi.',
    ],
    problem: 'Support ended from one day to the next; families came back only in a crisis.',
    steps:
      '1. The family chooses who calls. 2. Three questions, ten minutes. 3. An answer to each wish within a week. 4. After two years the family says whether it goes on.',
    safeguards:
      'Calls are not supervision: no report leaves the office, and silence means nothing.',
    results: '73 families: 38 asked for something at least once; 70 found the calls good.',
    did_not_work: 'Messages instead of calls: hardly anybody wrote back.',
    transfer_conditions: 'The same person calls for years; an hour a week for twenty families.',
    contact: 'Association of aftercare, through the editors of this library',
  },
};
