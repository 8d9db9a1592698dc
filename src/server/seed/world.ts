import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import type pg from 'pg';
import { parseModel } from '#domain/case/model.ts';
import { parsePlaces } from '#domain/place/place.ts';
import { dayAt } from '#domain/zone.ts';
import { hashPassword } from '../account/password.ts';
import { openDatabase } from '../database.ts';
import { EXCHANGE_ACCOUNTS, seedExchange } from '../exchange/seed/seed-exchange.ts';
import { createLog } from '../log.ts';
import { createPool } from '../pool.ts';
import { type DatabaseUrls, withClient } from '../postgres/roles.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE, type DemoPerson } from './accounts.ts';
import { seedArrivalList } from './arrival.ts';
import { seedComplaint } from './complaint.ts';
import { seedCountry } from './country.ts';
import { addCourses } from './courses.ts';
import { addDirectory } from './demo-directory.ts';
import { DEMO_MODEL_ID, DEMO_PLACES, placeId } from './demo-places.ts';
import { DEMO_SERVICES } from './demo-services.ts';
import { fixedId } from './fixed-id.ts';
import { addGroups } from './groups.ts';
import { DEMO_ORGANISATIONS } from './organisations.ts';
import { seedRides } from './rides.ts';
import { tellStories } from './stories/stories.ts';
import { seedWaiting } from './waiting.ts';
import { seedWorkAndTraining } from './work-and-training.ts';

/** The accounts that `npm start` prints in trial mode. */
export const DEMO_ACCOUNTS = Object.values(DEMO_PEOPLE).map(({ username, title }) => ({
  username,
  title,
  password: DEMO_PASSWORD,
}));
/** Those of the exchange, which has accounts of its own; they sign in at /workspace. */
export const DEMO_EXCHANGE_ACCOUNTS = EXCHANGE_ACCOUNTS.map((one) => ({
  ...one,
  password: DEMO_PASSWORD,
}));

/**
 * Loads the demo world into an empty, migrated database: its ground, files that are worked on, and an
 * arrival list. Dates lie around `now`. Throws where the database is not empty.
 */
export async function seedWorld(urls: DatabaseUrls, now: Date = new Date()): Promise<void> {
  await seedGround(urls, now);
  await seedStories(urls.app, now);
  await seedArrivalList(urls.app, now);
  await seedComplaint(urls.app, now);
}

/** What there is before anybody is helped: places, organisations, the programme model, accounts with their roles. */
export async function seedGround(urls: DatabaseUrls, now: Date = new Date()): Promise<void> {
  await withClient(urls.owner, async (owner) => {
    await owner.query('begin');
    const { rowCount } = await owner.query('select from place limit 1');
    if (rowCount !== 0) throw new Error('the demo world loads only into an empty database');
    await addPlaces(owner);
    await addOrganisations(owner);
    await addServices(owner);
    await addDirectory(owner, now);
    await addModel(owner);
    await addAccounts(owner);
    await addCourses(owner, dayAt(now, 'Asia/Tashkent'), placeId(DEMO_PLACES.district));
    await addGroups(owner, dayAt(now, 'Asia/Tashkent'), placeId(DEMO_PLACES.district));
    await seedExchange(owner, dayAt(now, 'Asia/Tashkent'), now);
    await owner.query('commit');
  });
}

/** What `npm start` shows: the demo world, and a country round it that makes its numbers. */
export async function seedDemo(urls: DatabaseUrls): Promise<void> {
  const now = new Date();
  await seedWorld(urls, now);
  await seedWaiting(urls.app, now);
  await seedWorkAndTraining(urls, now);
  await seedRides(urls, now);
  await seedCountry(urls, now);
}

async function seedStories(appUrl: string, now: Date): Promise<void> {
  const database = openDatabase(createPool(appUrl, createLog('silent'), 4, 20_000));
  try {
    await tellStories(database, now, {
      model_id: DEMO_MODEL_ID,
      district: placeId(DEMO_PLACES.district),
      other_district: placeId(DEMO_PLACES.other_district),
    });
  } finally {
    await database.end();
  }
}

function seedFile(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../../seed/${name}`, import.meta.url)), 'utf8');
}

async function addPlaces(owner: pg.ClientBase): Promise<void> {
  const [header = [], ...rows] = parse(seedFile('places.csv')) as string[][];
  const read = parsePlaces(
    header,
    rows.map((cells, index) => ({ row: index + 2, cells })),
  );
  if ('issues' in read) throw new Error(`seed/places.csv: ${JSON.stringify(read.issues)}`);
  for (const place of read.places) {
    await owner.query(
      'insert into place (id, code, parent_id, level, name) values ($1,$2,$3,$4,$5)',
      [
        placeId(place.code),
        place.code,
        place.parent === undefined ? null : placeId(place.parent),
        place.level,
        place.names,
      ],
    );
  }
}

async function addOrganisations(owner: pg.ClientBase): Promise<void> {
  for (const { id, code, name, kind, place } of DEMO_ORGANISATIONS) {
    await owner.query(
      'insert into organisation (id, code, name, kind, place_id) values ($1,$2,$3,$4,$5)',
      [id, code, name, kind, placeId(place ?? DEMO_PLACES.district)],
    );
  }
}

async function addServices(owner: pg.ClientBase): Promise<void> {
  for (const { id, organisation_id, name, need_domain, purpose, ...rest } of DEMO_SERVICES) {
    await owner.query(
      `insert into service (id, organisation_id, name, need_domain, purpose, place_id, languages, note)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[id, organisation_id, name, need_domain, purpose],
        placeId(rest.place ?? DEMO_PLACES.district),
        ...[rest.languages, rest.note ?? null],
      ],
    );
  }
}

async function addModel(owner: pg.ClientBase): Promise<void> {
  const document: unknown = JSON.parse(seedFile('programme-model.json'));
  const parsed = parseModel(document);
  if (!('model' in parsed)) throw new Error('seed/programme-model.json is not valid');
  const { code, version } = parsed.model;
  await owner.query(
    `insert into programme_model (id, code, version, document, published_at)
     values ($1, $2, $3, $4, '2026-01-01')`,
    [DEMO_MODEL_ID, code, version, document],
  );
}

async function addAccounts(owner: pg.ClientBase): Promise<void> {
  // One hash for all: it is the same demo password, and each hash costs a tenth of a second.
  const hash = await hashPassword(DEMO_PASSWORD);
  const now = new Date();
  const people: readonly DemoPerson[] = Object.values(DEMO_PEOPLE);
  for (const person of people) {
    await owner.query(
      `insert into auth.account (id, name, email, username, locale, demo, created_at, updated_at)
       values ($1, $2, $3, $4, $5, true, $6, $6)`,
      [person.id, person.name, `${person.id}@account.invalid`, person.username, person.locale, now],
    );
    await owner.query(
      `insert into auth.credential (id, account_id, provider_id, user_id, password, created_at, updated_at)
       values ($1, $2::uuid::text, 'credential', $2::uuid, $3, $4, $4)`,
      [randomUUID(), person.id, hash, now],
    );
    await owner.query(
      `insert into role_grant (id, account_id, role, place_id, organisation_id, granted_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [
        fixedId(`grant:${person.username}`),
        person.id,
        person.role,
        placeId(DEMO_PLACES[person.place]),
        person.organisation === undefined ? null : fixedId(`organisation:${person.organisation}`),
        now,
      ],
    );
  }
}
