import type { DemoPractice } from './practice-text.ts';

export const MENTOR_FROM_QUARTER: DemoPractice = {
  key: 'mentor-from-quarter',
  author: 'aigerim',
  source: 'ru',
  state: 'published',
  facts: {
    country: 'KZ',
    scope: 'regional',
    themes: ['community', 'case_management'],
    target_groups: ['women', 'men', 'adolescents'],
    stages: ['reintegration', 'aftercare'],
    from_year: 2020,
    to_year: null,
    cost_band: 'low',
    evidence: {
      measured_before_and_after: true,
      results_better: true,
      enough_people: true,
      followed_six_months: true,
    },
    maturity: {
      criteria: ['effective', 'sustainable', 'feasible', 'participatory'],
      places: 5,
      in_a_norm: false,
    },
    studies: [
      {
        intervention: 'mentoring',
        outcome: 'belonging',
        design: 'before_after',
        direction: 'better',
        people: 83,
        year: 2024,
        source: 'Опрос участников в начале и через год',
      },
      {
        intervention: 'mentoring',
        outcome: 'work_and_income',
        design: 'interviews',
        direction: 'mixed',
        people: 20,
        year: 2024,
        source: 'Беседы с участниками и наставниками',
      },
    ],
  },
  texts: {
    title: [
      'Mentors from the quarter, chosen by the person',
      'Наставники из своего района, которых выбирает сам человек',
      'Insonning oʻzi tanlagan, mahalladan ustoz',
    ],
    one_line: [
      "A volunteer of one's own choice for a year, with training and somebody to ask.",
      'Доброволец по собственному выбору на год, с подготовкой и поддержкой.',
      'Bir yilga oʻzi tanlagan koʻngilli, tayyorgarlik va maslahat bilan.',
    ],
    summary: [
      'Three possible mentors introduce themselves; the person chooses one or none. They meet twice a month outside offices. Mentors are trained for three days and can call a worker at any time. Contacts outside the family doubled; work came through mentors only where they had a trade themselves.',
      'Знакомятся трое возможных наставников; человек выбирает одного или никого. Встречи дважды в месяц вне кабинетов. Наставники проходят трёхдневную подготовку и всегда могут позвонить специалисту. Знакомств вне семьи стало вдвое больше; с работой помогали те, у кого самих есть ремесло.',
      'Uch nomzod oʻzini tanishtiradi; inson birini tanlaydi yoki hech kimni. Oyda ikki marta idoradan tashqarida uchrashadi. Ustozlar uch kun tayyorlanadi va har doim xodimga qoʻngʻiroq qila oladi. Oiladan tashqari tanishlar ikki baravar koʻpaydi; ish topishga hunari bor ustozlargina yordam berdi.',
    ],
    problem: 'Первый год люди почти никого не знали, кроме родных и специалистов.',
    steps:
      '1. Подготовка наставников. 2. Три знакомства. 3. Договор на год, который можно закончить. 4. Раз в квартал — встреча с супервизором.',
    safeguards: 'Наставник не знает содержания карты сопровождения и никому не докладывает.',
    results:
      '83 пары: знакомых вне семьи было в среднем 3, стало 7; 12 пар расстались раньше срока.',
    did_not_work: 'Назначенные наставники: половина пар распалась за два месяца.',
    transfer_conditions: 'Добровольцы, которым оплачивают дорогу; супервизор на двадцать пар.',
    contact: 'Союз добровольцев, через редакцию',
  },
};
