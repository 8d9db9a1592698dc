import type { DemoPractice } from './practice-text.ts';

export const NEIGHBOURS_TABLE: DemoPractice = {
  key: 'neighbours-table',
  author: 'ayesha.qureshi',
  source: 'en',
  state: 'published',
  facts: {
    country: 'PK',
    scope: 'local',
    themes: ['community', 'values_and_faith'],
    target_groups: ['host_community', 'families'],
    stages: ['prevention', 'reintegration'],
    from_year: 2021,
    to_year: 2024,
    cost_band: 'low',
    evidence: { measured_before_and_after: true, enough_people: true },
    maturity: { criteria: ['participatory', 'feasible'], places: 2, in_a_norm: false },
    studies: [
      {
        intervention: 'community_dialogue',
        outcome: 'belonging',
        design: 'comparison',
        direction: 'no_change',
        people: 120,
        year: 2024,
        source: 'Survey in two quarters with and two without, 2024',
      },
      {
        intervention: 'community_dialogue',
        outcome: 'safety_from_violence',
        design: 'interviews',
        direction: 'better',
        people: 26,
        year: 2024,
        source: 'Talks with women of the quarter, 2024',
      },
    ],
  },
  texts: {
    title: [
      'A long table in the quarter: cooking together before talking',
      'Длинный стол в квартале: сначала готовим, потом говорим',
      'Mahalladagi uzun dasturxon: avval birga pishiramiz, keyin gaplashamiz',
    ],
    one_line: [
      'Monthly meals that were liked by all and changed little by themselves.',
      'Ежемесячные обеды, которые всем нравились и сами по себе изменили немного.',
      'Hammaga yoqqan, lekin oʻz-oʻzidan kam narsani oʻzgartirgan oylik dasturxonlar.',
    ],
    summary: [
      'Neighbours cook together once a month and speak about a question of the quarter. Everybody liked it. A survey in quarters with and without tables showed no difference in trust; women said that they felt safer on the street. We publish it because others plan the same.',
      'Соседи раз в месяц вместе готовят и говорят о вопросе квартала. Всем нравилось. Опрос в кварталах со столом и без него не показал разницы в доверии; женщины говорили, что на улице стало спокойнее. Мы публикуем это, потому что другие планируют то же самое.',
      'Qoʻshnilar oyda bir marta birga taom pishiradi va mahalla masalasini gaplashadi. Hammaga yoqdi. Dasturxonli va dasturxonsiz mahallalardagi soʻrov ishonchda farq koʻrsatmadi; ayollar koʻchada xotirjamroq boʻlganini aytdi. Buni eʼlon qilyapmiz, chunki boshqalar ham shuni rejalashtirmoqda.',
    ],
    problem: 'Rumours about families who came home; children were not invited to play.',
    steps:
      '1. A cook of the quarter invites. 2. Cooking for two hours. 3. One question, one hour. 4. What was agreed is done within the month.',
    safeguards: 'Nobody is introduced as returned; elders agree beforehand to stop gossip.',
    results:
      'Trust among neighbours did not change against quarters without a table (120 people asked). 26 women told of more calm on the street.',
    did_not_work: 'The table alone. Without common work between the meals nothing stayed.',
    transfer_conditions: 'A kitchen, a cook whom all respect, something to do together.',
    contact: 'Foundation of quarters, through the editors of this library',
  },
};
