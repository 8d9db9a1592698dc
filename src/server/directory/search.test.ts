import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';
import { DEMO_PLACES, placeId } from '../seed/demo-places.ts';
import { fixedId } from '../seed/fixed-id.ts';

// Broken once each to see it fail: the policy of confidential addresses open to every role, the answer before the row
// of the read log, capacity written for a service of another organisation, an address left in the document of a place
// that became confidential.

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const jasur = await signIn(server, 'jasur');
const aziza = await signIn(server, 'aziza');
const farida = await signIn(server, 'farida');
const malika = await signIn(server, 'malika');
const nobody = await server.as(null);

const of = (code: string) => `/api/directory/${fixedId(`service:${code}`)}`;
const find = async (asked: string) => {
  const reply = await aziza.request('GET', `/api/directory?${asked}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json() as {
    total: number;
    services: { id: string; name: { en: string }; reasons: string[] }[];
  };
};
const names = async (asked: string) =>
  (await find(asked)).services.map((one) => one.name.en).sort();
const fields = (reply: { json(): { fields?: { path: string; code: string }[] } }) =>
  reply.json().fields?.map(({ path, code }) => `${path} ${code}`);

// Tuesday, 24 November 2026, noon in Tashkent: five hours ahead of UTC.
beforeAll(() => {
  server.advance(Date.parse('2026-11-24T07:00:00.000Z') - server.deps.clock().getTime());
});

describe('finding a service', () => {
  it('by need, place, language, who works there, children, hours and free places, with the reasons', async () => {
    const district = placeId(DEMO_PLACES.district);
    expect(await names(`need=wellbeing&place=${district}`)).toEqual(['Talks with a psychologist']);
    const country = await find(`place=${placeId(DEMO_PLACES.country)}&need=health`);
    expect(country.total).toBe(6);
    const [first] = (
      await find(`need=vocational_training&place=${district}&staff=women&childcare=true&free=true`)
    ).services;
    expect(first).toMatchObject({
      name: { en: 'Course in baking' },
      reasons: ['need', 'in_this_place', 'staff', 'childcare', 'free'],
    });
    expect(await names('language=tg&need=health')).toEqual([
      'Children’s doctor',
      'Family doctor, Urgut',
    ]);
    expect(await names('staff=men&need=health')).toContain('Dentist');
    expect(await names('staff=women&need=health')).not.toContain('Dentist');
    expect(await names('text=psychologist')).toEqual(['Talks with a psychologist']);
    expect(await names('text=%25')).toEqual([]);
    // `en` is the tag of a name and no word of it.
    expect((await find('text=zz')).total).toBe(0);
    expect(await names('need=health&open=true')).toContain('Family doctor');
    server.advance(3 * 3_600_000);
    expect(await names('need=health&open=true')).not.toContain('Family doctor');
  });

  it('is for everybody with a role, and says which question is none', async () => {
    expect((await farida.request('GET', '/api/directory')).statusCode).toBe(200);
    const { needs } = (await farida.request('GET', '/api/directory/needs')).json();
    expect(needs).toContainEqual({ code: 'health', labels: expect.anything() });
    expect((await nobody.request('GET', '/api/directory')).statusCode).toBe(404);
    expect((await server.stranger().request('GET', '/api/directory')).statusCode).toBe(401);
    expect(fields(await aziza.request('GET', '/api/directory?staff=all&place=x'))).toEqual([
      'query.place not_an_id',
      'query.staff not_one_of',
    ]);
  });
});

describe('one service', () => {
  it('shows what is told of it, and a confidential place by its name only', async () => {
    const page = (await aziza.request('GET', of('birth_certificate'))).json();
    expect(page).toMatchObject({
      details: { required_documents: ['A paper of the mother'], phone: '+998 71 000 01 40' },
      places: [{ address: '40 Fountain square, Tashkent', confidential: false }],
      may: { keep: false, keep_capacity: false, refer: true },
    });
    const house = await aziza.request('GET', of('safe_house'));
    expect(house.json().places).toEqual([
      expect.objectContaining({ name: 'The house', confidential: true, address: null }),
    ]);
    expect(house.body).not.toContain('orchard');
    expect((await aziza.request('GET', `/api/directory/${uuid()}`)).statusCode).toBe(404);
  });

  it('tells a confidential address to those who refer, and writes each time down', async () => {
    const ask = (who: typeof aziza) =>
      who.request('GET', `${of('safe_house')}/confidential-addresses`);
    const count = async () =>
      (await owner.query(`select from read_log where action = 'address_read'`)).rowCount;
    const before = (await count()) ?? 0;
    expect((await ask(aziza)).json().addresses[0].address).toContain('orchard');
    expect(await count()).toBe(before + 1);
    for (const other of [farida, malika, nobody]) expect((await ask(other)).statusCode).toBe(404);
    expect(await count()).toBe(before + 1);
    await owner.query('revoke insert on read_log from homeward_app');
    try {
      expect((await ask(aziza)).body).not.toContain('orchard');
    } finally {
      await owner.query('grant insert on read_log to homeward_app');
    }
  });

  it('has its capacity kept by the organisation itself', async () => {
    const own = await farida.request('GET', of('dentist'));
    const { capacity_version, may } = own.json();
    expect(may).toEqual({ keep: false, keep_capacity: true, refer: false });
    const body = { capacity: 8, places_free: 3, waiting_days: 4, assured: true };
    const put = (code: string, more: object = {}) =>
      farida.request('PUT', `${of(code)}/capacity`, {
        ...body,
        version: capacity_version,
        ...more,
      });
    expect(fields(await put('dentist', { capacity: -1 }))).toContain('body.capacity too_small');
    expect(fields(await put('dentist', { places_free: 9 }))).toEqual([
      'body.places_free more_than_there_are',
    ]);
    expect((await put('dentist')).json()).toEqual({ version: capacity_version + 1 });
    expect((await put('dentist')).json().code).toBe('version_conflict');
    expect((await put('talks')).json().code).toBe('not_allowed');
    const { service } = (await aziza.request('GET', of('dentist'))).json();
    expect(service).toMatchObject({ places_free: 3, waiting_days: 4, assured_on: '2026-11-24' });
    // One that had none yet.
    const fresh = await jasur.request('PUT', `${of('own_business')}/capacity`, {
      ...body,
      version: 0,
    });
    expect(fresh.json()).toEqual({ version: 1 });
  });

  // Broken by leaving out `where version =`: the second change then took away the first one's.
  it('is kept by the coordinator; a place that becomes confidential is wiped from what others read', async () => {
    const { version } = (await jasur.request('GET', of('job_search'))).json();
    const details = {
      ...{
        minimum_age: 16,
        maximum_age: null,
        serves: 'everybody',
        staff: 'women',
        childcare: true,
      },
      ...{
        description: 'We look together',
        eligibility: null,
        phone: '+998 71 000 09 09',
        cost: null,
      },
      required_documents: ['Identity card'],
      hours: [{ days: ['MO', 'SA'], opens_at: '10:00', closes_at: '12:00' }],
      place: {
        ...{
          name: 'Back yard',
          confidential: false,
          address: '1 Yard',
        },
        accessibility: 'No steps',
      },
    };
    const put = (more: object, by = jasur) =>
      by.request('PUT', of('job_search'), { ...details, version, ...more });
    expect((await put({}, aziza)).json().code).toBe('not_allowed');
    expect(
      fields(
        await put({
          minimum_age: 30,
          maximum_age: 18,
          hours: [{ days: [], opens_at: '9', closes_at: '12:00' }],
        }),
      ),
    ).toEqual([
      'body.hours.0.days too_short',
      'body.hours.0.opens_at not_a_time',
      'body.maximum_age ends_before_start',
    ]);
    expect(fields(await put({ minimum_age: 30, maximum_age: 18 }))).toEqual([
      'body.maximum_age ends_before_start',
    ]);
    expect((await put({})).json()).toEqual({ version: version + 1 });
    expect((await put({})).json().code).toBe('version_conflict');
    const page = (await aziza.request('GET', of('job_search'))).json();
    const { place: _place, hours, ...told } = details;
    expect(page.details).toMatchObject({ description: told.description, phone: told.phone, hours });
    expect(page.places[0]).toMatchObject({ street: '1 Yard', accessibility: 'No steps' });
    const hidden = { ...details.place, confidential: true, address: '1 Yard, back door' };
    expect((await put({ place: hidden, version: version + 1 })).statusCode).toBe(200);
    const after = await aziza.request('GET', of('job_search'));
    expect(after.json().places[0]).toMatchObject({ confidential: true, address: null });
    expect(after.body).not.toContain('Yard,');
    const { rows } = await owner.query(
      `select document::text from location where document::text like '%Yard%'`,
    );
    expect(rows).toEqual([]);
    const known = await aziza.request('GET', `${of('job_search')}/confidential-addresses`);
    expect(known.json().addresses[0].address).toBe('1 Yard, back door');
  });
});

// Seen to fail without the look for confidential addresses. Broken on purpose: by the clock of the programme
// the clinic is open in the evening.
it('is open by the clock of its place, and only an address that is open to all has a point', async () => {
  const clinic = async () =>
    (await find('need=health&text=Family%20doctor')).services.find(
      (one) => one.id === fixedId('service:family_doctor'),
    );
  server.advance(Date.parse('2026-11-24T07:00:00.000Z') - server.deps.clock().getTime());
  expect(await clinic()).toMatchObject({ open: true, at: { latitude: 41.364 } });
  const zone = (said: string) =>
    jasur.request('POST', '/api/places', {
      csv: `code,parent,level,time_zone,name_en,name_ru,name_uz\nPGR3C,,country,${said},Uzbekistan,Узбекистан,Oʻzbekiston`,
    });
  expect((await zone('Pacific/Auckland')).json()).toMatchObject({ changed: 1 });
  expect(await clinic()).toMatchObject({ open: false });
  expect((await zone('Nowhere/There')).json().fields[0].code).toBe('zone_unknown');
  expect((await zone('')).json()).toMatchObject({ changed: 1 });
  // One confidential address more: the open one of the same service would show the way to it.
  await owner.query(
    `with house as (insert into location (id, organisation_id, place_id, confidential, document)
       select $1, organisation_id, place_id, true, '{"name":"House"}' from location
       where id = (select location_id from service_at_location where service_id = $2 limit 1) returning id)
     insert into service_at_location (id, service_id, location_id) select $3, $2, id from house`,
    [fixedId('location:house'), fixedId('service:family_doctor'), fixedId('at:house')],
  );
  expect(await clinic()).toMatchObject({ at: null });
});
