import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { keeping } from '#test/directory-merge.ts';
import { openFile } from '#test/file.ts';
import { testServer } from '#test/http.ts';
import { answer, consent, DAY_MS, dayOf, packet, sent, serviceId } from '#test/referral.ts';
import { signIn } from '#test/world.ts';
import { fixedId } from '../../seed/fixed-id.ts';

// Seen to fail with an undoing that writes everything as it was before. Not yet broken: a capacity that is not waited
// for, the record of the old id answered by its own hidden row.

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
let jasur = await signIn(server, 'jasur');
const aziza = await signIn(server, 'aziza');
const farida = await signIn(server, 'farida');

const { post, workshop, tellOf, capacity, besides, merge } = keeping(() => jasur);

async function page(service: string) {
  const reply = await aziza.request('GET', `/api/directory/${service}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json();
}
const hsds = async (path: string) => (await aziza.request('GET', `/api/hsds/${path}`)).json();
const undo = (reply: { json(): { id: string } }) => post(`/merges/${reply.json().id}/undo`, {});
const pairOf = async (kind: string, one: string) => {
  const { pairs } = (await jasur.request('GET', `/api/directory/duplicates?kind=${kind}`)).json();
  return pairs.find((pair: { one: { id: string }; other: { id: string } }) =>
    [pair.one.id, pair.other.id].includes(one),
  );
};

it('finds entries that may be one, across scripts, with reasons; a word of a coordinator ends it', async () => {
  const latin = await workshop({
    ...{ name: { uz: 'Zargarlik ustaxonasi' }, service: { uz: 'Zargarlik kursi' } },
    phone: '+998 71 200 10 20',
  });
  const cyrillic = await workshop({
    ...{ name: { 'uz-Cyrl': 'Заргарлик устахонаси' }, service: { 'uz-Cyrl': 'Заргарлик курси' } },
    phone: '(71) 200-10-20',
  });
  const secret = {
    name: 'House',
    confidential: true,
    address: '1 Hidden lane',
    accessibility: null,
  };
  await tellOf(latin.service, 2, { phone: '+998 71 200 10 20', place: secret });
  await tellOf(cyrillic.service, 2, { phone: '(71) 200-10-20', place: secret });
  const found = await pairOf('service', latin.service);
  expect(found.reasons).toEqual([
    ...['same_name', 'same_phone', 'alike_organisation', 'same_place', 'same_need'].map((one) =>
      one === 'alike_organisation' ? expect.stringMatching(/organisation/) : one,
    ),
  ]);
  expect([found.one.address, found.other.address]).toEqual([null, null]);
  expect((await pairOf('organisation', latin.organisation)).reasons).toContain('same_name');
  // Nothing of the demo directory is taken for a double: a dentist and a family doctor share a house.
  const all = await jasur.request('GET', '/api/directory/duplicates?kind=service');
  expect(all.json().total, all.body).toBe(1);
  expect(all.body).not.toContain('Hidden');
  const two = { kind: 'service', kept_id: latin.service, merged_id: cyrillic.service };
  for (const other of [aziza, farida]) {
    const refused = [
      await other.request('GET', '/api/directory/duplicates?kind=service'),
      await other.request('GET', '/api/directory/merges'),
      await other.request('POST', '/api/directory/distinct', two),
    ];
    expect(refused.map((reply) => reply.json().code)).toEqual(refused.map(() => 'not_allowed'));
  }
  expect((await post('/distinct', two)).statusCode).toBe(204);
  expect(await pairOf('service', latin.service)).toBeUndefined();
  const itself = await post('/distinct', { ...two, merged_id: latin.service });
  expect(itself.json().fields[0].code).toBe('same_entry');
});

it('merges field by field; whatever named the other answers with the one that stays', async () => {
  const kept = await workshop({
    ...{
      name: { en: 'Loom house' },
      service: { en: 'Weaving course' },
      phone: '+998 71 111 11 11',
    },
  });
  const other = serviceId('clinic');
  const file = await openFile(server, 'aziza');
  await consent(file, 'clinic');
  const referral_id = await sent(file);
  const before = { kept: await page(kept.service), other: await page(other) };
  await capacity(kept.service, 0, 7);
  const side = await besides('service', kept.service, other);
  const fields = side.fields.map((one: { field: string }) => one.field);
  expect(fields).toEqual(
    expect.arrayContaining(['name', 'need_domain', 'document.phones', 'capacity']),
  );
  const wrong = await merge('service', kept.service, other, {
    chosen: { need_domain: 'both', nothing: 'kept' },
  });
  expect(wrong.json().fields.map((one: { path: string }) => one.path)).toEqual([
    ...['body.chosen.need_domain', 'body.chosen.nothing'],
  ]);
  const chosen = { need_domain: 'other', purpose: 'other', capacity: 'other' };
  const done = await merge('service', kept.service, other, { chosen });
  expect(done.statusCode, done.body).toBe(201);

  const now = await page(other);
  expect(now.service.id).toBe(kept.service);
  expect(now.service).toMatchObject({
    ...{ need_domain: 'health', places_free: before.other.service.places_free, active: true },
    // Names in both languages, the one that stays first.
    name: { ...before.other.service.name, en: 'Weaving course' },
    assured_on: before.other.service.assured_on,
  });
  expect(now.places.map((one: { id: string }) => one.id)).toEqual(
    before.other.places.map((one: { id: string }) => one.id),
  );
  // The export: one record, and the old id answers with it.
  expect((await hsds(`services/${other}`)).id).toBe(kept.service);
  const listed = await hsds('services?per_page=200');
  expect(listed.contents.filter((one: { id: string }) => one.id === other)).toEqual([]);
  expect(listed.contents.filter((one: { id: string }) => one.id === kept.service)).toHaveLength(1);
  // What was sent goes on with whom it was sent to, and an appointment there can be made.
  expect((await packet(farida, referral_id)).statusCode).toBe(200);
  const accepted = { status: 'accepted', offered: [{ on: dayOf(server, 3), at: '10:00' }] };
  const said = await answer(farida, file, referral_id, accepted);
  expect(said.answer === 'applied' || said.problem?.code === 'invalid_input').toBe(true);
  const booked = await file.tell('book_appointment', {
    ...{ appointment_id: uuid(), with: { kind: 'service', service_id: other, referral_id } },
    ...{ at: new Date(server.deps.clock().getTime() + 2 * DAY_MS).toISOString(), minutes: 30 },
  });
  expect(booked.problem?.code).not.toBe('service_unknown');
  // A file of others that still knows the old id brings nothing back, and nothing of it is lost.
  const again = await jasur.request('POST', '/api/directory/import', {
    files: [
      {
        name: 'a.json',
        text: JSON.stringify({
          id: other,
          name: 'Family doctor',
          status: 'active',
          description: 'New word',
        }),
      },
    ],
    trial: false,
  });
  expect(again.json().services, again.body).toEqual({ added: 0, changed: 1, unchanged: 0 });
  expect((await page(other)).service.id).toBe(kept.service);
  // Neither is changed under its old id, nor merged twice.
  expect((await capacity(other, 1, 1)).json().code).toBe('version_conflict');
  expect(
    (
      await jasur.request(
        'GET',
        `/api/directory/side-by-side?kind=service&kept_id=${kept.service}&merged_id=${other}`,
      )
    ).statusCode,
  ).toBe(404);

  // Changed since: that stays when the merge is taken back, and is named; everything else is as it was.
  const { version } = now;
  await tellOf(kept.service, version, { phone: '+998 71 222 22 22', description: 'Since then' });
  const back = await undo(done);
  // The form wrote these anew; what the merge had not touched (the description) is nothing to name.
  expect(back.json().left, back.body).toEqual([
    ...['document.fees_description', 'document.phones', 'document.schedules', 'staff'],
  ]);
  const restored = await page(kept.service);
  expect(restored.service).toMatchObject({ need_domain: 'vocational_training', places_free: 7 });
  expect(restored.service.name).toEqual({ en: 'Weaving course' });
  expect(restored.details).toMatchObject({ description: 'Since then', phone: '+998 71 222 22 22' });
  const again2 = await page(other);
  expect(again2.service).toMatchObject({ id: other, need_domain: 'health', active: true });
  expect(again2.details.description).toBe('New word');
  expect(again2.places).toEqual(before.other.places);
  expect((await undo(done)).json().code).toBe('already_so');
});

it('loses nothing where several work at once', async () => {
  const one = await workshop({ name: { en: 'Mill A' }, service: { en: 'Milling' } });
  const two = await workshop({ name: { en: 'Mill B' }, service: { en: 'Milling' } });
  const three = await workshop({ name: { en: 'Mill C' }, service: { en: 'Milling' } });
  for (const mill of [one, two, three]) await capacity(mill.service, 0, 1);
  // Changed by somebody else after it was looked at: nothing is written.
  const looked = await besides('service', one.service, two.service);
  expect((await capacity(two.service, 1, 5)).statusCode).toBe(200);
  const { kept_version, merged_version, kept_capacity, merged_capacity } = looked;
  const stale = await post('/merges', {
    ...{ id: uuid(), kind: 'service', kept_id: one.service, merged_id: two.service },
    ...{ kept_version, merged_version, kept_capacity, merged_capacity, chosen: {} },
    with_places: true,
  });
  expect(stale.json().code).toBe('version_conflict');
  // Three merges of the same entries and a new capacity, all at once: one of each pair wins, the rest is told.
  const sides = await Promise.all([
    besides('service', one.service, two.service),
    besides('service', two.service, one.service),
    besides('service', three.service, two.service),
  ]);
  const replies = await Promise.all([
    merge('service', one.service, two.service, { chosen: { capacity: 'other' } }, sides[0]),
    merge('service', two.service, one.service, {}, sides[1]),
    merge('service', three.service, two.service, {}, sides[2]),
    capacity(two.service, 2, 9),
  ]);
  const codes = replies.map((reply) => reply.statusCode);
  expect(codes.filter((code) => code >= 500)).toEqual([]);
  const { rows } = await owner.query<{ id: string; merged_into: string | null; free: number }>(
    `select s.id, s.merged_into, c.places_free as free from service s join service_capacity c on c.service_id = s.id
     where s.id = any ($1)`,
    [[one.service, two.service, three.service]],
  );
  const merged = rows.filter((row) => row.merged_into !== null);
  expect(merged.length).toBe(codes.slice(0, 3).filter((code) => code === 201).length);
  // The capacity that was accepted is with an entry that can be read, or with one that undoing brings back.
  if (replies[3]?.statusCode === 200) expect(rows.map((row) => row.free)).toContain(9);
  // The same command again is the same merge.
  const four = await workshop({ name: { en: 'Mill D' }, service: { en: 'Milling' } });
  const five = await workshop({ name: { en: 'Mill E' }, service: { en: 'Milling' } });
  const id = uuid();
  const first = await merge('service', four.service, five.service, { id });
  const body = { id, kind: 'service', kept_id: four.service, merged_id: five.service };
  const numbers = { kept_version: 1, merged_version: 1, kept_capacity: 0, merged_capacity: 0 };
  const second = await post('/merges', { ...body, ...numbers, chosen: {}, with_places: true });
  expect([first.statusCode, second.statusCode, second.json().id]).toEqual([201, 201, id]);
  // Merged on: the later merge is taken back first.
  const six = await workshop({ name: { en: 'Mill F' }, service: { en: 'Milling' } });
  const on = await merge('service', six.service, four.service);
  expect((await page(five.service)).service.id).toBe(six.service);
  expect((await undo(first)).json().code).toBe('merged_on');
  expect((await undo(on)).statusCode).toBe(200);
  expect((await undo(first)).statusCode).toBe(200);
  expect((await page(five.service)).service).toMatchObject({ id: five.service, active: true });
});

it('merges organisations with what is theirs, and never changes who reads', async () => {
  const kept = await workshop({ name: { en: 'Pottery north' }, service: { en: 'Pots' } });
  const other = await workshop({ name: { en: 'Pottery north house' }, service: { en: 'Plates' } });
  const clinic = fixedId('organisation:polyclinic');
  const mahalla = fixedId('organisation:mahalla');
  expect((await merge('organisation', kept.organisation, clinic)).json().code).toBe(
    'merge_of_receivers',
  );
  expect((await merge('organisation', kept.organisation, mahalla)).json().code).toBe(
    'neighbourhood_body',
  );
  const done = await merge('organisation', kept.organisation, other.organisation);
  expect(done.statusCode, done.body).toBe(201);
  expect((await page(other.service)).service.organisation_id).toBe(kept.organisation);
  expect((await hsds(`organizations/${other.organisation}`)).id).toBe(kept.organisation);
  const filtered = await hsds(`services?organization_id=${other.organisation}`);
  expect(filtered.total_items).toBe(2);
  // A file that names the old organisation is no move of its service.
  const file = {
    ...{ id: other.service, name: 'Plates', status: 'active', organization_id: other.organisation },
  };
  const again = await jasur.request('POST', '/api/directory/import', {
    ...{ files: [{ name: 'a.json', text: JSON.stringify(file) }], trial: false },
  });
  expect(again.statusCode, again.body).toBe(200);
  const into = await jasur.request('POST', '/api/services', {
    ...{ id: uuid(), organisation_id: other.organisation, name: { en: 'Cups' }, languages: [] },
    ...{ need_domain: 'vocational_training', purpose: 'vocational_training', place_id: null },
    active: true,
  });
  expect(into.json().fields[0]).toMatchObject({ path: 'body.organisation_id', code: 'unknown' });
  const { merges } = (await jasur.request('GET', '/api/directory/merges')).json();
  expect(merges.find((one: { id: string }) => one.id === done.json().id)).toMatchObject({
    ...{ kind: 'organisation', merged: { en: 'Pottery north house' }, may_undo: true },
  });
  expect((await undo(done)).statusCode).toBe(200);
  expect((await page(other.service)).service.organisation_id).toBe(other.organisation);

  // After thirty days it stays.
  const late = await merge('organisation', kept.organisation, other.organisation);
  server.advance(30 * DAY_MS + 60_000);
  jasur = await signIn(server, 'jasur');
  expect((await undo(late)).json()).toMatchObject({ code: 'undo_too_late', details: { days: 30 } });
});
