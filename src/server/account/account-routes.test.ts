import { describe, expect, it } from 'vitest';
import { ROLES } from '#domain/access/role.ts';
import { testDatabase } from '#test/database.ts';
import { type Caller, testServer } from '#test/http.ts';

const database = await testDatabase({ seeded: false });
const server = await testServer(database);
const { deps } = server;
const administrator = await server.as('administrator');
const officers = [
  await server.as('data_protection_officer'),
  await server.as('data_protection_officer'),
];

const grant = (role: string) => ({ role, organisation_id: null, place_id: null });

async function told(
  officer: Caller,
  account: string,
): Promise<{ kind: string; details: object }[]> {
  const { rows } = await database.pool('owner').query(
    `select kind, details from notification
     where account_id = $1 and details->>'account' = $2 order by created_at, id`,
    [officer.id, account],
  );
  return rows;
}

describe('roles', () => {
  it('are given, replaced and taken away, and every officer is told each time', async () => {
    const worker = await server.as(null);
    const put = await administrator.request(
      'PUT',
      `/api/accounts/${worker.id}/role`,
      grant('coordinator'),
    );
    expect(put.statusCode).toBe(204);
    expect((await worker.request('GET', '/api/me')).json().role).toBe('coordinator');
    await administrator.request(
      'PUT',
      `/api/accounts/${worker.id}/role`,
      grant('complaints_officer'),
    );
    // Authority changes at once: the same session, the next request.
    expect((await worker.request('GET', '/api/me')).json().role).toBe('complaints_officer');
    await administrator.request('DELETE', `/api/accounts/${worker.id}/role`);
    expect((await worker.request('GET', '/api/me')).json()).toMatchObject({
      role: null,
      abilities: [],
    });
    for (const officer of officers) {
      const details = { account: worker.id, by: administrator.id };
      expect(await told(officer, worker.id)).toEqual([
        { kind: 'role_granted', details: { ...details, role: 'coordinator' } },
        { kind: 'role_revoked', details: { ...details, role: 'coordinator' } },
        { kind: 'role_granted', details: { ...details, role: 'complaints_officer' } },
        { kind: 'role_revoked', details: { ...details, role: 'complaints_officer' } },
      ]);
    }
  });

  it('tell the officers also where a grant is made past the server', async () => {
    const worker = await server.as('coordinator');
    expect(await told(officers[0] ?? worker, worker.id)).toMatchObject([{ kind: 'role_granted' }]);
  });

  it('cannot be given to oneself, by the route or by SQL', async () => {
    const own = await administrator.request(
      'PUT',
      `/api/accounts/${administrator.id}/role`,
      grant('complaints_officer'),
    );
    expect([own.statusCode, own.json().details]).toEqual([403, { reason: 'own_role' }]);
    const attempt = deps.database.as({ kind: 'account', id: administrator.id }, (acting) =>
      acting.client.query(
        `insert into role_grant (id, account_id, role, granted_by, granted_at)
         values ($1, $2, 'supervisor', $2, now())`,
        [deps.newId(), administrator.id],
      ),
    );
    await expect(attempt).rejects.toThrow(/row-level security/);
    const asOwner = database.pool('owner').query(
      `insert into role_grant (id, account_id, role, granted_by, granted_at)
       values ($1, $2, 'supervisor', $2, now())`,
      [deps.newId(), administrator.id],
    );
    await expect(asOwner).rejects.toThrow(/nobody_grants_himself/);
  });

  it('name the field where place, organisation or role is unknown', async () => {
    const worker = await server.as(null);
    const fields = async (body: unknown) =>
      (await administrator.request('PUT', `/api/accounts/${worker.id}/role`, body)).json().fields;
    expect(await fields({ ...grant('coordinator'), place_id: deps.newId() })).toEqual([
      { path: 'body.place_id', code: 'unknown' },
    ]);
    expect(await fields(grant('police'))).toEqual([{ path: 'body.role', code: 'not_one_of' }]);
    // Seen to fail before: such an account reached nothing, and nobody was told why.
    expect(await fields(grant('caseworker'))).toEqual([
      { path: 'body.place_id', code: 'required' },
    ]);
    expect(await fields({ ...grant('partner'), place_id: deps.newId() })).toEqual([
      { path: 'body.organisation_id', code: 'required' },
    ]);
  });
});

describe('the administrator', () => {
  it('finds an account by a part of the name, whatever its capitals', async () => {
    const by = await server.as('administrator');
    const found = async (text: string) => {
      const reply = await by.request('GET', `/api/accounts?text=${encodeURIComponent(text)}`);
      return reply.json().accounts.map((one: { name: string }) => one.name);
    };
    const all = await found('');
    const [first = ''] = all;
    expect(all.length).toBeGreaterThan(1);
    const part = first.slice(1).toUpperCase();
    expect(await found(part)).toContain(first);
    expect(await found('nobody is called so')).toEqual([]);
    // Also by the name that somebody signs in with. Broken once without it.
    await database
      .pool('owner')
      .query(`update auth.account set username = 'quiet.heron' where id = $1`, [by.id]);
    expect(await found('T.HERON')).toHaveLength(1);
    // Looked for as it is written: no pattern.
    expect(await found('%')).toEqual([]);
    const long = await by.request('GET', `/api/accounts?text=${'x'.repeat(81)}`);
    expect([long.statusCode, long.json().fields?.[0]?.path]).toEqual([422, 'query.text']);
  });

  it('alone reaches accounts; everybody else is told that there is no such thing', async () => {
    const worker = await server.as('coordinator');
    for (const role of [null, ...ROLES.filter((name) => name !== 'administrator')]) {
      const other = await server.as(role);
      const url = `/api/accounts/${worker.id}`;
      const replies = [
        await other.request('GET', '/api/accounts'),
        await other.request('PUT', `${url}/role`, grant('complaints_officer')),
        await other.request('DELETE', `${url}/role`),
        await other.request('DELETE', `${url}/sessions`),
        await other.request('PUT', `${url}/disabled`, { disabled: true }),
        await other.request('DELETE', `${url}/second-factor`),
        await other.request('POST', `${url}/invitations`, { means: { by: 'code' } }),
        await other.request('POST', '/api/invitations', {
          id: deps.newId(),
          name: 'Somebody',
          grant: grant('coordinator'),
          means: { by: 'code' },
        }),
      ];
      expect([role, replies.map((reply) => reply.statusCode)]).toEqual([role, Array(8).fill(404)]);
    }
    expect((await worker.request('GET', '/api/me')).json().role).toBe('coordinator');
  });

  it('lists at most fifty accounts a page, each once', async () => {
    for (let count = 0; count < 30; count += 1) await server.as(null);
    const tooMany = await administrator.request('GET', '/api/accounts?limit=51');
    expect(tooMany.json().fields).toEqual([
      { path: 'query.limit', code: 'too_large', details: { maximum: 50 } },
    ]);
    const seen: string[] = [];
    let after = '';
    do {
      const reply = await administrator.request('GET', `/api/accounts?limit=20${after}`);
      const { accounts, next } = reply.json();
      seen.push(...accounts.map((account: { id: string }) => account.id));
      after = next === null ? '' : `&after=${next}`;
    } while (after !== '');
    expect(new Set(seen).size).toBe(seen.length);
    const { rows } = await database.pool('owner').query('select count(*)::int from auth.account');
    expect(seen.length).toBe(rows[0].count);
  });

  it('switches an account off and on; its sessions end at once and officers are told', async () => {
    const before = await server.as(null);
    const worker = await server.as('coordinator');
    const set = (disabled: boolean) =>
      administrator.request('PUT', `/api/accounts/${worker.id}/disabled`, { disabled });
    expect((await set(true)).statusCode).toBe(204);
    expect((await worker.request('GET', '/api/me')).statusCode).toBe(401);
    const list = await administrator.request('GET', `/api/accounts?after=${before.id}`);
    const line = list.json().accounts.find((one: { id: string }) => one.id === worker.id);
    expect(line).toMatchObject({ state: 'disabled', role: 'coordinator' });
    expect((await set(false)).statusCode).toBe(204);
    const [officer] = officers;
    const kinds = (await told(officer ?? worker, worker.id)).map((row) => row.kind);
    expect(kinds.sort()).toEqual(['account_disabled', 'account_enabled', 'role_granted']);
  });

  it('cannot switch itself off, reset itself, or see any table of people', async () => {
    const own = `/api/accounts/${administrator.id}`;
    const off = await administrator.request('PUT', `${own}/disabled`, { disabled: true });
    const factor = await administrator.request('DELETE', `${own}/second-factor`);
    const reset = await administrator.request('POST', `${own}/invitations`, {
      means: { by: 'code' },
    });
    expect([off.statusCode, factor.statusCode, reset.statusCode]).toEqual([404, 404, 404]);
  });
});

describe('the database role of accounts', () => {
  it('sees nothing of people, and the application sees no secret of accounts', async () => {
    const auth = database.pool('auth');
    await expect(auth.query('select from public.person')).rejects.toThrow(/permission denied/);
    await expect(auth.query('select from public.role_grant')).rejects.toThrow(/permission denied/);
    const app = database.pool('app');
    await expect(app.query('select email from auth.account')).rejects.toThrow(/permission denied/);
    await expect(app.query('select from auth.credential')).rejects.toThrow(/permission denied/);
    await expect(app.query('select from auth.session')).rejects.toThrow(/permission denied/);
    expect((await app.query('select id, name from auth.account limit 1')).rowCount).toBe(1);
  });
});
