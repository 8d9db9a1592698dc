import type { DemoPractice } from './practice-text.ts';

export const EMPLOYER_BREAKFAST: DemoPractice = {
  key: 'employer-breakfast',
  author: 'lukas',
  source: 'en',
  state: 'published',
  facts: {
    country: 'DE',
    scope: 'local',
    themes: ['livelihood'],
    target_groups: ['women', 'men', 'professionals'],
    stages: ['reintegration'],
    from_year: 2022,
    to_year: null,
    cost_band: 'no_extra',
    evidence: {},
    maturity: { criteria: ['feasible'], places: 1, in_a_norm: false },
    studies: [
      {
        intervention: 'vocational_training',
        outcome: 'work_and_income',
        design: 'experience',
        direction: 'better',
        people: 15,
        year: 2024,
        source: 'Notes of the agency',
      },
    ],
  },
  texts: {
    title: [
      'Breakfast with employers before anybody applies',
      'Завтрак с работодателями до подачи заявлений',
      'Ariza berishdan oldin ish beruvchilar bilan nonushta',
    ],
    one_line: [
      "Small firms tell what they need; nobody's name is spoken.",
      'Небольшие фирмы рассказывают, кто им нужен; имён не называют.',
      'Kichik korxonalar kimga ehtiyoji borligini aytadi; ism aytilmaydi.',
    ],
    summary: [
      'Every six weeks eight small firms have breakfast with the labour office and tell which hands they lack. Workers bring back trades, not people. Fifteen trial days came of it in a year; nothing more has been measured.',
      'Каждые шесть недель восемь небольших фирм завтракают с центром занятости и говорят, каких рук не хватает. Специалисты приносят профессии, а не имена. За год вышло пятнадцать пробных дней; больше ничего не измеряли.',
      'Har olti haftada sakkiz kichik korxona bandlik markazi bilan nonushta qilib, qanday kasb egalari yetishmasligini aytadi. Xodimlar ismlarni emas, kasblarni olib keladi. Bir yilda oʻn besh sinov kuni boʻldi; boshqa narsa oʻlchanmagan.',
    ],
    problem: 'Employers knew applicants from papers with gaps only.',
    steps:
      '1. Invitation by the chamber of crafts. 2. An hour at eight in the morning. 3. A list of trades. 4. Trial days.',
    safeguards: 'No person is offered or described at the table.',
    results: 'Fifteen trial days in a year, six contracts.',
    did_not_work: 'Large firms sent somebody who could not decide.',
    transfer_conditions: 'A chamber that invites; a room with coffee.',
    contact: 'Labour office, through the editors of this library',
  },
};
