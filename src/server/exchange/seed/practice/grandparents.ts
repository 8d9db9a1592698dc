import type { DemoPractice } from './practice-text.ts';

export const GRANDPARENTS: DemoPractice = {
  key: 'grandparents',
  author: 'bermet.asanova',
  source: 'ru',
  state: 'published',
  facts: {
    country: 'KG',
    scope: 'regional',
    themes: ['psychosocial', 'community'],
    target_groups: ['receiving_families', 'children'],
    stages: ['before_return', 'reception', 'aftercare'],
    from_year: 2021,
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
      criteria: ['effective', 'gender_sensitive', 'feasible', 'participatory'],
      places: 3,
      in_a_norm: false,
    },
    studies: [
      {
        intervention: 'family_support',
        outcome: 'family_relations',
        design: 'before_after',
        direction: 'better',
        people: 57,
        year: 2024,
        source: 'Опрос принимающих семей до и после, 2022–2024',
      },
      {
        intervention: 'family_support',
        outcome: 'home',
        design: 'before_after',
        direction: 'better',
        people: 57,
        year: 2024,
        source: 'Сколько детей остались в той же семье через год',
      },
    ],
  },
  texts: {
    title: [
      'School of grandparents: preparing the family before a child comes home',
      'Школа бабушек и дедушек: подготовка семьи до приезда ребёнка',
      'Buvi va buvalar maktabi: bola kelishidan oldin oilani tayyorlash',
    ],
    one_line: [
      'Six evenings before and six after: what a child needs, and what the family needs.',
      'Шесть вечеров до и шесть после: что нужно ребёнку и что нужно семье.',
      'Kelishdan oldin olti oqshom, keyin olti oqshom: bolaga nima kerak va oilaga nima kerak.',
    ],
    summary: [
      'Relatives who receive children meet in small groups led by a social worker and by grandparents who have done it before. They speak of sleep, school, money and grief, and of what is told to neighbours. After a year 54 of 57 children lived with the same family.',
      'Родственники, принимающие детей, собираются небольшими группами; их ведут социальный работник и те, кто уже прошёл этот путь. Говорят о сне, школе, деньгах и горе и о том, что сказать соседям. Через год 54 из 57 детей жили в той же семье.',
      'Bolalarni qabul qilayotgan qarindoshlar kichik guruhlarda yigʻiladi; ularni ijtimoiy xodim va bu yoʻlni bosib oʻtganlar olib boradi. Uyqu, maktab, pul, qaygʻu va qoʻshnilarga nima deyish haqida gaplashiladi. Bir yildan keyin 57 boladan 54 nafari oʻsha oilada yashardi.',
    ],
    problem: 'Пожилые родственники узнавали о приезде за несколько дней и оставались одни.',
    steps:
      '1. Посещение на дому. 2. Шесть встреч по два часа. 3. Приезд ребёнка. 4. Шесть встреч раз в месяц.',
    safeguards: 'Участники договариваются не выносить услышанное; ребёнок не обсуждается при нём.',
    results: '57 семей: тревога снизилась у 41; 54 ребёнка через год в той же семье.',
    did_not_work: 'Лекции психиатра: непонятно и страшно. Вместо них рассказывают сами участники.',
    transfer_conditions: 'Известно за месяц, кто приедет; есть два опытных ведущих.',
    contact: 'Центр семьи, через редакцию',
  },
};
