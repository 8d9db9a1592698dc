import type { DemoPractice } from './practice-text.ts';

export const MOTHER_TONGUE_CIRCLE: DemoPractice = {
  key: 'mother-tongue-circle',
  author: 'firuza.davlatova',
  source: 'ru',
  state: 'published',
  facts: {
    country: 'TJ',
    scope: 'local',
    themes: ['education', 'psychosocial'],
    target_groups: ['children', 'women'],
    stages: ['rehabilitation'],
    from_year: 2022,
    to_year: null,
    cost_band: 'low',
    evidence: { measured_before_and_after: true, results_better: true },
    maturity: { criteria: ['effective', 'participatory'], places: 1, in_a_norm: false },
    studies: [
      {
        intervention: 'family_support',
        outcome: 'wellbeing',
        design: 'interviews',
        direction: 'better',
        people: 18,
        year: 2024,
        source: 'Беседы с матерями и учителями, 2024',
      },
    ],
  },
  texts: {
    title: [
      'Reading circle in the mother tongue for mothers and children',
      'Кружок чтения на родном языке для матерей и детей',
      'Onalar va bolalar uchun ona tilida oʻqish toʻgaragi',
    ],
    one_line: [
      'Once a week mothers and children read aloud in the village library.',
      'Раз в неделю матери и дети читают вслух в сельской библиотеке.',
      'Haftasiga bir marta onalar va bolalar qishloq kutubxonasida ovoz chiqarib oʻqiydi.',
    ],
    summary: [
      'Mothers who cannot read well learn beside their children and are no longer afraid of the school. The librarian leads, a teacher comes once a month. Neighbours take part. What changed is told in talks; figures are still too small to prove more.',
      'Матери, которые плохо читают, учатся рядом с детьми и перестают бояться школы. Ведёт библиотекарь, раз в месяц приходит учитель. Участвуют и соседи. О переменах рассказывают в беседах; цифр пока мало, чтобы доказать больше.',
      'Yaxshi oʻqiy olmaydigan onalar bolalari yonida oʻrganadi va maktabdan qoʻrqmay qoʻyadi. Kutubxonachi olib boradi, oyda bir marta oʻqituvchi keladi. Qoʻshnilar ham qatnashadi. Oʻzgarishlar suhbatlarda aytiladi; koʻproq isbotlash uchun raqamlar hali kam.',
    ],
    problem: 'Матери не могли помогать детям с уроками и избегали школы.',
    steps:
      '1. Приглашение через библиотеку. 2. Полтора часа раз в неделю, одна книга в месяц. 3. Праздник чтения в конце четверти.',
    safeguards: 'Никого не спрашивают о прошлом; книги выбирают сами участницы.',
    results: '18 матерей: 14 через год сами проверяли домашнее задание, было 3.',
    did_not_work:
      'Занятия без детей: матери уходили раньше, потому что не с кем было оставить младших.',
    transfer_conditions: 'Библиотека рядом, тёплая комната, чай.',
    contact: 'Сельская библиотека, через редакцию',
  },
};
