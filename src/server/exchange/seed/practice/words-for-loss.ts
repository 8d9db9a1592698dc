import type { DemoPractice } from './practice-text.ts';

export const WORDS_FOR_LOSS: DemoPractice = {
  key: 'words-for-loss',
  author: 'bermet.asanova',
  source: 'ru',
  state: 'submitted',
  facts: {
    country: 'KG',
    scope: 'local',
    themes: ['psychosocial'],
    target_groups: ['children', 'adolescents'],
    stages: ['rehabilitation', 'reintegration'],
    from_year: 2024,
    to_year: null,
    cost_band: 'low',
    evidence: { measured_before_and_after: true, results_better: true },
    maturity: { criteria: ['feasible', 'participatory'], places: 1, in_a_norm: false },
    studies: [
      {
        intervention: 'mental_health_support',
        outcome: 'wellbeing',
        design: 'interviews',
        direction: 'better',
        people: 14,
        year: 2025,
        source: 'Беседы с детьми и взрослыми',
      },
    ],
  },
  texts: {
    title: [
      'Words for loss: a theatre of shadows about grief',
      'Слова для утраты: театр теней о горе',
      'Yoʻqotish uchun soʻzlar: qaygʻu haqida soyalar teatri',
    ],
    one_line: [
      'Children play an old tale; nobody plays their own story.',
      'Дети играют старую сказку; свою историю не играет никто.',
      'Bolalar eski ertakni oʻynaydi; hech kim oʻz hikoyasini oʻynamaydi.',
    ],
    summary: [
      'Ten evenings of shadow theatre with a tale in which somebody does not come back. The play is shown to relatives behind a screen, so that nobody is seen.',
      'Десять вечеров театра теней со сказкой, в которой кто-то не возвращается. Спектакль показывают родным за экраном, поэтому никого не видно.',
      'Kimdir qaytmaydigan ertak asosida oʻn oqshom soyalar teatri. Tomosha qarindoshlarga parda ortida koʻrsatiladi, hech kim koʻrinmaydi.',
    ],
    problem: 'О тех, кто не вернулся, дома не говорили.',
    steps: '1. Выбор сказки. 2. Восемь репетиций. 3. Показ для родных. 4. Вечер разговора.',
    safeguards: 'Психолог на каждой репетиции; можно выйти в любой момент.',
    results: '14 детей; 11 семей после показа впервые говорили об утрате.',
    did_not_work: 'Куклы с лицами: дети узнавали в них близких.',
    transfer_conditions: 'Тёмная комната, лампа, терпение.',
    contact: 'Театральная студия, через редакцию',
  },
};
