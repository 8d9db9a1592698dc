import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { v7 as uuid } from 'uuid';
import { afterEach, describe, expect, it } from 'vitest';
import { csvOfRows, toTables } from '#domain/directory/hsds/to-tables.ts';
import { testDatabase } from '#test/database.ts';
import { testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';
import { fixedId } from '../../seed/fixed-id.ts';

// What comes in as HSDS 3 goes out the same, and everything that goes out fits the published schemas. Broken once
// each to see it fail: contacts left out of a service, `x_directory` on a service that came from elsewhere, a
// confidential location among the locations of its organisation.

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const jasur = await signIn(server, 'jasur');
const aziza = await signIn(server, 'aziza');
const nobody = await server.as(null);

const SHARED = new URL('../../../../../shared/data/directory/hsds-3/', import.meta.url);
const present = existsSync(SHARED);
if (!present) process.stdout.write('skipped: HSDS 3, the folder shared/data is absent\n');

const example = (name: string) =>
  JSON.parse(readFileSync(new URL(`examples/${name}.json`, SHARED), 'utf8'));

async function bringIn(value: unknown, more: object = {}) {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return jasur.request('POST', '/api/directory/import', {
    ...{ files: [{ name: 'directory.json', text }], trial: false, language: 'en' },
    ...{ need_domain: 'wellbeing', purpose: 'psychosocial_care', ...more },
  });
}
async function get(path: string) {
  const reply = await aziza.request('GET', `/api/hsds${path}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json();
}
afterEach(async () => {
  await owner.query('delete from location');
  await owner.query('delete from service where hsds_id is not null');
  await owner.query('delete from organisation where hsds_id is not null');
  await owner.query('delete from taxonomy_entry');
});

describe.skipIf(!present)('the examples of HSDS 3 come in and go out the same', () => {
  it.each([
    ['service_full', 'services'],
    ['organization_full', 'organizations'],
    ['service_at_location_full', 'service_at_locations'],
    ['location', 'locations'],
    ['taxonomy', 'taxonomies'],
    ['taxonomy_term', 'taxonomy_terms'],
  ])('%s', async (name, path) => {
    const sent = example(name);
    const reply = await bringIn(sent);
    expect(reply.statusCode, reply.body).toBe(200);
    expect(await get(`/${path}/${sent.id}`)).toEqual(sent);
    // Once more: nothing is new and nothing moves.
    const second = await bringIn(sent);
    expect(second.statusCode, second.body).toBe(200);
    const { left_out: _none, ...again } = second.json();
    for (const counts of Object.values(again))
      expect(counts).toMatchObject({ added: 0, changed: 0 });
  });

  it.each([
    ['service_list', 'services'],
    ['organization_list', 'organizations'],
    ['service_at_location_list', 'service_at_locations'],
    ['taxonomy_list', 'taxonomies'],
    ['taxonomy_term_list', 'taxonomy_terms'],
  ])('%s', async (name, path) => {
    const sent = example(name);
    expect((await bringIn(sent)).statusCode).toBe(200);
    const { contents } = await get(`/${path}?per_page=200`);
    expect(contents).toContainEqual(sent.contents[0]);
  });
});

describe.skipIf(!present)('the read API fits the published schemas', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  if (present) {
    const folder = new URL('schema/', SHARED);
    for (const name of readdirSync(folder).filter((one) => /^[a-z_]+\.json$/.test(one))) {
      if (name === 'openapi.json') continue;
      const schema = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
      ajv.addSchema(schema, name);
    }
  }
  const faults = (schema: string, value: unknown) => {
    const check = ajv.getSchema(schema);
    if (check === undefined) throw new Error(`no schema ${schema}`);
    check(value);
    return check.errors ?? [];
  };

  it('of every service, organisation, location and term, whole and in short', async () => {
    for (const name of ['service_full', 'taxonomy_term']) await bringIn(example(name));
    for (const [path, schema] of [
      ['services', 'service.json'],
      ['organizations', 'organization.json'],
      ['service_at_locations', 'service_at_location.json'],
      ['taxonomies', 'taxonomy.json'],
      ['taxonomy_terms', 'taxonomy_term.json'],
    ] as const) {
      for (const how of ['full=true', 'full=false']) {
        const page = await get(`/${path}?per_page=200&${how}`);
        expect(page.total_items).toBe(page.contents.length);
        expect(page.contents.length).toBeGreaterThan(0);
        for (const one of page.contents) expect(faults(schema, one)).toEqual([]);
        const whole = await get(`/${path}/${page.contents[0].id}`);
        expect(faults(schema, whole)).toEqual([]);
      }
    }
    expect(faults('service.json', { id: 'x' })).not.toEqual([]);
  });
});

// Broken once without the guard in `upsert`: a file moved the place that is kept confidential.
it('a confidential address is nowhere in the API, and a file does not make it known', async () => {
  const id = uuid();
  await owner.query(
    `insert into location (id, organisation_id, confidential, document) values ($1, $2, true, $3)`,
    [id, fixedId('organisation:family_centre'), { location_type: 'physical', name: 'The house' }],
  );
  await owner.query('insert into confidential_address (location_id, address) values ($1, $2)', [
    ...[id, '7 Hidden street'],
  ]);
  await owner.query(
    'insert into service_at_location (id, service_id, location_id) values ($1, $2, $3)',
    [uuid(), fixedId('service:day_care'), id],
  );
  const place = { id, location_type: 'physical', name: 'Another name' };
  const columns = 'id,location_id,address_1,city,state_province,postal_code,country,address_type';
  const tables = [
    { name: 'locations.csv', text: `id,location_type,name\n${id},physical,Another name` },
    {
      name: 'addresses.csv',
      text: `${columns}\n${uuid()},${id},7 Hidden street,Tashkent,Tashkent,100000,UZ,physical`,
    },
  ];
  for (const reply of [
    await bringIn({ ...place, latitude: 41, description: '7 Hidden street' }),
    await bringIn(place),
    await bringIn('', { files: tables }),
    await bringIn('', { files: tables.slice(0, 1) }),
  ]) {
    expect(reply.statusCode, reply.body).toBe(200);
  }
  // Nor is anything of it kept here; behind the guard in `upsert` stands a constraint of the table.
  const kept = await owner.query('select document from location where id = $1', [id]);
  expect(kept.rows).toEqual([{ document: { location_type: 'physical', name: 'The house' } }]);
  for (const url of [
    '/services?full=true&per_page=200',
    '/organizations?full=true&per_page=200',
    '/service_at_locations?full=true&per_page=200',
  ]) {
    const page = JSON.stringify(await get(url));
    for (const word of ['Hidden', 'The house', id]) expect(page).not.toContain(word);
  }
  expect((await aziza.request('GET', `/api/hsds/locations/${id}`)).statusCode).toBe(404);
  expect((await nobody.request('GET', '/api/hsds/services')).statusCode).toBe(404);
  expect((await server.stranger().request('GET', '/api/hsds/services')).statusCode).toBe(401);
});

it('a part of the list: by word, organisation, term and page', async () => {
  const names = async (asked: string) =>
    (await get(`/services?per_page=200&${asked}`)).contents.map(
      (one: { name: string }) => one.name,
    );
  expect(await names('search=dentist')).toEqual(['Dentist']);
  expect(await names('search=%25')).toEqual([]);
  expect(await names(`organization_id=${fixedId('organisation:registry')}`)).toHaveLength(2);
  const { contents } = await get('/taxonomy_terms?per_page=200');
  const papers = contents.find((one: { code: string }) => one.code === 'papers');
  expect(await names(`taxonomy_term_id=${papers.id}`)).toHaveLength(2);
  const page = await get('/services?per_page=2&page=2');
  expect(page).toMatchObject({ page_number: 2, size: 2, first_page: false, empty: false });
  expect((await aziza.request('GET', '/api/hsds/services?page=0')).statusCode).toBe(422);
});

it('a whole directory that was taken out as a file comes in again and is the same', async () => {
  const { contents, total_items } = await get('/organizations?full=true&per_page=200');
  expect(contents).toHaveLength(total_items);
  const reply = await bringIn(contents, { need_domain: undefined, purpose: undefined });
  expect(reply.statusCode, reply.body).toBe(200);
  const { services, organisations } = reply.json();
  expect([services.added, organisations.added]).toEqual([0, 0]);
  expect(services.changed + services.unchanged).toBeGreaterThan(10);
  expect((await get('/organizations?full=true&per_page=200')).contents).toEqual(contents);
});

// Broken once: with the owner's id left in a remark, that came back with one more field.
it('nor is it another one as tables: those come in again, and out comes the same', async () => {
  if (present) await bringIn(example('organization_full'));
  const whole = async () => (await get('/organizations?full=true&per_page=200')).contents;
  const before = await whole();
  const tables = toTables(before);
  expect([...tables.keys()]).toEqual(expect.arrayContaining(['organizations', 'services']));
  const files = [...tables].map(([name, rows]) => ({
    name: `${name}.csv`,
    text: csvOfRows(rows),
  }));
  for (const { text } of files) expect(text).not.toMatch(/(^|,)"?[=@]/m);
  const reply = await jasur.request('POST', '/api/directory/import', {
    ...{ files, trial: false, language: 'en' },
  });
  expect(reply.statusCode, reply.body).toBe(200);
  expect(reply.json()).toMatchObject({ services: { added: 0 }, organisations: { added: 0 } });
  expect(await whole()).toEqual(before);
});
