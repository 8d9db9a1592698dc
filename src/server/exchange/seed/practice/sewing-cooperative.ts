import type { DemoPractice } from './practice-text.ts';

export const SEWING_COOPERATIVE: DemoPractice = {
  key: 'sewing-cooperative',
  author: 'dilnoza',
  source: 'uz-Latn',
  state: 'published',
  facts: {
    country: 'UZ',
    scope: 'local',
    themes: ['livelihood', 'community'],
    target_groups: ['women', 'host_community'],
    stages: ['reintegration', 'aftercare'],
    from_year: 2020,
    to_year: null,
    cost_band: 'medium',
    evidence: {
      measured_before_and_after: true,
      results_better: true,
      enough_people: true,
      described_to_repeat: true,
      costs_told: true,
      worked_elsewhere: true,
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
      places: 3,
      in_a_norm: false,
    },
    studies: [
      {
        intervention: 'vocational_training',
        outcome: 'work_and_income',
        design: 'before_after',
        direction: 'better',
        people: 64,
        year: 2024,
        source: 'Kooperativ hisobotlari, 2021–2024',
      },
      {
        intervention: 'cash_and_start_up',
        outcome: 'work_and_income',
        design: 'before_after',
        direction: 'better',
        people: 22,
        year: 2024,
        source: 'Kooperativ hisobotlari, 2021–2024',
      },
    ],
  },
  texts: {
    title: [
      'A sewing cooperative of neighbours: a trade, an order book and a room for children',
      'Швейный кооператив соседок: ремесло, заказы и комната для детей',
      'Qoʻshnilarning tikuvchilik kooperativi: hunar, buyurtma va bolalar xonasi',
    ],
    one_line: [
      'Women learn with a master, earn from the third month and bring the children along.',
      'Женщины учатся у мастера, с третьего месяца зарабатывают, дети рядом.',
      'Ayollar ustadan oʻrganadi, uchinchi oydan daromad topadi, bolalar yonida boʻladi.',
    ],
    summary: [
      'Two thirds of the members are neighbours, one third came home. Orders of schools for uniforms fill the first year. A room with a carer makes it possible to come. After a year 64 members earned more than the wage of a beginner; 22 opened a workshop of their own with a small grant.',
      'Две трети участниц — соседки, одна треть вернулась. Первый год обеспечивают заказы школьной формы. Комната с няней позволяет приходить. Через год 64 участницы зарабатывали больше начального оклада; 22 открыли свою мастерскую с небольшим грантом.',
      'Aʼzolarning uchdan ikkisi qoʻshnilar, uchdan biri qaytganlar. Birinchi yilni maktab formasi buyurtmalari taʼminlaydi. Enagali xona kelish imkonini beradi. Bir yildan keyin 64 aʼzo boshlangʻich maoshdan koʻp topdi; 22 nafari kichik grant bilan oʻz ustaxonasini ochdi.',
    ],
    problem: 'Ayollar kursni tugatar, lekin buyurtma ham, bolasini qoldiradigan joy ham yoʻq edi.',
    steps:
      '1. Maktablar bilan buyurtma kelishiladi. 2. Usta bilan uch oy. 3. Kooperativga qoʻshilish. 4. Bir yildan keyin xohlaganlarga grant.',
    safeguards: 'Kim qaytganini aʼzolar oʻzi aytmasa, hech kim bilmaydi. Rasmga olinmaydi.',
    results: '64 aʼzo boshlangʻich maoshdan koʻp topadi; 22 nafarining oʻz ustaxonasi bor.',
    did_not_work: 'Onlayn savdo: yetkazib berish daromaddan qimmat tushdi.',
    transfer_conditions: 'Bir yillik buyurtma, usta, bolalar xonasi.',
    contact: 'Kooperativlar uyushmasi, tahririyat orqali',
  },
};
