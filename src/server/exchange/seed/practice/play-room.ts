import type { DemoPractice } from './practice-text.ts';

export const PLAY_ROOM: DemoPractice = {
  key: 'play-room',
  author: 'katrin.vogel',
  source: 'en',
  state: 'published',
  facts: {
    country: 'DE',
    scope: 'national',
    themes: ['psychosocial', 'health'],
    target_groups: ['children', 'receiving_families'],
    stages: ['reception', 'rehabilitation'],
    from_year: 2019,
    to_year: null,
    cost_band: 'high',
    evidence: {
      measured_before_and_after: true,
      results_better: true,
      enough_people: true,
      comparison_group: true,
      not_by_chance: true,
      size_of_effect_told: true,
      described_to_repeat: true,
      costs_told: true,
      worked_elsewhere: true,
      followed_six_months: true,
      followed_two_years: true,
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
      places: 5,
      in_a_norm: false,
    },
    studies: [
      {
        intervention: 'mental_health_support',
        outcome: 'wellbeing',
        design: 'random',
        direction: 'better',
        people: 84,
        year: 2023,
        source: 'Trial with a waiting list in five cities, registered beforehand; report 2023',
      },
      {
        intervention: 'mental_health_support',
        outcome: 'family_relations',
        design: 'comparison',
        direction: 'better',
        people: 84,
        year: 2023,
        source: "The same trial, carers' answers",
      },
    ],
  },
  texts: {
    title: [
      'Play room with two carers: twelve afternoons for children and the family that receives them',
      'Игровая комната с двумя взрослыми: двенадцать встреч для детей и принимающей семьи',
      'Ikki kattali oʻyin xonasi: bolalar va qabul qiluvchi oila uchun oʻn ikki uchrashuv',
    ],
    one_line: [
      'Carer and child play, a therapist watches and helps; no child is asked to tell.',
      'Взрослый и ребёнок играют, терапевт смотрит и помогает; рассказывать никого не просят.',
      'Katta va bola oʻynaydi, terapevt kuzatib yordam beradi; bolani gapirishga majburlamaydilar.',
    ],
    summary: [
      'Twelve afternoons of play with the carer in the room and a therapist beside them. Grandparents and aunts learn what frightens a child and what calms it. A trial with a waiting list in five cities showed better sleep and fewer outbursts; the effect lasted two years.',
      'Двенадцать встреч: ребёнок играет со взрослым, терапевт рядом. Бабушки, дедушки и тёти узнают, что пугает ребёнка и что его успокаивает. Исследование со списком ожидания в пяти городах показало: дети лучше спят и реже срываются; результат держался два года.',
      'Oʻn ikki uchrashuv: bola katta bilan oʻynaydi, terapevt yonida. Buvi, buva va xolalar bolani nima qoʻrqitishini va nima tinchlantirishini bilib oladi. Besh shahardagi kutish roʻyxatli tadqiqot uyqu yaxshilangani va jahl kamayganini koʻrsatdi; natija ikki yil saqlandi.',
    ],
    problem:
      'Children slept badly and did not speak; families that received them felt alone with it.',
    change_idea: 'A child calms down with the one who stays. So the carer is helped, not replaced.',
    steps:
      '1. Visit at home. 2. Twelve afternoons of ninety minutes in a plain room. 3. A talk with the carer after each third one. 4. Two visits after three and six months.',
    staffing: 'One therapist and one helper for four families; supervision every two weeks.',
    safeguards:
      'Consent of guardian and child, which may be withdrawn; no recording; nothing is told to authorities but danger.',
    results:
      '84 children: sleep and outbursts better by .6 of a standard deviation than on the waiting list; still .5 after two years.',
    did_not_work: 'Groups of several families in one room were too loud for the youngest.',
    transfer_conditions: 'A trained therapist within an hour; travel money for the carer.',
    how_to_adopt:
      'Train two therapists with the manual; begin with four families; ask carers after each third afternoon.',
    sources: 'Manual, third edition; report of the trial, 2023.',
    contact: "Children's clinic network, through the editors of this library",
  },
};
