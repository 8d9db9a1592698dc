import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { openDatabase } from '../database.ts';
import { createLog } from '../log.ts';
import { createPool } from '../pool.ts';
import { type DatabaseUrls, withClient } from '../postgres/roles.ts';
import { DEMO_PEOPLE } from './accounts.ts';
import { supportOf } from './country-file.ts';
import { fixedId } from './fixed-id.ts';

/** A region beside the one of the named people: its place, its supervisor, its workers; all invented. */
const REGIONS = [
  ['HFZZ3', 'Zuhra Mamatova', 'Akmal Toʻrayev', 'Lola Sattorova', 'Sanjar Nurmatov'],
  ['GSXQ2', 'Nodir Gʻulomov', 'Manzura Olimova', 'Jahongir Sharipov', 'Umida Bozorova'],
  ['WVP6T', 'Hilola Xoʻjayeva', 'Sardor Ismatov', 'Dilfuza Rajabova', 'Elyor Qosimov'],
] as const;

/** People whom the programme has gone along with since spring, beside those of the stories. */
const PEOPLE = 156;

/**
 * The rest of the country: what lets the demo world have numbers of past months that were counted from
 * facts, as everywhere. Only `homeward start` loads it; tests do without.
 */
export async function seedCountry(urls: DatabaseUrls, now: Date): Promise<void> {
  await withClient(urls.owner, async (owner) => {
    for (const region of REGIONS) await addColleagues(owner, region, now);
  });
  const database = openDatabase(createPool(urls.app, createLog('silent'), 8, 20_000));
  try {
    const lines = REGIONS.flatMap(([code, supervisor, ...workers], region) =>
      workers.map(async (worker, line) => {
        for (let count = line; count < PEOPLE / REGIONS.length; count += workers.length) {
          await supportOf(database, now, {
            ...{ key: `${code}:${count}`, index: count * REGIONS.length + region, of: PEOPLE },
            ...{
              place_id: fixedId(`place:${code}`),
              worker: idOf(worker),
              supervisor: idOf(supervisor),
            },
          });
        }
      }),
    );
    await Promise.all(lines);
  } finally {
    await database.end();
  }
}

function idOf(name: string): string {
  return fixedId(`colleague:${name}`);
}

/** Colleagues with the password of the demo world, as its named people have. */
async function addColleagues(
  owner: pg.ClientBase,
  [code, ...names]: (typeof REGIONS)[number],
  now: Date,
): Promise<void> {
  for (const [index, name] of names.entries()) {
    const id = idOf(name);
    const username = name
      .toLowerCase()
      .replaceAll(/[^a-z ]/g, '')
      .replaceAll(' ', '.');
    await owner.query(
      `insert into auth.account (id, name, email, username, locale, demo, created_at, updated_at)
       values ($1, $2, $3, $4, 'uz', true, $5, $5)`,
      [id, name, `${id}@account.invalid`, username, now],
    );
    await owner.query(
      `insert into auth.credential
         (id, account_id, provider_id, user_id, password, created_at, updated_at)
       select $1, $2::uuid::text, 'credential', $2::uuid, password, $3, $3
       from auth.credential where user_id = $4`,
      [randomUUID(), id, now, DEMO_PEOPLE.aziza.id],
    );
    await owner.query(
      `insert into role_grant (id, account_id, role, place_id, granted_at) values ($1, $2, $3, $4, $5)`,
      [
        ...[fixedId(`grant:colleague:${name}`), id],
        ...[index === 0 ? 'supervisor' : 'caseworker', fixedId(`place:${code}`), now],
      ],
    );
  }
}
