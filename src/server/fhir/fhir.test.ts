import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Bundle, CapabilityStatement, Resource, Task } from '@medplum/fhirtypes';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { clientOf } from '#test/client.ts';
import { testDatabase } from '#test/database.ts';
import { faults } from '#test/fhir.ts';
import { openFile } from '#test/file.ts';
import { testServer } from '#test/http.ts';
import { consent, dayOf, sent } from '#test/referral.ts';
import { signIn } from '#test/world.ts';
import { sentTask } from './read-answer.ts';
import { RESOURCE_TYPES } from './resource-types.ts';

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const clinic = await clientOf(server, 'polyclinic');
const school = await clientOf(server, 'school');
const clinicToken = await clinic.token();
const schoolToken = await school.token();
const file = await openFile(server, 'aziza');
await consent(file, 'clinic');
await consent(file, 'school');

const get = (path: string, token = clinicToken) =>
  clinic.request('GET', `/fhir/${path}`, { token });
const NEED = ['person.name', 'person.birth', 'person.sex', 'referral.need', 'referral.words'];
const PACKETS = ['Patient', 'EpisodeOfCare', 'CarePlan', 'ServiceRequest', 'Task', 'Consent'];
const SHARED = new URL('../../../../shared/data/fhir/r4-examples/', import.meta.url);
const present = existsSync(SHARED);
if (!present) process.stdout.write('skipped: FHIR examples, the folder shared/data is absent\n');

/** All pages of a search. */
async function everything(type: string, token: string): Promise<Resource[]> {
  const found: Resource[] = [];
  let path: string | undefined = `${type}?_count=9`;
  while (path !== undefined) {
    const bundle: Bundle = (await get(path, token)).json();
    expect(faults(bundle)).toEqual([]);
    found.push(...(bundle.entry ?? []).flatMap(({ resource }) => resource ?? []));
    const next: string | undefined = bundle.link?.find((one) => one.relation === 'next')?.url;
    path = next?.replace(/^.*\/fhir\//, '');
  }
  return found;
}

describe('what is given out', () => {
  it('is valid R4 for every resource of the demo world, and each is found by its id', async () => {
    const id = await sent(file, 'clinic', { fields: NEED, urgency: 'urgent' });
    await clinic.request('PUT', `/fhir/Task/${id}`, {
      ...{
        token: clinicToken,
        headers: { 'if-match': (await get(`Task/${id}`)).headers.etag as string },
      },
      body: {
        resourceType: 'Task',
        status: 'accepted',
        executionPeriod: { start: dayOf(server, 3) },
      },
    });
    const counts: Record<string, number> = {};
    for (const [by, token] of Object.entries({ clinic: clinicToken, school: schoolToken })) {
      for (const type of Object.keys(RESOURCE_TYPES)) {
        const all = await everything(type, token);
        counts[`${by} ${type}`] = all.length;
        expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
        for (const [index, one] of all.entries()) {
          expect(faults(one), JSON.stringify(one)).toEqual([]);
          if (index < 3) expect((await get(`${type}/${one.id}`, token)).json()).toEqual(one);
        }
      }
    }
    expect(counts['clinic Task']).toBeGreaterThan(0);
    expect(counts['school Patient']).toBeGreaterThan(0);
    expect(counts['clinic HealthcareService']).toBeGreaterThan(5);
    expect(counts['clinic Location']).toBeGreaterThan(0);
    expect(counts['clinic QuestionnaireResponse']).toBe(0);
    const statement = await server.stranger().request('GET', '/fhir/metadata');
    const capabilities: CapabilityStatement = statement.json();
    expect(faults(capabilities)).toEqual([]);
    expect(capabilities.rest?.[0]?.resource?.map(({ type }) => type)).toEqual(
      Object.keys(RESOURCE_TYPES),
    );
  }, 60_000);

  it.skipIf(!present)(
    'and the official examples of these types are valid by the same check',
    () => {
      const types = Object.keys(RESOURCE_TYPES);
      const names = readdirSync(SHARED).filter((name) => types.includes(name.split('-')[0] ?? ''));
      expect(names.length).toBeGreaterThan(60);
      const tasks: string[] = [];
      for (const name of names) {
        const example = JSON.parse(readFileSync(new URL(name, SHARED), 'utf8'));
        expect(faults(example), name).toEqual([]);
        if (!name.startsWith('Task-')) continue;
        tasks.push(name);
        expect(sentTask.safeParse(example).success, name).toBe(true);
      }
      expect(tasks.length).toBeGreaterThan(3);
    },
  );
});

describe('only what was sent to the own organisation', () => {
  it('another’s, a missing one and one that is no id answer alike', async () => {
    const id = await sent(file, 'clinic', { fields: NEED });
    for (const type of PACKETS) {
      const missing = await get(`${type}/${uuid()}`, schoolToken);
      const foreign = await get(`${type}/${id}`, schoolToken);
      expect([foreign.statusCode, foreign.body], type).toEqual([404, missing.body]);
      expect((await get(`${type}/no-id`, schoolToken)).body).toBe(missing.body);
      const listed = await get(`${type}?_id=${id}`, schoolToken);
      expect(listed.json().entry, type).toBeUndefined();
      expect((await get(`${type}/${id}`)).statusCode, type).toBe(200);
    }
    expect((await get(`Goal/${id}`)).statusCode).toBe(404);
    const { body } = await get('Observation/1');
    expect(faults(JSON.parse(body))).toEqual([]);
  });

  it('without a token, by a cookie or by a token that ended: the same refusal', async () => {
    const farida = await signIn(server, 'farida');
    const none = await server.stranger().request('GET', '/fhir/Task');
    expect([none.statusCode, none.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    for (const path of ['Task', 'Patient', 'Nothing']) {
      const reply = await farida.request('GET', `/fhir/${path}`);
      expect([reply.statusCode, reply.body], path).toEqual([401, none.body]);
    }
    expect((await get('Task', 'a'.repeat(43))).body).toBe(none.body);
  });

  it('consent withdrawn: the person is gone, the task says so', async () => {
    const other = await openFile(server, 'aziza');
    const consent_id = await consent(other, 'clinic');
    const id = await sent(other, 'clinic', { fields: NEED });
    expect((await get(`Patient/${id}`)).statusCode).toBe(200);
    await other.tell('withdraw_consent', { consent_id, channel: 'phone' });
    for (const type of ['Patient', 'ServiceRequest', 'CarePlan', 'Goal', 'EpisodeOfCare']) {
      expect((await get(`${type}/${id}`)).statusCode, type).toBe(404);
    }
    expect((await get(`Consent/${id}`)).json()).toMatchObject({ status: 'inactive' });
    const task: Task = (await get(`Task/${id}`)).json();
    expect(task.businessStatus?.coding?.[0]?.code).toBe('withdrawn');
    expect([task.for, task.focus, faults(task)]).toEqual([undefined, undefined, []]);
  });

  it('what is read stands in the log of the file, with the client as who read it', async () => {
    const id = await sent(file, 'clinic', { fields: NEED });
    const since = new Date(server.deps.clock().getTime() - 1);
    await get(`Patient/${id}`);
    await get(`Patient?_id=${id}`);
    await get(`Patient/${uuid()}`);
    const { rows } = await owner.query(
      `select action, role, organisation_id is not null as named, case_id from read_log
       where actor_kind = 'client' and actor_id = $1 and at >= $2
         and details ->> 'type' = 'Patient' order by id desc limit 4`,
      [clinic.id, since],
    );
    const { case_id } = file;
    const by = { role: 'partner', named: true };
    expect(rows.reverse()).toEqual([
      { ...by, action: 'packet_opened', case_id },
      { ...by, action: 'packets_listed', case_id: null },
      { ...by, action: 'packet_opened', case_id },
      { ...by, action: 'denied', case_id: null },
    ]);
    const malika = await signIn(server, 'malika');
    const log = await malika.request('GET', `/api/read-log?account=${clinic.id}`);
    expect(log.json().entries[0].name).toBe('System of polyclinic');
    await owner.query('revoke insert on read_log from homeward_app');
    try {
      const unlogged = await get(`Patient/${id}`);
      expect(unlogged.statusCode).toBe(500);
      expect(unlogged.body).not.toContain('Zuhra');
    } finally {
      await owner.query('grant insert on read_log to homeward_app');
    }
  });
});

describe('searching', () => {
  it('knows its parameters and refuses the others without repeating them', async () => {
    const id = await sent(file, 'clinic', { fields: NEED });
    const ids = async (path: string) =>
      ((await get(path)).json() as Bundle).entry?.map(({ resource }) => resource?.id);
    expect(await ids(`Task?_id=${id}`)).toEqual([id]);
    expect(await ids(`Task?patient=Patient/${id}&status=requested,accepted`)).toEqual([id]);
    expect(await ids(`Task?patient=${id}&status=completed`)).toBeUndefined();
    expect(await ids(`Goal?patient=${id}&lifecycle-status=proposed`)).toBeUndefined();
    const [{ fullUrl } = {}] = ((await get('Organization?name=poly')).json() as Bundle).entry ?? [];
    expect(fullUrl).toContain('/fhir/Organization/');
    for (const wrong of [
      ...['name=CANARY', '_count=0', '_count=x', 'status=CANARY', '_include=Task:for', '_after=1'],
      ...['patient=CANARY', 'CANARY%20Zuhra=1', 'status=requested&status=requested', '_sort=-date'],
    ]) {
      const reply = await get(`Task?${wrong}`);
      expect([reply.statusCode, faults(reply.json())], wrong).toEqual([400, []]);
      expect(reply.body).not.toContain('CANARY');
    }
    expect((await clinic.request('POST', '/fhir/Task', { body: {} })).statusCode).toBe(405);
    expect((await clinic.request('DELETE', `/fhir/Task/${id}`)).statusCode).toBe(405);
    const xml = { token: clinicToken, headers: { accept: 'application/fhir+xml' } };
    expect((await clinic.request('GET', '/fhir/Task', xml)).statusCode).toBe(406);
  });
});
