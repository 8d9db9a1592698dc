import type pg from 'pg';
import { instantOf } from '#domain/exchange/schedule/wall-clock.ts';
import { fixedId } from '../../seed/fixed-id.ts';
import { release } from '../schedule/release.ts';
import { dayFrom, editionId } from './editions.ts';
import { DEMO_EXPERTS } from './experts.ts';
import { DEMO_SESSIONS, type DemoSession } from './schedule-sessions.ts';
import { participantId, SEED_TIME, told } from './told.ts';

/** The id of a session of the demo, by the word in `schedule-sessions.ts`. */
export function sessionId(code: string): string {
  return fixedId(`exchange:session:${code}`);
}

const EDITION = editionId('homecoming-2');
const ZONE = 'Asia/Tashkent';

const ROOMS = {
  main: told('Main hall', 'Главный зал', 'Katta zal'),
  silk: told('Silk room', 'Зал «Шёлк»', '“Ipak” xonasi'),
  harbour: told('Harbour room', 'Зал «Гавань»', '“Bandargoh” xonasi'),
};
const TRACKS = {
  home: told('Papers and home', 'Документы и дом', 'Hujjatlar va uy'),
  school: told('School and health', 'Школа и здоровье', 'Maktab va sogʻliq'),
  work: told('Work and community', 'Работа и община', 'Ish va jamoa'),
};

/** Twelve sessions in three tracks over two days, released twice: what changed between stands in the log. */
export async function seedSchedule(owner: pg.ClientBase, today: string, now: Date): Promise<void> {
  const first = dayFrom(today, 24);
  for (const [noun, named] of [
    ['room', ROOMS],
    ['track', TRACKS],
  ] as const) {
    for (const [standing, [code, name]] of Object.entries(named).entries()) {
      await owner.query(
        `insert into exchange.${noun} (id, edition_id, name, standing) values ($1, $2, $3, $4)`,
        [fixedId(`exchange:${noun}:${code}`), EDITION, JSON.stringify(name), standing],
      );
    }
  }
  for (const session of DEMO_SESSIONS) await addSession(owner, session, first);
  await addAvailability(owner, first);
  // The first version: one session was elsewhere, one was not there, and one speaker had not agreed yet.
  const [neighbours, closing, school] = [
    sessionId('neighbours'),
    sessionId('closing'),
    sessionId('school'),
  ];
  const later = instantOf(`${dayFrom(first, 1)}T14:15`, ZONE);
  const place = (id: string, at: string | null) =>
    owner.query('update exchange.session set starts_at = $2 where id = $1', [id, at]);
  await place(neighbours, later);
  await place(closing, null);
  const gone = await owner.query(
    'delete from exchange.session_speaker where session_id = $1 and participant_id = $2 returning *',
    [school, participantId('priya')],
  );
  await releaseAs(owner, 1, new Date(now.getTime() - 20 * 86_400_000));
  await place(neighbours, instantOf(`${dayFrom(first, 1)}T13:00`, ZONE));
  await place(closing, instantOf(`${dayFrom(first, 1)}T16:45`, ZONE));
  if (gone.rowCount === 1) await addPerson(owner, school, ['priya', 'speaker'], 0);
  await releaseAs(owner, 2, new Date(now.getTime() - 5 * 86_400_000));
}

async function addSession(
  owner: pg.ClientBase,
  session: DemoSession,
  first: string,
): Promise<void> {
  const { code, kind, room, track, minutes, languages, title, abstract, people } = session;
  const [day, time] = session.at;
  const id = sessionId(code);
  await owner.query(
    `insert into exchange.session (id, edition_id, room_id, track_id, title, abstract, kind, starts_at,
       minutes, languages, rule, do_not_record, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[id, EDITION, room === null ? null : fixedId(`exchange:room:${room}`)],
      ...[track === null ? null : fixedId(`exchange:track:${track}`), JSON.stringify(title)],
      ...[abstract === null ? null : JSON.stringify(abstract), kind],
      ...[instantOf(`${dayFrom(first, day)}T${time}`, ZONE), minutes, languages],
      ...[session.rule ?? 'public', session.doNotRecord ?? false, SEED_TIME],
    ],
  );
  for (const [standing, person] of people.entries()) await addPerson(owner, id, person, standing);
  for (const lang of room === null ? [] : languages) {
    await owner.query(
      'insert into exchange.session_address (session_id, edition_id, lang, url) values ($1, $2, $3, $4)',
      [id, EDITION, lang, `https://meet.invalid/homecoming-2/${room}-${lang.toLowerCase()}`],
    );
  }
}

async function addPerson(
  owner: pg.ClientBase,
  session: string,
  [username, part]: DemoSession['people'][number],
  standing: number,
): Promise<void> {
  const name = DEMO_EXPERTS.find((one) => one.username === username)?.name;
  if (name === undefined) throw new Error(`nobody of the demo is called ${username}`);
  await owner.query(
    `insert into exchange.session_speaker
       (session_id, edition_id, participant_id, part, name, standing) values ($1, $2, $3, $4, $5, $6)`,
    [session, EDITION, participantId(username), part, name, standing],
  );
}

/** Two of them have said when they can: Priya only on the first day, Tan Mei Lin on both. */
async function addAvailability(owner: pg.ClientBase, first: string): Promise<void> {
  const second = dayFrom(first, 1);
  const said = [
    ['priya', 'Asia/Kolkata', `${first}T12:00`, `${first}T18:00`],
    ['meilin', 'Asia/Singapore', `${first}T15:00`, `${first}T22:00`],
    ['meilin', 'Asia/Singapore', `${second}T15:00`, `${second}T22:00`],
  ] as const;
  for (const [username, zone, from, until] of said) {
    await owner.query(
      `insert into exchange.availability (id, edition_id, participant_id, from_at, until_at)
       values ($1, $2, $3, $4, $5)`,
      [
        ...[fixedId(`exchange:availability:${username}:${from.slice(0, 10) === first}`), EDITION],
        ...[participantId(username), instantOf(from, zone), instantOf(until, zone)],
      ],
    );
  }
}

/** Releases as the organiser would; the ids are the same in every demo. */
async function releaseAs(owner: pg.ClientBase, number: number, at: Date): Promise<void> {
  let made = 0;
  const newId = () => {
    made += 1;
    return fixedId(`exchange:release:${number}:${made}`);
  };
  const taking = {
    ...{ client: owner as pg.PoolClient, participant: participantId('nodira') },
    ...{ holds: () => true, holdsAny: () => true },
  };
  const done = await release(taking, { newId, clock: () => at }, EDITION, number - 1);
  if ('code' in done) throw new Error(`the demo's programme: ${done.code}`);
}
