import type { ProposalKind } from '#domain/exchange/conference/call.ts';
import type { ProposalState } from '#domain/exchange/conference/proposal.ts';

/** A proposal of the demo: who offers it, where it stands, what the reviewers gave. All invented. */
export interface DemoProposal {
  readonly code: string;
  readonly by: string;
  readonly kind: ProposalKind;
  readonly state: ProposalState;
  readonly lang: 'en' | 'ru' | 'uz-Latn';
  readonly title: string;
  readonly abstract: string;
  /** Marks of ravshan and anneke, in the order of the criteria; none where nobody has weighed it. */
  readonly marks?: readonly (readonly [number, number, number, number, number])[];
  readonly late?: boolean;
  readonly do_not_record?: boolean;
}

export const DEMO_PROPOSALS: readonly DemoProposal[] = [
  {
    ...{ code: 'first-year', by: 'priya', kind: 'talk', state: 'confirmed', lang: 'en' },
    title: 'The first school year after a long way: what teachers asked for',
    abstract:
      'Forty schools kept a simple diary of the first year. We show what helped children to stay: one known adult, half days at first, and lessons in two languages.',
    marks: [
      [5, 4, 5, 5, 5],
      [5, 4, 4, 5, 5],
    ],
  },
  {
    ...{
      code: 'papers-in-ninety',
      by: 'daniyar.abenov',
      kind: 'case_of_practice',
      state: 'confirmed',
    },
    ...{ lang: 'ru', title: 'Документы за девяносто дней: одно окно в пяти областях' },
    abstract:
      'Как пять областей договорились о едином перечне документов и что сократило ожидание втрое. Разбираем шаги, сроки и то, что не получилось.',
    marks: [[5, 5, 4, 4, 5]],
  },
  {
    ...{ code: 'work-with-employers', by: 'lukas', kind: 'panel', state: 'confirmed', lang: 'en' },
    title: 'Employers at the table: apprenticeships that last longer than a grant',
    abstract:
      'Three employers and two job centres tell why some apprenticeships ended early, and what a mentor in the workshop changes.',
    marks: [[4, 4, 5, 4, 4]],
  },
  {
    ...{
      code: 'neighbours',
      by: 'bermet.asanova',
      kind: 'workshop',
      state: 'confirmed',
      lang: 'ru',
    },
    title: 'Соседи: как маленький город встречает тех, кто вернулся',
    abstract:
      'Мастерская по методу общих дел: что делают вместе, кого зовут первым и почему не говорят о прошлом.',
    marks: [
      [5, 3, 4, 5, 5],
      [4, 3, 4, 4, 5],
    ],
  },
  {
    ...{ code: 'grandmothers', by: 'barno.xolmatova', kind: 'talk', state: 'confirmed' },
    ...{ lang: 'uz-Latn', title: 'Buvilar bilan ishlash: oilada vasiylikni qoʻllab-quvvatlash' },
    abstract:
      'Vasiy boʻlgan buvi va buvalar uchun guruhlar: nima yordam berdi, nimani oʻzgartirdik va natijalar.',
    marks: [
      [5, 4, 4, 4, 5],
      [5, 4, 5, 4, 5],
    ],
  },
  {
    ...{ code: 'own-story', by: 'claire.dubois', kind: 'talk', state: 'confirmed', lang: 'en' },
    ...{ do_not_record: true, title: 'Telling, or not telling: lived experience in training' },
    abstract:
      'How people with lived experience teach without being exposed: aliases, voice only, a right to stop, and pay.',
    marks: [[5, 4, 5, 5, 5]],
  },
  {
    ...{ code: 'health-first-week', by: 'ayesha.qureshi', kind: 'talk', state: 'confirmed' },
    ...{ lang: 'en', title: 'The first week of health care: fewer examinations, more rest' },
    abstract:
      'We moved most examinations from the first week to the first month. Findings on sleep, trust and missed illnesses from three centres.',
    marks: [
      [5, 5, 4, 4, 4],
      [4, 5, 4, 4, 5],
    ],
  },
  {
    ...{
      code: 'housing-bridge',
      by: 'saule.kenzhebek',
      kind: 'case_of_practice',
      state: 'confirmed',
    },
    ...{ lang: 'ru', title: 'Мост к своему жилью: год аренды с правом остаться' },
    abstract: 'Договор на год с правом продления: расходы, отказы, опыт двух городов.',
    marks: [[4, 4, 4, 4, 4]],
  },
  {
    ...{
      code: 'language-lessons',
      by: 'goh.wei.jian',
      kind: 'talk',
      state: 'accepted',
      lang: 'en',
    },
    title: 'Two languages in one lesson: catching up without losing the first one',
    abstract:
      'Materials for grades 1 to 4 in two languages side by side, with results after a year.',
    marks: [
      [4, 4, 5, 5, 4],
      [4, 3, 5, 5, 4],
    ],
  },
  {
    ...{ code: 'phone-line', by: 'nurul.huda', kind: 'workshop', state: 'accepted', lang: 'en' },
    title: 'A phone line that answers: setting up complaints that people trust',
    abstract:
      'Who answers, in which language, and how a complaint changes a service within a week.',
    marks: [
      [4, 3, 4, 5, 5],
      [5, 3, 4, 4, 5],
    ],
  },
  {
    ...{
      code: 'children-grants',
      by: 'amina.diallo',
      kind: 'poster',
      state: 'accepted',
      lang: 'en',
    },
    title: 'Small grants for families: what they bought, and what it changed',
    abstract:
      'Spending of 210 families in six months, by kind and not by family, with no cell under ten.',
    marks: [
      [4, 4, 4, 4, 4],
      [4, 5, 4, 4, 4],
    ],
  },
  {
    ...{ code: 'sport', by: 'emre.yildiz', kind: 'poster', state: 'waiting', lang: 'en' },
    title: 'Sport clubs as a second door to the neighbourhood',
    abstract: 'Twelve clubs, two seasons: who came, who stayed, and what trainers need.',
    marks: [[4, 2, 4, 4, 4]],
  },
  {
    ...{ code: 'mothers-trade', by: 'gulchehra.azimova', kind: 'talk', state: 'waiting' },
    ...{ lang: 'uz-Latn', title: 'Hunar va bola parvarishi: onalar uchun yarim kunlik kurslar' },
    abstract: 'Bolalar yonida oʻqish: yarim kunlik kurslar, bitirganlar ulushi va ish topganlar.',
    marks: [
      [4, 3, 3, 4, 4],
      [4, 3, 4, 4, 4],
    ],
  },
  {
    ...{ code: 'software', by: 'rajesh.pillai', kind: 'talk', state: 'declined', lang: 'en' },
    title: 'A dashboard of everything',
    abstract: 'We present a dashboard that brings all indicators together in real time.',
    marks: [
      [2, 2, 2, 3, 2],
      [2, 1, 2, 3, 1],
    ],
  },
  {
    ...{ code: 'risk-scores', by: 'pieter.maes', kind: 'talk', state: 'declined', lang: 'en' },
    title: 'Sorting arrivals by a score',
    abstract: 'A score made from interviews on the first day. We discuss its limits.',
    marks: [[2, 1, 1, 3, 1]],
  },
  {
    ...{ code: 'radio', by: 'usman.tariq', kind: 'talk', state: 'withdrawn', lang: 'en' },
    title: 'Community radio on coming home',
    abstract: 'Short pieces made with listeners. Withdrawn, as the team is travelling.',
  },
  {
    ...{ code: 'foster', by: 'ingrid.solberg', kind: 'panel', state: 'in_review', lang: 'en' },
    title: 'Kinship care across borders: what two social services need from each other',
    abstract: 'Handing over a family from one country to the next without starting anew.',
    marks: [[4, 4, 5, 4, 5]],
  },
  {
    ...{
      code: 'art',
      by: 'yusuf.el.amrani',
      kind: 'workshop',
      state: 'draft',
      lang: 'en',
      late: true,
    },
    title: 'Drawing the way home: a workshop for facilitators',
    abstract: 'An hour of practice for people who lead groups of children.',
  },
];
