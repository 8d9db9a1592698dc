import type pg from 'pg';
import type { MinutesCopy } from '#domain/exchange/minutes/published-minutes.ts';
import { reword, type Wording } from '#domain/exchange/wording.ts';
import { fixedId } from '../../../seed/fixed-id.ts';
import { textsOfMinutes } from '../../minutes/minutes-publishing.ts';
import { textsOf } from '../../news/news-publishing.ts';
import { instantOf } from '../../recommendation/recommendation-rows.ts';
import { dayFrom, editionId } from '../editions.ts';
import { DEMO_EXPERTS } from '../experts.ts';
import { publishedBySecond } from '../news.ts';
import { practiceId } from '../practice.ts';
import { institutionId, participantId, SEED_TIME, told } from '../told.ts';
import { DRAFTS, MINUTES } from './told-drafts.ts';
import { ADOPTED, type DemoRecommendation, type Three } from './told-recommendations.ts';

const PLENARY: Three = ['Closing plenary', 'Заключительное заседание', 'Yakuniy yigʻilish'];
const FIRST = editionId('homecoming-1');
const SECOND = editionId('homecoming-2');
export const demoSession = (code: string) => fixedId(`exchange:session:homecoming-1:${code}`);
const lineId = (session: string, number: number) =>
  fixedId(`exchange:minutes:${session}:${number}`);
export const demoRecommendation = (edition: string, number: number) =>
  fixedId(`exchange:recommendation:${edition}:${number}`);

const json = (value: Wording) => JSON.stringify(value);
const three = ([en, ru, uz]: Three) => json(told(en, ru, uz));

/** Fifteen recommendations in all states: eleven that the first dialogue adopted, four of the second, three of them drafts. */
export async function seedRecommendations(owner: pg.ClientBase, today: string): Promise<void> {
  await seedRoles(owner);
  await seedMinutes(owner, today);
  for (const [at, one] of ADOPTED.entries()) await seedAdopted(owner, today, at + 1, one);
  // What came of the first one stands in the library.
  await owner.query(
    `update exchange.recommendation set came_of_kind = 'practice', came_of_id = $2 where id = $1`,
    [demoRecommendation('homecoming-1', 1), practiceId('bridge-classes')],
  );
  await seedPublishedMinutes(owner, today);
  await seedDrafts(owner, today);
}

/** Who did what at the first dialogue, as at the second. */
async function seedRoles(owner: pg.ClientBase): Promise<void> {
  for (const [username, role, country] of [
    ['meilin', 'moderator', null],
    ['otabek', 'interpreter', null],
    ['aigerim', 'delegate', 'KZ'],
    ['farah', 'delegate', 'MY'],
  ] as const)
    await owner.query(
      `insert into exchange.role (id, participant_id, edition_id, role, country, granted_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [
        ...[fixedId(`exchange:role:${username}:${role}:homecoming-1`), participantId(username)],
        ...[FIRST, role, country, SEED_TIME],
      ],
    );
}

async function seedMinutes(owner: pg.ClientBase, today: string): Promise<void> {
  const hours = { opening: '05:00', experts: '07:00', closing: '10:00' };
  for (const code of ['opening', 'experts', 'closing'] as const) {
    const { title, rule, lines } = MINUTES[code];
    await owner.query(
      `insert into exchange.session (id, edition_id, title, kind, starts_at, minutes, rule, state, created_at)
       values ($1, $2, $3, $4, $5, 90, $6, 'published', $7)`,
      [
        ...[demoSession(code), FIRST, three(title), code === 'experts' ? 'round_table' : code],
        ...[`${dayFrom(today, -330)}T${hours[code]}:00Z`, rule, SEED_TIME],
      ],
    );
    for (const [at, [speaker, words]] of lines.entries())
      await owner.query(
        `insert into exchange.minutes_line (id, session_id, number, words, speaker, written_by, at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          ...[lineId(code, at + 1), demoSession(code), at + 1, three(words), speaker],
          ...[participantId('nodira'), SEED_TIME],
        ],
      );
  }
}

/** Two of the three went out by a second editor; those of the closing plenary still wait to be asked for. */
async function seedPublishedMinutes(owner: pg.ClientBase, today: string): Promise<void> {
  const at = new Date(`${dayFrom(today, -320)}T06:00:00Z`);
  for (const code of ['opening', 'experts'] as const) {
    const { rows } = await owner.query<{ copy: MinutesCopy }>(
      `select jsonb_build_object('version', 1,
         'title', s.title, 'starts_at', ${instantOf('s.starts_at')},
         'lines', (select jsonb_agg(jsonb_build_object('number', l.number, 'words', l.words,
             'speaker', l.speaker, 'alias', false, 'recommendation', (select min(r.number)
               from exchange.recommendation r where r.line_id = l.id and r.adopted_on is not null))
             order by l.number)
           from exchange.minutes_line l where l.session_id = s.id)) as copy
       from exchange.session s where s.id = $1`,
      [demoSession(code)],
    );
    const [row] = rows;
    if (row === undefined) throw new Error(`the session ${code} is not there`);
    await owner.query(
      `insert into exchange.minutes (session_id, edition_id, published, published_at)
       values ($1, $2, $3, $4)`,
      [demoSession(code), FIRST, JSON.stringify(row.copy), at],
    );
    const title = row.copy.title.versions.en?.text ?? code;
    const texts = textsOfMinutes(row.copy);
    await publishedBySecond(owner, ['minutes', demoSession(code), title, texts], at);
  }
}

async function seedAdopted(
  owner: pg.ClientBase,
  today: string,
  number: number,
  one: DemoRecommendation,
): Promise<void> {
  const id = demoRecommendation('homecoming-1', number);
  const [session, line] = one.from;
  const speaker = MINUTES[session].lines[line - 1]?.[0] ?? null;
  const proposer = DEMO_EXPERTS.find(({ name }) => name === speaker)?.id ?? null;
  const [name, base, target, unit] = one.indicator ?? [null, null, null, null];
  const day = (days: number | undefined) => (days === undefined ? null : dayFrom(today, days));
  const adopted = one.replaces === undefined ? dayFrom(today, -329) : dayFrom(today, -150);
  await owner.query(
    `insert into exchange.recommendation (id, edition_id, session_id, line_id, number, theme, text,
       proposer_id, marked_by, replaces_id, adopted_on, body, status, lead_id, co_owner_ids, due_on,
       review_on, indicator_name, indicator_base, indicator_target, indicator_unit, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
       $21, $22)`,
    [
      ...[id, FIRST, demoSession(session), lineId(session, line), number, one.theme],
      ...[three(one.text), proposer, participantId('nodira')],
      one.replaces === undefined ? null : demoRecommendation('homecoming-1', one.replaces),
      ...[adopted, three(PLENARY)],
      ...[one.status, one.lead === undefined ? null : institutionId(one.lead)],
      ...[(one.with ?? []).map(institutionId), day(one.due), day(one.review)],
      ...[name === null ? null : three(name), base, target, unit, SEED_TIME],
    ],
  );
  const texts = { ...textsOf('text', told(...one.text)), ...textsOf('body', told(...PLENARY)) };
  await publishedBySecond(owner, ['recommendation', id, one.text[0], texts], SEED_TIME);
  await seedPositions(owner, id, one.positions ?? {});
  for (const [at, [title, from, until, done]] of (one.activities ?? []).entries())
    await owner.query(
      `insert into exchange.activity (id, recommendation_id, title, starts_on, ends_on, done_on,
         institution_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[fixedId(`exchange:activity:${number}:${at}`), id, three(title), day(from), day(until)],
        ...[day(done), one.lead === undefined ? null : institutionId(one.lead), SEED_TIME],
      ],
    );
  for (const [at, [on, status, words, value]] of (one.reports ?? []).entries())
    await owner.query(
      `insert into exchange.progress_report (id, recommendation_id, institution_id, status, words, value,
         reported_on, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[fixedId(`exchange:progress:${number}:${at}`), id],
        ...[one.lead === undefined ? null : institutionId(one.lead), status, three(words)],
        ...[value ?? null, day(on), `${dayFrom(today, on)}T06:00:00Z`],
      ],
    );
}

async function seedPositions(
  owner: pg.ClientBase,
  id: string,
  positions: Readonly<Record<string, string>>,
): Promise<void> {
  const words = three([
    'Our law asks for a court in some of these matters; we need longer there.',
    'Наш закон в части таких вопросов требует решения суда; там нам нужно больше времени.',
    'Qonunimiz bu masalalarning bir qismida sud qarorini talab qiladi; u yerda bizga koʻproq vaqt kerak.',
  ]);
  for (const [country, stance] of Object.entries(positions))
    await owner.query(
      `insert into exchange.position (id, recommendation_id, country, stance, words, revision, at)
       values ($1, $2, $3, $4, $5, 1, $6)`,
      [
        ...[fixedId(`exchange:position:${id}:${country}`), id, country, stance],
        ...[stance === 'reservation' ? words : null, SEED_TIME],
      ],
    );
}

async function seedDrafts(owner: pg.ClientBase, today: string): Promise<void> {
  for (const [at, draft] of DRAFTS.entries()) {
    const id = demoRecommendation('homecoming-2', at + 1);
    const [en, ru, uz] = draft.text;
    const first = told(en, ru, uz);
    const later =
      draft.stale === undefined
        ? first
        : reword(first, { lang: 'en', text: draft.stale }, 1, null, SEED_TIME);
    if ('code' in later) throw new Error(later.code);
    await owner.query(
      `insert into exchange.recommendation (id, edition_id, number, theme, text, marked_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, SECOND, at + 1, draft.theme, json(later), participantId('nodira'), SEED_TIME],
    );
    await seedPositions(owner, id, draft.positions ?? {});
    if (draft.waits) await seedWaiting(owner, id, later, today);
    for (const [author, old_words, new_words, state, reason] of draft.amendments ?? []) {
      const who = DEMO_EXPERTS.find(({ username }) => username === author);
      await owner.query(
        `insert into exchange.amendment (id, recommendation_id, author_id, author, country, old_words,
           new_words, reason, seen, state, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10)`,
        [
          ...[fixedId(`exchange:amendment:${id}:${author}`), id, participantId(author)],
          ...[who?.name ?? author, who?.country ?? null, old_words, new_words, reason, state],
          SEED_TIME,
        ],
      );
    }
  }
}

/** Adopted by those who prepare the second dialogue; readers have it once somebody else has looked at it. */
async function seedWaiting(
  owner: pg.ClientBase,
  id: string,
  text: Wording,
  today: string,
): Promise<void> {
  const body = told('Preparatory meeting', 'Подготовительная встреча', 'Tayyorgarlik yigʻilishi');
  await owner.query('update exchange.recommendation set adopted_on = $2, body = $3 where id = $1', [
    ...[id, dayFrom(today, -3), json(body)],
  ]);
  const texts = { ...textsOf('text', text), ...textsOf('body', body) };
  await owner.query(
    `insert into exchange.publication (id, subject_kind, subject_id, version, title, asked_by, asked_at,
       texts, findings)
     values ($1, 'recommendation', $2, 1, $3, $4, $5, $6, '[]')`,
    [
      ...[fixedId(`exchange:publication:recommendation:${id}`), id],
      ...[text.versions.en?.text, participantId('nodira'), `${dayFrom(today, -3)}T09:00:00Z`],
      JSON.stringify(texts),
    ],
  );
}
