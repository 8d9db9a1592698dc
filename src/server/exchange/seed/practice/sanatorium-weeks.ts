import type { DemoPractice } from './practice-text.ts';

export const SANATORIUM_WEEKS: DemoPractice = {
  key: 'sanatorium-weeks',
  author: 'aigerim',
  source: 'ru',
  state: 'published',
  facts: {
    country: 'KZ',
    scope: 'national',
    themes: ['health', 'psychosocial'],
    target_groups: ['women', 'children', 'families'],
    stages: ['reception', 'rehabilitation'],
    from_year: 2019,
    to_year: 2023,
    cost_band: 'high',
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
      in_a_norm: true,
    },
    studies: [
      {
        intervention: 'mental_health_support',
        outcome: 'wellbeing',
        design: 'before_after',
        direction: 'better',
        people: 130,
        year: 2022,
        source: 'Опросник благополучия в начале и в конце, отчёт 2022',
      },
    ],
  },
  texts: {
    title: [
      'Four weeks to arrive: rest, check-ups and a plan in a sanatorium',
      'Четыре недели, чтобы прийти в себя: отдых, обследование и план в санатории',
      'Oʻziga kelish uchun toʻrt hafta: sogʻlomlashtirish muassasasida dam, tekshiruv va reja',
    ],
    one_line: [
      'First sleep and a doctor, then school and papers, then the way home.',
      'Сначала сон и врач, затем школа и документы, потом дорога домой.',
      'Avval uyqu va shifokor, keyin maktab va hujjatlar, soʻng uyga yoʻl.',
    ],
    summary: [
      'Families stay together for four weeks. Days have a rhythm: mornings for health, afternoons for play and learning, evenings for relatives. Each family leaves with a plan that it helped to write and with a worker of its own region whom it has met.',
      'Семьи четыре недели живут вместе. У дня есть ритм: утром здоровье, днём игра и учёба, вечером родные. Каждая семья уезжает с планом, который сама помогала писать, и со знакомым специалистом своего региона.',
      'Oilalar toʻrt hafta birga yashaydi. Kunning tartibi bor: ertalab sogʻliq, kunduzi oʻyin va oʻqish, kechqurun qarindoshlar. Har bir oila oʻzi yozishda qatnashgan reja va oʻz hududidagi tanish xodim bilan joʻnaydi.',
    ],
    problem: 'После долгой дороги семьи сразу попадали в кабинеты и ничего не запоминали.',
    steps:
      '1. Неделя отдыха и врачей. 2. Неделя школы и игр. 3. Неделя документов. 4. Неделя плана и знакомства со специалистом.',
    safeguards:
      'Допросов на территории нет; вход посторонним закрыт; дети всегда с матерью или тётей.',
    results: '130 взрослых: показатель благополучия вырос с 38 до 57 из 100.',
    did_not_work: 'Восемь недель: семьи скучали по дому, польза больше не росла.',
    transfer_conditions: 'Дом с тёплыми комнатами, врачи рядом, договор с регионами.',
    contact: 'Центр реабилитации, через редакцию',
  },
};
