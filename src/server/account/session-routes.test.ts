import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { testServer } from '#test/http.ts';
import { addAccount } from './account-rows.ts';
import { acceptInvitation, makeInvitation } from './invitation.ts';

const database = await testDatabase({ seeded: false });
const server = await testServer(database);
const { deps } = server;

const PASSWORD = 'long enough to be fine';

async function colleague(username: string, email: string | null = null): Promise<string> {
  const id = deps.newId();
  await addAccount(deps.accounts, { id, name: 'Nodira', locale: 'uz', email }, deps.clock());
  const { secret } = await makeInvitation(deps.accounts, {
    id: deps.newId(),
    accountId: id,
    invitedBy: null,
    means: { by: 'code' },
    now: deps.clock(),
  });
  const given = { secret, username, password: PASSWORD, locale: 'uz' } as const;
  expect(await acceptInvitation(deps.accounts, given, deps.newId, deps.clock())).toBeNull();
  return id;
}

describe('signing in', () => {
  let id = '';
  beforeAll(async () => {
    id = await colleague('nodira', 'nodira@example.org');
  });

  it('takes the user name, in any case, and the e-mail address', async () => {
    for (const user of ['nodira', 'NODIRA', 'nodira@example.org', 'Nodira@Example.org']) {
      const browser = server.stranger();
      const reply = await browser.request('POST', '/api/session', { user, password: PASSWORD });
      expect([reply.statusCode, reply.json()]).toEqual([200, { state: 'signed_in' }]);
      const me = await browser.request('GET', '/api/me');
      expect(me.json()).toMatchObject({ id, username: 'nodira', locale: 'uz', role: null });
    }
  });

  it('sets one cookie that scripts and other sites cannot use, and that names nothing', async () => {
    const body = { user: 'nodira', password: PASSWORD };
    const reply = await server.stranger().request('POST', '/api/session', body);
    const cookies = [reply.headers['set-cookie'] ?? []].flat();
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/^s\.session_token=/);
    expect(cookies[0]).toMatch(/HttpOnly/);
    expect(cookies[0]).toMatch(/SameSite=Strict/i);
    const { rows } = await database
      .pool('owner')
      .query(
        'select token, ip_address, user_agent from auth.session order by created_at desc limit 1',
      );
    expect(rows[0]).toMatchObject({ ip_address: null, user_agent: null });
    expect(Buffer.from(rows[0].token, 'base64url')).toHaveLength(32);
  });

  it('answers a wrong password and an unknown name alike', async () => {
    const known = await server.stranger().request('POST', '/api/session', {
      user: 'nodira',
      password: 'not the password',
    });
    const unknown = await server.stranger().request('POST', '/api/session', {
      user: 'nobody-here',
      password: 'not the password',
    });
    expect(known.statusCode).toBe(401);
    expect(known.json()).toMatchObject({ code: 'wrong_credentials', status: 401 });
    expect(unknown.json()).toEqual(known.json());
  });

  // Broken once by answering `true` whatever the count, once by ten tries for each name: all twelve were tried.
  it('stops guessing at one account after ten wrong passwords an hour, also the right one', async () => {
    await colleague('gulnora', 'gulnora@example.org');
    const guess = (password: string, at = 0) =>
      server.stranger().request('POST', '/api/session', {
        user: ['gulnora', 'Gulnora@example.org'][at % 2],
        password,
      });
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, at) => guess('wrong wrong wrong', at)),
    );
    const statuses = replies.map((reply) => reply.statusCode).sort();
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
    expect((await guess(PASSWORD)).json()).toMatchObject({ code: 'too_many_requests' });
    server.advance(61 * 60_000);
    expect((await guess(PASSWORD)).statusCode).toBe(200);
  });

  // Broken once by leaving the check out of the hook that makes sessions: the account got in.
  it('is refused to an account that was switched off, with the same answer as a wrong password', async () => {
    const id = await colleague('rano');
    const administrator = await server.as('administrator');
    const off = { disabled: true };
    await administrator.request('PUT', `/api/accounts/${id}/disabled`, off);
    for (const user of ['rano', `${id}@account.invalid`]) {
      const reply = await server
        .stranger()
        .request('POST', '/api/session', { user, password: PASSWORD });
      expect([user, reply.statusCode, reply.json().code]).toEqual([user, 401, 'wrong_credentials']);
    }
  });

  it('keeps neither user names nor addresses in the table of attempts', async () => {
    const { rows } = await database.pool('owner').query('select key from auth.attempt');
    expect(JSON.stringify(rows)).not.toMatch(/gulnora|127\.0\.0\.1/);
    const limits = await database.pool('owner').query('select key from auth.rate_limit');
    expect(limits.rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(limits.rows)).not.toContain('127.0.0.1');
  });

  // Broken once by passing /api/auth/* on to better-auth: sign-up/email answered 400, not 404.
  it('has no way to sign up, and none of better-auth’s own addresses answers', async () => {
    for (const path of ['sign-up/email', 'sign-in/username', 'get-session', 'ok', 'error']) {
      const reply = await server.stranger().request('POST', `/api/auth/${path}`, {});
      expect([path, reply.statusCode]).toEqual([path, 404]);
    }
  });
});

describe('a session', () => {
  // Broken once by twelve idle hours, and once by letting background pulls count as activity.
  it('ends after 30 idle minutes; own requests extend it, background pulls do not', async () => {
    const worker = await server.as('caseworker');
    const get = (headers = {}) => worker.request('GET', '/api/me', undefined, headers);
    server.advance(29 * 60_000);
    expect((await get()).statusCode).toBe(200);
    server.advance(29 * 60_000);
    expect((await get({ 'x-homeward-background': '1' })).statusCode).toBe(200);
    server.advance(2 * 60_000);
    const reply = await get({ 'x-homeward-background': '1' });
    expect([reply.statusCode, reply.json().code]).toEqual([401, 'session_expired']);
  });

  it('ends after twelve hours however busy', async () => {
    const worker = await server.as('caseworker');
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      server.advance(20 * 60_000);
      expect((await worker.request('GET', '/api/me')).statusCode).toBe(200);
    }
    server.advance(21 * 60_000);
    expect((await worker.request('GET', '/api/me')).statusCode).toBe(401);
  });

  // Broken once by keeping found sessions in memory: the revoked one was still answered.
  it('is refused on the very next request after it was revoked', async () => {
    const worker = await server.as('caseworker');
    const administrator = await server.as('administrator');
    expect((await worker.request('GET', '/api/me')).statusCode).toBe(200);
    const ended = await administrator.request('DELETE', `/api/accounts/${worker.id}/sessions`);
    expect(ended.json()).toEqual({ ended: 1 });
    expect((await worker.request('GET', '/api/me')).statusCode).toBe(401);
  });

  // Broken once by leaving out the comparison of signatures: the bare token opened it.
  it('is not opened by a cookie with another key’s signature, or by a token alone', async () => {
    const worker = await server.as('caseworker');
    const value = decodeURIComponent(worker.cookies.get('s.session_token') ?? '');
    const token = value.slice(0, value.lastIndexOf('.'));
    for (const forged of [token, `${token}.`, `${token}.${Buffer.alloc(32).toString('base64')}`]) {
      worker.cookies.set('s.session_token', encodeURIComponent(forged));
      expect((await worker.request('GET', '/api/me')).json().code).toBe('not_signed_in');
    }
  });

  it('ends by signing out', async () => {
    const worker = await server.as('caseworker');
    const copy = new Map(worker.cookies);
    expect((await worker.request('DELETE', '/api/session')).statusCode).toBe(204);
    expect(worker.cookies.size).toBe(0);
    for (const [name, cookie] of copy) worker.cookies.set(name, cookie);
    expect((await worker.request('GET', '/api/me')).statusCode).toBe(401);
  });
});

describe('the second factor', () => {
  it('is turned on with a first code, asked for, replaced by a backup code, and turned off', async () => {
    await colleague('zarina');
    const browser = server.stranger();
    const signIn = () =>
      server.stranger().request('POST', '/api/session', { user: 'zarina', password: PASSWORD });
    await browser.request('POST', '/api/session', { user: 'zarina', password: PASSWORD });

    const wrong = await browser.request('POST', '/api/me/second-factor', { password: 'no no no' });
    expect(wrong.json()).toMatchObject({ code: 'wrong_credentials' });
    const offer = await browser.request('POST', '/api/me/second-factor', { password: PASSWORD });
    const { uri, key, backup_codes: codes } = offer.json();
    expect(uri).toMatch(/^otpauth:\/\/totp\/Sign-in%3Azarina\?secret=[A-Z2-7]+&/);
    expect(uri).not.toContain('invalid');
    expect(codes).toHaveLength(10);
    // Not on before the first code: somebody who scanned nothing must not be locked out.
    expect((await signIn()).json()).toEqual({ state: 'signed_in' });

    const otp = () => codeOf(key);
    const confirmed = await browser.request('PUT', '/api/me/second-factor', { code: otp() });
    expect(confirmed.statusCode).toBe(204);
    expect((await browser.request('GET', '/api/me')).json().second_factor).toBe(true);

    const second = server.stranger();
    const password = { user: 'zarina', password: PASSWORD };
    const asked = await second.request('POST', '/api/session', password);
    expect(asked.json()).toEqual({ state: 'second_factor_needed' });
    expect((await second.request('GET', '/api/me')).statusCode).toBe(401);
    const bad = await second.request('POST', '/api/session/second-factor', { code: '000000' });
    expect([bad.statusCode, bad.json().code]).toEqual([422, 'wrong_code']);
    const good = await second.request('POST', '/api/session/second-factor', { code: otp() });
    expect(good.json()).toEqual({ state: 'signed_in' });
    expect((await second.request('GET', '/api/me')).statusCode).toBe(200);

    const third = server.stranger();
    await third.request('POST', '/api/session', password);
    const spare = await third.request('POST', '/api/session/second-factor', {
      backup_code: codes[0],
    });
    expect(spare.json()).toEqual({ state: 'signed_in' });
    const again = server.stranger();
    await again.request('POST', '/api/session', password);
    const reused = await again.request('POST', '/api/session/second-factor', {
      backup_code: codes[0],
    });
    expect(reused.json()).toMatchObject({ code: 'wrong_code' });

    const fresh = await third.request('POST', '/api/me/second-factor/backup-codes', {
      password: PASSWORD,
    });
    expect(fresh.json().backup_codes).toHaveLength(10);
    const off = await third.request('DELETE', '/api/me/second-factor', { password: PASSWORD });
    expect(off.statusCode).toBe(204);
    expect((await signIn()).json()).toEqual({ state: 'signed_in' });
  });

  it('stops guessing codes after five in one sign-in', async () => {
    await colleague('malika');
    const browser = server.stranger();
    const password = { user: 'malika', password: PASSWORD };
    await browser.request('POST', '/api/session', password);
    const offer = await browser.request('POST', '/api/me/second-factor', { password: PASSWORD });
    await browser.request('PUT', '/api/me/second-factor', { code: codeOf(offer.json().key) });
    const thief = server.stranger();
    await thief.request('POST', '/api/session', password);
    const codes: string[] = [];
    for (let guess = 0; guess < 7; guess += 1) {
      const reply = await thief.request('POST', '/api/session/second-factor', { code: '111111' });
      codes.push(reply.json().code);
    }
    expect(codes.slice(0, 5)).toEqual(Array(5).fill('wrong_code'));
    expect(codes.slice(5)).not.toContain('wrong_code');
  });
});

describe('the password', () => {
  it('is changed with the old one, ends other sessions, and never holds the user name', async () => {
    await colleague('aziza');
    const first = server.stranger();
    const second = server.stranger();
    for (const browser of [first, second]) {
      await browser.request('POST', '/api/session', { user: 'aziza', password: PASSWORD });
    }
    const change = (password: string, new_password: string) =>
      first.request('PUT', '/api/me/password', { password, new_password });
    expect((await change('wrong wrong wrong', 'another good one')).json()).toMatchObject({
      code: 'wrong_credentials',
    });
    expect((await change(PASSWORD, 'this is AZIZA herself')).json()).toMatchObject({
      fields: [{ path: 'body.new_password', code: 'holds_username' }],
    });
    expect((await change(PASSWORD, 'short')).json()).toMatchObject({
      fields: [{ path: 'body.new_password', code: 'too_short', details: { minimum: 12 } }],
    });
    expect((await change(PASSWORD, 'another good one')).statusCode).toBe(204);
    expect((await first.request('GET', '/api/me')).statusCode).toBe(200);
    expect((await second.request('GET', '/api/me')).statusCode).toBe(401);
    const reply = await server
      .stranger()
      .request('POST', '/api/session', { user: 'aziza', password: 'another good one' });
    expect(reply.statusCode).toBe(200);
  });
});

/** What an authenticator shows now for a key (RFC 6238: SHA-1, six digits, thirty seconds). */
function codeOf(key: string): string {
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', base32(key)).update(step).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function base32(text: string): Uint8Array {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...text]
    .map((digit) => digits.indexOf(digit).toString(2).padStart(5, '0'))
    .join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2));
}
