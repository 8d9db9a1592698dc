import type pg from 'pg';
import { CRITERIA } from '#domain/exchange/conference/criteria.ts';
import { fullBy } from '#domain/exchange/conference/registration.ts';
import { newWording } from '#domain/exchange/wording.ts';
import { fixedId } from '../../seed/fixed-id.ts';
import { DEMO_PROPOSALS, type DemoProposal } from './conference-proposals.ts';
import { dayFrom, editionId } from './editions.ts';
import { DEMO_EXPERTS } from './experts.ts';
import { DEMO_INSTITUTIONS } from './institutions.ts';
import { institutionId, participantId, SEED_TIME, told } from './told.ts';

const COMING = editionId('homecoming-2');
const SEATS = { seats: 42, seats_per_institution: 5, seats_per_country: 6 };

/** Hosts, the call with its proposals and reviews, and registration of the demo's conferences. */
export async function seedConference(
  owner: pg.ClientBase,
  today: string,
  now: Date,
): Promise<void> {
  await seedHosts(owner);
  await seedCall(owner, today);
  for (const one of DEMO_PROPOSALS) await seedProposal(owner, one, now);
  await seedRegistration(owner, today, now);
}

async function seedHosts(owner: pg.ClientBase): Promise<void> {
  const about = told(
    'Two days online, in English, Russian and Uzbek with interpretation. Each session ends with what somebody will do; what is adopted is followed until it is done.',
    'Два дня онлайн, на английском, русском и узбекском языках с переводом. Каждая встреча завершается тем, что кто-то сделает; принятое отслеживается до исполнения.',
    'Ikki kun onlayn, ingliz, rus va oʻzbek tillarida, tarjima bilan. Har bir uchrashuv kimdir nima qilishi bilan yakunlanadi; qabul qilingan qarorlar bajarilguncha kuzatib boriladi.',
  );
  await owner.query('update exchange.edition set about = $2, contact = $3 where id = $1', [
    ...[COMING, JSON.stringify(about), 'conference@exchange.invalid'],
  ]);
  const hosts = [
    ...([
      ['registan', 'host'],
      ['family-uz', 'co_host'],
      ['union-desk', 'partner'],
    ] as const),
    ['children-org', 'supporter'] as const,
  ];
  for (const edition of [COMING, editionId('homecoming-1')])
    for (const [standing, [code, part]] of hosts.entries())
      await owner.query(
        `insert into exchange.host (id, edition_id, institution_id, part, standing)
         values ($1, $2, $3, $4, $5)`,
        [fixedId(`exchange:host:${edition}:${code}`), edition, institutionId(code), part, standing],
      );
}

async function seedCall(owner: pg.ClientBase, today: string): Promise<void> {
  const guidance = told(
    'Tell what you did, for whom, what came of it, and what did not work. Write so that nobody can be recognised.',
    'Расскажите, что вы сделали, для кого, что получилось и что не получилось. Пишите так, чтобы никого нельзя было узнать.',
    'Nima qilganingizni, kim uchun, natijasi qanday boʻlganini va nima ish bermaganini aytib bering. Hech kimni tanib boʻlmaydigan qilib yozing.',
  );
  await owner.query(
    `insert into exchange.call (edition_id, opens, closes, time_zone, languages, kinds, criteria,
       anonymous, reviews, reviews_due, guidance, phase)
     values ($1, $2, $3, 'Asia/Tashkent', $4, $5, $6, true, 2, $7, $8, 'discussion')`,
    [
      ...[COMING, `${dayFrom(today, -60)}T09:00`, `${dayFrom(today, -14)}T23:59`],
      ...[
        ['en', 'ru', 'uz-Latn'],
        ['talk', 'panel', 'workshop', 'case_of_practice', 'poster'],
      ],
      ...[[...CRITERIA], `${dayFrom(today, 3)}T18:00`, JSON.stringify(guidance)],
    ],
  );
}

async function seedProposal(owner: pg.ClientBase, one: DemoProposal, now: Date): Promise<void> {
  const id = fixedId(`exchange:proposal:${one.code}`);
  const by = DEMO_EXPERTS.find(({ username }) => username === one.by);
  if (by === undefined) throw new Error(`nobody of the demo is called ${one.by}`);
  const institution = DEMO_INSTITUTIONS.find(({ code }) => code === by.institution);
  const worded = (text: string) => JSON.stringify(newWording({ lang: one.lang, text }, null, now));
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const handedIn = one.state !== 'draft';
  await owner.query(
    `insert into exchange.proposal (id, edition_id, kind, title, abstract, do_not_record,
       interpretation, state, submitted_at, late_at, decided_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[id, COMING, one.kind, worded(one.title), worded(one.abstract)],
      one.do_not_record ?? false,
      JSON.stringify({ speaks: one.lang, hears: ['en'], other: null }),
      ...[one.state, handedIn ? ago(20) : null, one.late === true ? ago(13) : null],
      ...[['accepted', 'confirmed', 'declined', 'waiting'].includes(one.state) ? ago(2) : null],
      ago(25),
    ],
  );
  await owner.query(
    'insert into exchange.proposal_author (proposal_id, edition_id, participant_id) values ($1, $2, $3)',
    [id, COMING, by.id],
  );
  await owner.query(
    `insert into exchange.proposal_speaker (proposal_id, edition_id, standing, name, institution,
       country, languages) values ($1, $2, 0, $3, $4, $5, $6)`,
    [
      ...[id, COMING, by.name, institution?.name.versions.en?.text ?? by.institution],
      ...[by.country, by.languages],
    ],
  );
  for (const [index, marks] of (one.marks ?? []).entries()) {
    const reviewer = participantId(reviewersOf(by.country)[index] ?? '');
    await owner.query(
      `insert into exchange.review_assignment (proposal_id, edition_id, reviewer_id, assigned_by,
         assigned_at) values ($1, $2, $3, $4, $5)`,
      [id, COMING, reviewer, participantId('nodira'), ago(12)],
    );
    await owner.query(
      `insert into exchange.review (proposal_id, edition_id, reviewer_id, marks, advice, to_author,
         submitted_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ...[id, COMING, reviewer],
        JSON.stringify(Object.fromEntries(CRITERIA.map((name, at) => [name, marks[at]]))),
        ...[marks[0] >= 4 ? 'accept' : 'decline'],
        marks[1] <= 3 ? 'Please say how you know that it worked, and for how many.' : null,
        ago(6),
      ],
    );
  }
  if (one.state === 'in_review')
    await owner.query(
      `insert into exchange.review_assignment (proposal_id, edition_id, reviewer_id, assigned_by,
         assigned_at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [id, COMING, participantId('anneke'), participantId('nodira'), ago(3)],
    );
}

/** Nobody reviews a proposal of the own country. */
function reviewersOf(country: string | null): string[] {
  if (country === 'TJ') return ['anneke'];
  if (country === 'BE') return ['ravshan'];
  return ['ravshan', 'anneke'];
}

async function seedRegistration(owner: pg.ClientBase, today: string, now: Date): Promise<void> {
  const questions = [
    {
      ...{ code: 'hopes', kind: 'line', required: false, options: [] },
      label: {
        en: 'What do you hope to take home?',
        ru: 'Что вы надеетесь унести с собой?',
        uz: 'Oʻzingiz bilan nima olib ketishni umid qilasiz?',
      },
    },
    {
      ...{ code: 'interpretation', kind: 'choice', required: true },
      label: {
        en: 'Which channel will you listen to?',
        ru: 'Какой канал вы будете слушать?',
        uz: 'Qaysi kanalni tinglaysiz?',
      },
      options: [
        { en: 'English', ru: 'Английский', uz: 'Ingliz tili' },
        { en: 'Russian', ru: 'Русский', uz: 'Rus tili' },
        { en: 'Uzbek', ru: 'Узбекский', uz: 'Oʻzbek tili' },
      ],
    },
  ];
  for (const [slug, opens, closes, seats] of [
    ['homecoming-1', -400, -332, { ...SEATS, seats: 60 }],
    ['homecoming-2', -30, 20, SEATS],
  ] as const)
    await owner.query(
      `insert into exchange.registration_settings (edition_id, opens, closes, time_zone, approval,
         seats, seats_per_institution, seats_per_country, questions)
       values ($1, $2, $3, 'Asia/Tashkent', true, $4, $5, $6, $7)`,
      [
        ...[editionId(slug), `${dayFrom(today, opens)}T09:00`, `${dayFrom(today, closes)}T18:00`],
        ...[seats.seats, seats.seats_per_institution, seats.seats_per_country],
        JSON.stringify(questions),
      ],
    );
  const taken = new Map<string, number>();
  const count = (key: string) => taken.get(key) ?? 0;
  for (const [index, one] of DEMO_EXPERTS.entries()) {
    const keys = ['all', `i${one.institution}`, `c${one.country}`];
    const full = fullBy(
      {
        all: count('all'),
        institution: count(`i${one.institution}`),
        country: one.country === null ? 0 : count(`c${one.country}`),
      },
      SEATS,
    );
    // A few have no answer yet.
    const state = full !== null ? 'waiting' : index % 16 === 5 ? 'requested' : 'approved';
    if (state === 'approved') for (const key of keys) taken.set(key, count(key) + 1);
    const at = new Date(now.getTime() - (52 - index) * 12 * 3_600_000);
    const listed = index % 3 !== 2;
    await register(owner, { edition: COMING, index, state, at, listed });
  }
  // Two thirds of them came to the first edition.
  for (const [index] of DEMO_EXPERTS.entries())
    if (index % 3 !== 1)
      await register(owner, {
        ...{
          edition: editionId('homecoming-1'),
          index,
          state: 'approved',
          listed: index % 2 === 0,
        },
        at: SEED_TIME,
      });
}

async function register(
  owner: pg.ClientBase,
  of: { edition: string; index: number; state: string; at: Date; listed: boolean },
): Promise<void> {
  const one = DEMO_EXPERTS[of.index];
  if (one === undefined) return;
  const id = fixedId(`exchange:registration:${of.edition}:${one.username}`);
  await owner.query(
    `insert into exchange.registration (id, edition_id, participant_id, state, show_name,
       show_institution, show_country, languages, answers, requested_at)
     values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9)`,
    [
      ...[id, of.edition, one.id, of.state, of.listed, of.listed || of.index % 2 === 0],
      ...[one.languages, JSON.stringify({ interpretation: String(of.index % 3) }), of.at],
    ],
  );
  if (of.index % 5 !== 4)
    await owner.query(
      'insert into exchange.registration_sex (registration_id, edition_id, sex) values ($1, $2, $3)',
      [id, of.edition, of.index % 5 < 3 ? 'female' : 'male'],
    );
}
