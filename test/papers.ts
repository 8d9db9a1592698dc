import type { PacketContent } from '#domain/case/packet.ts';
import { agendaPaper } from '#domain/print/agenda-paper.ts';
import {
  certificateContent,
  conferenceContent,
  decisionContent,
  groupCertificateContent,
  homeVisitContent,
  type PrintedPerson,
  planContent,
} from '#domain/print/case-papers.ts';
import { complaintSlip } from '#domain/print/complaint-slip.ts';
import { layoutOf, type PrintCode, type PrintLayout } from '#domain/print/layout.ts';
import { linkSlip } from '#domain/print/link-slip.ts';
import { monthlyPaper } from '#domain/print/monthly-paper.ts';
import { packetPaper } from '#domain/print/packet-paper.ts';
import type { PrintContent } from '#domain/print/sheet.ts';
import { bodies, type CaseFile, caseFile, MODEL, testId } from './case-file.ts';

/** A print as it can be drawn: its layout in the demo programme, and what it is filled with. */
export interface Paper {
  readonly layout: PrintLayout;
  readonly content: PrintContent;
}

/** Malika, whose record holds both scripts, with a daughter whose name is there in Latin only. */
export const MALIKA: PrintedPerson = {
  spellings: [
    { given: 'Malika', patronymic: 'Yoʻldosh qizi', family: 'Gʻofurova' },
    { given: 'Малика', patronymic: 'Йўлдош қизи', family: 'Ғофурова' },
  ],
  called: null,
  birth: { date: '1990-03-05', precision: 'day' },
  worker: 'Aziza Karimova',
  district: { en: 'Chilonzor', ru: 'Чиланзарский район', uz: 'Chilonzor tumani' },
  household: [
    {
      ...{ spellings: [{ given: 'Shahnoza', family: 'Gʻofurova' }], relation: 'child' },
      ...{ sex: 'female', birth_year: 2016 },
    },
    { spellings: [{ given: 'Isʼhoq' }], relation: 'sibling', sex: 'male', birth_year: 1988 },
    { spellings: [], relation: 'grandparent', sex: 'female', birth_year: null },
  ],
};

/** What lies where only specialists read: none of these words may stand on any paper. */
export const SECRETS = [
  'CANARY-words',
  'CANARY-need',
  'CANARY-step',
  'CANARY-goal',
  'CANARY-asked',
];

/** Her file after some months: needs, a plan with a sensitive step, visits, decisions, a course. */
export function malikasFile(): { readonly file: CaseFile; readonly ids: Record<string, string> } {
  const file = caseFile();
  const ids = Object.fromEntries(
    [
      'visit',
      'secret_visit',
      'papers',
      'sensitive',
      'sure',
      'matter',
      'hidden',
      'conference',
      'course',
    ].map((name) => [name, file.id()]),
  );
  const need = (domain: string, words: string) =>
    file.done('identify_need', { need_id: file.id(), domain, urgent: false, words });
  need('housing', 'Tom oqmoqda, qishgacha taʼmirlash kerak');
  need('education', 'Qiz uchun maktabda joy');
  need('wellbeing', 'CANARY-need');
  const step = (step_id: string | undefined, what: string, owner: string, sensitive = false) => ({
    ...{ step_id, what, owner, sensitive, due_on: '2026-12-15' },
  });
  const goal = (domain: string, words: string, steps: readonly object[]) => ({
    ...{ goal_id: file.id(), domain, words, steps },
  });
  file.done('agree_plan', {
    ...bodies.plan(file),
    ...{
      strengths: 'Yaxshi tikadi, qoʻshnilar yordam beradi',
      wishes: 'Oʻz uyim va ishim boʻlsin',
    },
    goals: [
      goal('housing', 'Qishda uyimiz issiq boʻladi', [
        step(ids.papers, 'Taʼmirlash uchun hokimlikka ariza berish', 'worker'),
        step(ids.sure, 'Ustani topish', 'family'),
      ]),
      goal('health', 'Oʻzimni yaxshi his qilaman', [
        step(ids.sensitive, 'CANARY-step', 'service', true),
        step(file.id(), 'Har kuni sayr qilish', 'person'),
      ]),
    ],
  });
  file.done('complete_step', { step_id: ids.sure, outcome: 'done' });
  const visit = { kind: 'home_visit', met: true };
  file.done('record_visit', {
    ...{ ...visit, visit_id: ids.visit, on: '2026-11-20', compartment: 'general' },
    words:
      'Uy toza, ikki xona. Tomning bir burchagi oqmoqda. Qizi alohida karavotda uxlaydi, darslarini ' +
      'oshxonada tayyorlaydi. Malika tikuv mashinasini soʻradi.',
    next_on: '2026-12-04',
  });
  file.done('record_visit', {
    ...{ ...visit, visit_id: ids.secret_visit, on: '2026-11-21', words: 'CANARY-words' },
    compartment: 'psychosocial',
  });
  const decided = { number: '17/4', decided_on: '2026-11-20', agency: 'local_government' };
  const put = (matter_id: string | undefined, step_id: string | undefined, what: string) => {
    const asked = { session_on: '2026-11-20', asked: 'CANARY-asked' };
    file.done('put_to_commission', { matter_id, step_id, commission: 'district', ...asked });
    file.done('record_decision', { ...decided, matter_id, what, due_on: '2026-12-10' });
  };
  put(ids.matter, ids.papers, 'Tom taʼmirlansin, mablagʻ zaxiradan ajratilsin');
  put(ids.hidden, ids.sensitive, 'CANARY-step');
  file.done('record_conference', {
    ...{ conference_id: ids.conference, on: '2026-11-23', chair: 'Dilfuza Ortiqova' },
    ...{ disciplines: ['social_work', 'psychology', 'education'], view: 'CANARY-asked' },
    view_by: 'in_person',
    decisions: [
      {
        ...{ decision_id: file.id(), what: 'Tikuv mashinasi uchun ariza', owner: 'worker' },
        due_on: '2026-12-05',
      },
    ],
  });
  file.done('reach_milestone', {
    ...{ milestone_id: ids.course, code: 'course_finished', on: '2026-11-18' },
    ...{ words: 'CANARY-words', evidence: 'CANARY-words' },
  });
  return { file, ids };
}

const PACKET: PacketContent = {
  safe_contact: {
    words: 'Faqat ertalab qoʻngʻiroq qiling, uydagilarga hech narsa demang',
    contacts: [
      {
        ...{ channel: 'telephone', value: '+998 90 000 00 00', code_word_agreed: true },
        ...{
          who_may_answer: 'singlisi',
          times: [{ days: ['mon', 'wed'], from: '09:00', to: '11:00' }],
        },
      },
    ],
  },
  interpreter: { needed: false, language: null },
  sender: { code: 'social_services', place: MALIKA.district },
  person: {
    name: { given: 'Malika', patronymic: 'Yoʻldosh qizi', family: 'Gʻofurova' },
    birth: { date: '1990-03-05', precision: 'day', estimated: false },
    sex: 'female',
    papers: [
      { kind: 'passport', state: 'held' },
      { kind: 'birth_certificate', state: 'applied' },
    ],
  },
  household: { size: 4, children: 1 },
  place: MALIKA.district,
  request: {
    ...{ need: 'vocational_training', urgency: 'routine', answer_by: '2026-12-08' },
    ...{ words: 'Tikuvchilik kursiga joy bormi? Yanvardan boshlasa boʻladi.' },
    accompanied_by: 'worker',
  },
  worker: { name: 'Aziza Karimova' },
};

/** Malika sewed with neighbours all autumn, and wants it said how often she came. */
const SEWING = {
  ...{ title: 'Tikuvchilik toʻgaragi', organisation_id: testId(61), place_id: testId(62) },
  ...{ from: '2026-09-07', until: '2026-11-16', sessions_held: 10, sessions_attended: 9 },
};

const PAYER = testId(60);
const method = { smallest_cell: 10, smallest_households: 3, rounded_to: 5 };
const MADE = { month: '2026-10-01', method, made_at: '2026-11-01T04:00:00.000Z' };

function frozenMonth(): PrintContent {
  const spread = (at: number) => (at % 4 === 1 ? null : 15 + at * 10);
  const table = (subject: 'stage' | 'need_domain', list: readonly { code: string }[]) => ({
    ...{ ...MADE, subject, total: subject === 'stage' ? 415 : null },
    rows: list.map(({ code }, at) => ({ code, people: spread(at) })),
  });
  const line = { payer_id: PAYER, given_as: 'money' as const, currency: 'UZS', cells: [] };
  return monthlyPaper(MODEL, {
    month: MADE.month,
    stage: table('stage', MODEL.stages),
    need_domain: table('need_domain', MODEL.need_domains),
    delays: {
      on: '2026-10-31',
      agencies: (MODEL.commissions?.agencies ?? []).map(({ code }, at) => ({
        ...{ code, people: spread(at) },
      })),
    },
    assistance: {
      ...MADE,
      rows: [
        { ...line, total: { people: 120, amount: '184500000' } },
        { ...line, given_as: 'goods', total: { people: 45, amount: '23750000.50' } },
        { ...line, payer_id: null, total: null },
      ],
    },
    payers: new Map([
      [PAYER, { en: 'Kindness fund', ru: 'Фонд «Мехр»', uz: '“Mehr” jamgʻarmasi' }],
    ]),
  });
}

/** Every print of the programme, filled from Malika's file and the month of October, by a name of its own. */
export function allPapers(): Readonly<Record<string, Paper>> {
  const { file, ids } = malikasFile();
  const { state } = file;
  const of = (code: PrintCode, content: PrintContent | null): Paper => {
    const layout = layoutOf(MODEL, code);
    if (layout === null || content === null) throw new Error(`there is no print ${code}`);
    return { layout, content };
  };
  const visit = state.visit.visits[ids.visit ?? ''];
  const secret = state.visit.visits[ids.secret_visit ?? ''];
  const matter = state.commission.matters[ids.matter ?? ''];
  const hidden = state.commission.matters[ids.hidden ?? ''];
  const conference = state.conference.conferences[ids.conference ?? ''];
  const course = state.milestone.reached[ids.course ?? ''];
  if (!visit || !secret || !matter || !hidden || !conference || !course) {
    throw new Error('the file of the papers is not whole');
  }
  return {
    'home-visit': of('home_visit', homeVisitContent(state, MODEL, visit, MALIKA)),
    'home-visit-unsaid': of('home_visit', homeVisitContent(state, MODEL, secret, MALIKA)),
    referral: of(
      'referral',
      packetPaper(PACKET, MODEL, {
        service: { en: 'Sewing course', ru: 'Курс шитья', uz: 'Tikuvchilik kursi' },
        organisation: { en: 'Skills centre', ru: 'Центр профессий', uz: 'Kasb-hunar markazi' },
      }),
    ),
    plan: of('plan', planContent(state.plan, MALIKA)),
    decision: of('decision', decisionContent(state, MODEL, matter, MALIKA)),
    'decision-sensitive': of('decision', decisionContent(state, MODEL, hidden, MALIKA)),
    conference: of('decision', conferenceContent(MODEL, conference, MALIKA)),
    certificate: of('certificate', certificateContent(MODEL, course, MALIKA)),
    'group-certificate': of(
      'group_certificate',
      groupCertificateContent(
        SEWING,
        {
          organisation: {
            en: 'District library',
            ru: 'Районная библиотека',
            uz: 'Tuman kutubxonasi',
          },
          place: MALIKA.district,
        },
        MALIKA,
      ),
    ),
    agenda: of(
      'agenda',
      agendaPaper(MODEL, {
        ...{ commission: 'district', session_on: '2026-12-04' },
        numbers: ['RA39-R99R', '7K2M-P4QX', 'RA39-R99R'],
      }),
    ),
    'complaint-slip': of('complaint_slip', complaintSlip('https://homes.example/say')),
    'link-slip': of('link_slip', linkSlip('7K2M-P4QX', '2026-12-12')),
    monthly: of('monthly', frozenMonth()),
  };
}
