import type { DemoPractice } from './practice-text.ts';

export const HOME_FIRST: DemoPractice = {
  key: 'home-first',
  author: 'anneke',
  source: 'en',
  state: 'published',
  facts: {
    country: 'BE',
    scope: 'local',
    themes: ['housing', 'case_management'],
    target_groups: ['women', 'families'],
    stages: ['reintegration'],
    from_year: 2018,
    to_year: 2023,
    cost_band: 'high',
    evidence: {
      measured_before_and_after: true,
      results_better: true,
      enough_people: true,
      comparison_group: true,
      followed_six_months: true,
    },
    maturity: { criteria: ['effective', 'feasible', 'repeatable'], places: 2, in_a_norm: false },
    studies: [
      {
        intervention: 'housing_support',
        outcome: 'home',
        design: 'comparison',
        direction: 'better',
        people: 38,
        year: 2022,
        source: 'City office, two years of leases',
      },
      {
        intervention: 'housing_support',
        outcome: 'work_and_income',
        design: 'comparison',
        direction: 'no_change',
        people: 38,
        year: 2022,
        source: 'City office, two years of leases',
      },
    ],
  },
  texts: {
    title: [
      "A lease of one's own first, everything else from there",
      'Сначала собственное жильё, всё остальное — потом',
      'Avval oʻz uyi, qolgani shundan keyin',
    ],
    one_line: [
      'A flat within six weeks, without conditions of treatment or courses.',
      'Квартира за шесть недель, без условий о лечении или курсах.',
      'Olti hafta ichida kvartira, davolanish yoki kurs sharti qoʻyilmaydi.',
    ],
    summary: [
      'The city signs the lease for a year and hands it over to the family when it wishes. Help comes to the door and may be declined. 33 of 38 families were in the same home after two years; work did not come sooner than elsewhere.',
      'Город на год заключает договор аренды и передаёт его семье, когда она захочет. Помощь приходит на дом, от неё можно отказаться. Через два года 33 из 38 семей жили там же; работу находили не быстрее, чем другие.',
      'Shahar bir yilga ijara shartnomasini tuzadi va oila xohlaganda unga topshiradi. Yordam uyga keladi, undan voz kechish mumkin. Ikki yildan keyin 38 oiladan 33 tasi oʻsha uyda yashardi; ish boshqalarnikidan tezroq topilmadi.',
    ],
    problem: 'Families moved four times in the first year; each move cost a school and a doctor.',
    steps:
      "1. Choose of two flats. 2. Lease by the city. 3. A visit a week for three months, then as asked. 4. Lease in the family's own name.",
    safeguards:
      'The landlord learns nothing but that the city pays. No condition is tied to the home.',
    results:
      '33 of 38 families in the same home after two years, 19 of 36 in the district without.',
    did_not_work: 'Hope that a home brings work sooner. It did not.',
    transfer_conditions: 'A city that may sign leases; a fund for damages.',
    contact: 'City housing office, through the editors of this library',
  },
};
