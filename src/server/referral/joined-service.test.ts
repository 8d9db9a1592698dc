import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { keeping } from '#test/directory-merge.ts';
import { openFile } from '#test/file.ts';
import { testServer } from '#test/http.ts';
import { consent, packet, problem, referral, referralIn, serviceId } from '#test/referral.ts';
import { signIn } from '#test/world.ts';
import { DEMO_PLACES, placeId } from '../seed/demo-places.ts';
import { fixedId } from '../seed/fixed-id.ts';

// A referral that was written without a line names a service that was joined with another meanwhile.
// Broken on purpose, once each: with any house taken the referral went to one that nobody had agreed to; with the named id
// kept the file held a service that takes nothing any more.

const database = await testDatabase();
const server = await testServer(database);
const jasur = await signIn(server, 'jasur');
const farida = await signIn(server, 'farida');
const { workshop, merge } = keeping(() => jasur);
const polyclinic = fixedId('organisation:polyclinic');

/** A second entry of the same house for the same purpose, as another list wrote it. */
async function secondEntry(organisation_id: string): Promise<string> {
  const id = uuid();
  const made = await jasur.request('POST', '/api/services', {
    ...{ id, organisation_id, name: { en: 'Doctor of the family' }, languages: ['uz'] },
    ...{ need_domain: 'health', purpose: 'health_care', active: true },
    place_id: placeId(DEMO_PLACES.district),
  });
  expect(made.statusCode, made.body).toBe(201);
  return id;
}

it('goes on with the service that stays, where the house is the one that the person was asked about', async () => {
  const file = await openFile(server, 'aziza');
  await consent(file, 'clinic', { recipient_ids: [polyclinic] });
  const [kept, last] = [await secondEntry(polyclinic), await secondEntry(polyclinic)];
  expect((await merge('service', kept, serviceId('clinic'))).statusCode).toBe(201);
  const on = await merge('service', last, kept);
  expect(on.statusCode, on.body).toBe(201);

  const body = referral('clinic');
  const said = await file.tell('refer', body);
  expect([said.answer, problem(said)]).toEqual(['applied', undefined]);
  const sent = await file.tell('send_referral', { referral_id: body.referral_id });
  expect(sent.answer).toBe('applied');
  expect(await referralIn(database, file, body.referral_id)).toMatchObject({
    ...{ service_id: last, organisation_id: polyclinic, status: 'requested' },
  });
  expect((await packet(farida, body.referral_id)).statusCode).toBe(200);
  // What it was said for still has to fit, and another house is none that was named.
  const other = await file.tell('refer', referral('clinic', { purpose: 'education', fields: [] }));
  expect(problem(other)).toBe('service_of_other_purpose');
  const nowhere = await file.tell('refer', referral('clinic', { organisation_id: uuid() }));
  expect(problem(nowhere)).toBe('service_elsewhere');
});

it('stays where it is where the service is another house’s now: nobody was asked about that one', async () => {
  const file = await openFile(server, 'aziza');
  const one = await workshop({ name: { en: 'Sewing here' }, service: { en: 'Sewing' } });
  const two = await workshop({ name: { en: 'Sewing there' }, service: { en: 'Sewing' } });
  const named = { service_id: two.service, organisation_id: two.organisation };
  const body = () => ({
    ...referral('clinic', { ...named, purpose: 'vocational_training', fields: ['person.name'] }),
  });
  expect((await merge('service', one.service, two.service)).statusCode).toBe(201);
  const first = body();
  expect(problem(await file.tell('refer', first))).toBe('service_elsewhere');
  expect(await referralIn(database, file, first.referral_id)).toBeUndefined();

  // The whole house was joined with another: the service is the same one, its house is not.
  const three = await workshop({ name: { en: 'Baking here' }, service: { en: 'Baking' } });
  const four = await workshop({ name: { en: 'Baking there' }, service: { en: 'Bread' } });
  expect((await merge('organisation', three.organisation, four.organisation)).statusCode).toBe(201);
  const house = { service_id: four.service, organisation_id: four.organisation };
  const second = { ...body(), ...house };
  expect(problem(await file.tell('refer', second))).toBe('service_elsewhere');
  const anew = { ...second, referral_id: uuid(), organisation_id: three.organisation };
  expect((await file.tell('refer', anew)).answer).toBe('applied');
});
