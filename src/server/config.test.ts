import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { testServer } from '#test/http.ts';
import { type Config, liveRefusals, readConfig, TRIAL_SECRET } from './config.ts';
import { createLog } from './log.ts';
import { PROTECTIONS } from './protections.ts';
import { startServer } from './start.ts';

const LIVE = {
  HOMEWARD_MODE: 'live',
  HOMEWARD_URL: 'https://support.example.org/',
  HOMEWARD_SECRET: 'a-key-of-its-own-that-is-long-enough-for-us',
  HOMEWARD_TRUSTED_PROXY: '10.0.0.2',
  HOMEWARD_HALVES: 'programme',
  DATABASE_URL: 'postgresql://homeward_app@db/homeward',
  DATABASE_AUTH_URL: 'postgresql://homeward_auth@db/homeward',
};
const BUILT = PROTECTIONS.map((protection) => ({ ...protection, built: true }));
const database = await testDatabase({ seeded: false });

function config(env: Record<string, string>): Config {
  const read = readConfig(env);
  if (read.config === undefined) throw new Error(read.problems.join('\n'));
  return read.config;
}

describe('the environment', () => {
  it('has a default for everything that a trial needs', () => {
    expect(config({})).toMatchObject({
      mode: 'trial',
      url: 'http://127.0.0.1:4000',
      host: '127.0.0.1',
      port: 4000,
      halves: ['programme', 'exchange'],
      dataDirectory: './var',
      secret: TRIAL_SECRET,
    });
  });

  it('tells every wrong variable by name, all at once', () => {
    const { problems } = readConfig({
      HOMEWARD_MODE: 'production',
      PORT: 'many',
      DATABASE_URL: 'mysql://x',
      HOMEWARD_SECRET: 'short',
      HOMEWARD_HALVES: 'programme,police',
      HOMEWARD_TRUSTED_PROXY: 'everybody',
      LOG_LEVEL: 'loud',
    });
    const named = new Set((problems ?? []).map((problem) => problem.split(/[.:]/)[0]));
    expect(named).toEqual(
      new Set([
        'HOMEWARD_MODE',
        'PORT',
        'DATABASE_URL',
        'HOMEWARD_SECRET',
        'HOMEWARD_HALVES',
        'HOMEWARD_TRUSTED_PROXY',
        'LOG_LEVEL',
      ]),
    );
    expect(problems?.join('\n')).not.toContain('short');
  });
});

describe('live mode', () => {
  // Broken once by returning the first refusal only: somebody would have to start twelve times.
  it('is refused by everything that is missing, named at once', () => {
    const trialValues = config({ HOMEWARD_MODE: 'live' });
    const words = liveRefusals(trialValues, 3).map((refusal) => refusal.split(':')[0]);
    expect(words).toEqual([
      'HOMEWARD_URL',
      'HOMEWARD_SECRET',
      'HOMEWARD_TRUSTED_PROXY',
      'HOMEWARD_HALVES',
      'DATABASE_URL',
      'DATABASE_AUTH_URL',
      'demo accounts',
      ...PROTECTIONS.filter((one) => !one.built).map((one) => `protection ${one.name}`),
    ]);
    expect(liveRefusals(config(LIVE), 0, BUILT)).toEqual([]);
    expect(liveRefusals(config({}), 3)).toEqual([]);
  });

  it('does not start while a protection of SECURITY.md is not built', async () => {
    const result = await startServer(config(LIVE), database.urls, createLog('silent'));
    const missing = PROTECTIONS.filter((one) => !one.built);
    expect(missing.length).toBeGreaterThan(0);
    expect(result.refusals).toEqual(missing.map((one) => `protection ${one.name}: ${one.reason}`));
  });

  it('does not start while an account of the demo world exists', async () => {
    await database.pool('owner').query(
      `insert into auth.account (id, name, email, demo, created_at, updated_at)
       values (gen_random_uuid(), 'Demo', 'demo@account.invalid', true, now(), now())`,
    );
    const result = await startServer(config(LIVE), database.urls, createLog('silent'));
    expect(result.refusals?.[0]).toMatch(/^demo accounts: 1 /);
  });

  // Broken once by trusting x-forwarded-proto from everybody: any caller could claim https.
  it('refuses what the trusted proxy did not receive by https; cookies are for https only', async () => {
    const { HOMEWARD_MODE, HOMEWARD_URL, HOMEWARD_SECRET, HOMEWARD_TRUSTED_PROXY } = LIVE;
    const server = await testServer(database, {
      env: { HOMEWARD_MODE, HOMEWARD_URL, HOMEWARD_SECRET, HOMEWARD_TRUSTED_PROXY },
    });
    const ask = async (remoteAddress: string, proto?: string, url = '/api/me') => {
      const headers = proto === undefined ? {} : { 'x-forwarded-proto': proto };
      const reply = await server.app.inject({ method: 'GET', url, remoteAddress, headers });
      return reply.json().code ?? reply.json().status;
    };
    expect(await ask('10.0.0.2', 'https')).toBe('not_signed_in');
    expect(await ask('10.0.0.2', 'http')).toBe('https_required');
    expect(await ask('10.0.0.2')).toBe('https_required');
    expect(await ask('10.0.0.9', 'https')).toBe('https_required');
    expect(await ask('10.0.0.9', undefined, '/api/health/live')).toBe('live');
    const reply = await server.app.inject({
      url: '/api/me',
      remoteAddress: '10.0.0.2',
      headers: { 'x-forwarded-proto': 'https' },
    });
    expect(reply.headers['strict-transport-security']).toContain('max-age=63072000');
  });
});

describe('the database role', () => {
  // Broken once by asking only for superuser: the owner, to whom no policy applies, could serve.
  it.each(['superuser', 'owner'] as const)('of the server may not be the %s', async (role) => {
    const url = role === 'superuser' ? database.superuserUrl : database.urls.owner;
    const urls = { app: url, auth: database.urls.auth, exchange: database.urls.exchange };
    const result = await startServer(config({ PORT: '0' }), urls, createLog('silent'));
    expect(result.refusals?.join()).toMatch(role === 'owner' ? /owns tables/ : /is a superuser/);
  });

  it('may not bypass row-level security', async () => {
    const superuser = database.pool('superuser');
    const name = `bypass_${process.pid}`;
    await superuser.query(`create role ${name} login bypassrls password 'x'`);
    try {
      await superuser.query(`grant connect on database ${database.name} to ${name}`);
      await superuser.query(`grant usage on schema auth to ${name}`);
      await superuser.query(`grant select on auth.account to ${name}`);
      const url = new URL(database.urls.app);
      url.username = name;
      url.password = 'x';
      const urls = { app: url.href, auth: database.urls.auth, exchange: database.urls.exchange };
      const result = await startServer(config({ PORT: '0' }), urls, createLog('silent'));
      expect(result.refusals).toEqual([
        `DATABASE_URL: the role ${name} bypasses row-level security`,
      ]);
    } finally {
      await superuser.query(`drop owned by ${name}`);
      await superuser.query(`drop role ${name}`);
    }
  });

  it('of the application and of accounts may serve', async () => {
    const result = await startServer(config({ PORT: '0' }), database.urls, createLog('silent'));
    expect(result.refusals).toBeUndefined();
    const reply = await fetch(`${result.server?.address}/api/health/ready`);
    expect(await reply.json()).toMatchObject({ status: 'ready' });
    await result.server?.stop();
    await expect(fetch(`${result.server?.address}/api/health/live`)).rejects.toThrow();
  });
});

describe('SECURITY.md', () => {
  // Broken once by renaming `complaint` in the sources only.
  it('lists the same protections as the server asks for', () => {
    const path = new URL('../../SECURITY.md', import.meta.url);
    expect(existsSync(path)).toBe(true);
    const text = readFileSync(path, 'utf8');
    const section = text.split(/^## /m).find((part) => part.startsWith('Required before live'));
    const listed = [...(section ?? '').matchAll(/^- `([a-z-]+)`/gm)].map((match) => match[1]);
    expect(listed).toEqual(PROTECTIONS.map((protection) => protection.name));
  });
});
