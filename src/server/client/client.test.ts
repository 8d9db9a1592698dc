import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { askToken, clientOf } from '#test/client.ts';
import { testDatabase } from '#test/database.ts';
import { testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';
import { fixedId } from '../seed/fixed-id.ts';

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const sherzod = await signIn(server, 'sherzod');
const clinic = await clientOf(server, 'polyclinic');
const grant_type = 'client_credentials';
const shown = { grant_type, client_id: clinic.id, client_secret: clinic.secret };

describe('the administrator', () => {
  it('makes a client, whose secret is told once, gives a new one and withdraws it', async () => {
    const client = await clientOf(server, 'school');
    const list = await sherzod.request('GET', '/api/clients');
    const line = list.json().clients.find(({ id }: { id: string }) => id === client.id);
    expect(line).toMatchObject({ withdrawn_at: null, last_used_at: null });
    expect(list.body).not.toContain(client.secret);
    const { rows } = await owner.query('select * from auth.client_secret, auth.client_token');
    expect(JSON.stringify(rows)).not.toContain(client.secret);

    const token = await client.token();
    const renewed = await sherzod.request('POST', `/api/clients/${client.id}/secret`);
    const old = { grant_type, client_id: client.id, client_secret: client.secret };
    expect((await askToken(server, old)).json()).toEqual({ error: 'invalid_client' });
    const { client_secret } = renewed.json();
    expect((await askToken(server, { ...old, client_secret })).statusCode).toBe(200);
    expect((await client.request('GET', '/fhir/Task', { token })).statusCode).toBe(401);

    expect((await sherzod.request('DELETE', `/api/clients/${client.id}`)).statusCode).toBe(204);
    expect((await askToken(server, { ...old, client_secret })).statusCode).toBe(401);
    expect((await sherzod.request('DELETE', `/api/clients/${client.id}`)).statusCode).toBe(404);
    const { rows: told } = await owner.query(
      `select distinct kind from notification where details ->> 'account' = $1 order by kind`,
      [client.id],
    );
    expect(told.map(({ kind }) => kind)).toEqual([
      'client_made',
      'client_renewed',
      'client_withdrawn',
    ]);
  });

  it('alone; never for a body of the neighbourhood, and an id is taken once', async () => {
    const body = { id: uuid(), name: 'X', organisation_id: fixedId('organisation:polyclinic') };
    for (const name of ['gulnora', 'jasur', 'malika', 'farida'] as const) {
      const other = await signIn(server, name);
      expect((await other.request('POST', '/api/clients', body)).statusCode, name).toBe(404);
      expect((await other.request('GET', '/api/clients')).statusCode, name).toBe(404);
    }
    const { rows } = await owner.query(`select id from organisation where not receives limit 1`);
    const said = async (more: object) =>
      (await sherzod.request('POST', '/api/clients', { ...body, ...more })).json().code;
    expect(await said({ organisation_id: rows[0].id })).toBe('neighbourhood_body');
    expect(await said({ organisation_id: uuid() })).toBe('invalid_input');
    expect(await said({ id: clinic.id })).toBe('already_recorded');
    expect(await said({ name: '' })).toBe('invalid_input');
  });
});

describe('the token', () => {
  it('is given by header or form, is short, and its answer is never kept', async () => {
    const basic = Buffer.from(`${clinic.id}:${clinic.secret}`).toString('base64');
    const byHeader = await askToken(server, { grant_type }, { authorization: `Basic ${basic}` });
    expect(byHeader.json()).toMatchObject({ token_type: 'Bearer', expires_in: 900 });
    expect(byHeader.headers['cache-control']).toBe('no-store');
    expect((await askToken(server, shown)).statusCode).toBe(200);
    const token = await clinic.token();
    expect((await clinic.request('GET', '/fhir/Task', { token })).statusCode).toBe(200);
    server.advance(901_000);
    expect((await clinic.request('GET', '/fhir/Task', { token })).statusCode).toBe(401);
  });

  it('errors are those of the standard and repeat nothing that was sent', async () => {
    const ask = async (form: Record<string, string>, headers = {}) => {
      const reply = await askToken(server, form, headers);
      expect(reply.body).not.toMatch(/CANARY/);
      return [reply.statusCode, reply.json().error];
    };
    const CANARY = 'CANARY-Zuhra';
    expect(await ask({})).toEqual([400, 'invalid_request']);
    expect(await ask({ ...shown, grant_type: CANARY })).toEqual([400, 'unsupported_grant_type']);
    expect(await ask({ ...shown, scope: CANARY })).toEqual([400, 'invalid_scope']);
    expect(await ask({ ...shown, client_secret: CANARY })).toEqual([401, 'invalid_client']);
    expect(await ask({ ...shown, client_id: CANARY })).toEqual([401, 'invalid_client']);
    expect(await ask({ ...shown, client_id: uuid() })).toEqual([401, 'invalid_client']);
    expect(await ask({ grant_type }, { authorization: 'Bearer CANARY' })).toEqual([
      401,
      'invalid_client',
    ]);
    const json = await sherzod.request('POST', '/oauth/token', shown);
    expect([json.statusCode, json.json()]).toEqual([400, { error: 'invalid_request' }]);
    const twice = await server.app.inject({
      ...{ method: 'POST', url: '/oauth/token', payload: 'grant_type=a&grant_type=b' },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(twice.json()).toEqual({ error: 'invalid_request' });
  });

  it('guessing is slowed down, for the right secret too until the hour is over', async () => {
    const other = await clientOf(server, 'school');
    const wrong = { grant_type, client_id: other.id, client_secret: 'no' };
    const codes = [];
    for (let turn = 0; turn < 22; turn += 1) codes.push((await askToken(server, wrong)).statusCode);
    expect(codes.slice(0, 20)).toEqual(Array(20).fill(401));
    expect(codes.at(-1)).toBe(429);
    const right = { ...wrong, client_secret: other.secret };
    expect((await askToken(server, right)).headers['retry-after']).toBe('3600');
    server.advance(3_601_000);
    expect((await askToken(server, right)).statusCode).toBe(200);
  });

  it('acts as a partner of its organisation, and as nobody once withdrawn', async () => {
    const client = await clientOf(server, 'school');
    const actor = { kind: 'client', id: client.id } as const;
    const held = () =>
      server.deps.database.as(actor, async ({ role, organisation_id, client: connection }) => {
        const { rows } = await connection.query(
          `select homeward_keys() as keys, (select count(*)::int from case_file) as files,
             (select count(*)::int from person) as people, (select count(*)::int from client) as clients`,
        );
        return { role, organisation_id, ...rows[0] };
      });
    const organisation_id = fixedId('organisation:school');
    expect(await held()).toEqual({
      ...{ role: 'partner', organisation_id, files: 0, people: 0, clients: 0 },
      keys: [`client:${client.id}`, `organisation:${organisation_id}`],
    });
    // Hours have passed since the first sign-in.
    const again = await signIn(server, 'sherzod');
    await again.request('DELETE', `/api/clients/${client.id}`);
    expect(await held()).toMatchObject({ role: null, organisation_id: null, keys: null });
  });

  it('opens nothing of the program’s own doors', async () => {
    const reply = await clinic.request('GET', '/api/packets');
    expect(reply.statusCode).toBe(401);
  });
});
