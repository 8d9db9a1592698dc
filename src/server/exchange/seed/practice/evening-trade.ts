import type { DemoPractice } from './practice-text.ts';

export const EVENING_TRADE: DemoPractice = {
  key: 'evening-trade',
  author: 'farah',
  source: 'en',
  state: 'published',
  facts: {
    country: 'MY',
    scope: 'regional',
    themes: ['education', 'livelihood'],
    target_groups: ['adolescents'],
    stages: ['reintegration'],
    from_year: 2019,
    to_year: 2024,
    cost_band: 'medium',
    evidence: {
      measured_before_and_after: true,
      results_better: true,
      enough_people: true,
      followed_six_months: true,
      followed_two_years: true,
    },
    maturity: {
      criteria: ['effective', 'gender_sensitive', 'feasible', 'participatory'],
      places: 3,
      in_a_norm: false,
    },
    studies: [
      {
        intervention: 'vocational_training',
        outcome: 'work_and_income',
        design: 'before_after',
        direction: 'better',
        people: 61,
        year: 2024,
        source: 'Two-year follow-up of the college, 2024',
      },
      {
        intervention: 'vocational_training',
        outcome: 'school_attendance',
        design: 'before_after',
        direction: 'mixed',
        people: 61,
        year: 2024,
        source: 'Two-year follow-up of the college, 2024',
      },
    ],
  },
  texts: {
    title: [
      'Evening classes with a trade for adolescents who will not sit with small children',
      'Вечерние занятия с профессией для подростков, которым тесно с малышами',
      'Kichiklar bilan oʻqishni istamagan oʻsmirlar uchun kasb oʻrgatuvchi kechki mashgʻulotlar',
    ],
    one_line: [
      'Two evenings of school, two of a workshop, one certificate for both.',
      'Два вечера школы, два вечера мастерской, одно свидетельство на всё.',
      'Ikki oqshom maktab, ikki oqshom ustaxona, ikkalasiga bitta guvohnoma.',
    ],
    summary: [
      'Adolescents of 15 to 18 years finish basic school in the evening and learn a trade that the town needs: repair of phones, baking, tailoring or care of the elderly. Places are open to all of the town; one in three is kept for those who came home. After two years 41 of 61 had work or went on learning.',
      'Подростки 15–18 лет вечером заканчивают основную школу и осваивают профессию, нужную городу: ремонт телефонов, выпечку, пошив или уход за пожилыми. Места открыты всем, каждое третье — для тех, кто вернулся. Через два года 41 из 61 работали или учились дальше.',
      '15–18 yoshli oʻsmirlar kechqurun asosiy maktabni tugatadi va shaharga kerak kasbni oʻrganadi: telefon tuzatish, nonvoylik, tikuvchilik yoki keksalarga qarash. Oʻrinlar hamma uchun ochiq, uchdan biri qaytganlar uchun. Ikki yildan keyin 61 nafardan 41 nafari ishlayotgan yoki oʻqishni davom ettirayotgan edi.',
    ],
    problem:
      'Adolescents without school papers left school within weeks when they were placed with much younger pupils.',
    steps:
      '1. Taster week in three workshops. 2. Four evenings a week for eighteen months. 3. A paid placement of three months. 4. One exam board for school and trade.',
    staffing: 'One teacher, one master of the trade for twelve; a support worker once a week.',
    safeguards:
      'Placements are checked against the law on young workers; nobody below 15 works with machines.',
    results:
      '61 began, 52 finished; after two years 41 had work or went on learning. Attendance of lessons was mixed: good in winter, poor at harvest.',
    did_not_work: 'Loans for tools drove three families into debt; tools are lent now.',
    transfer_conditions: 'A college that opens in the evening, three employers, a bus home.',
    how_to_adopt:
      'Ask employers first; begin with one trade; keep one place in three; count who comes.',
    contact: 'College of trades, through the editors of this library',
  },
};
