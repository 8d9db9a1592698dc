import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page, Route } from '@playwright/test';
import type { Role } from '#domain/access/role.ts';
import type { Me } from '#domain/account/account.ts';

export interface PretendRow {
  readonly table: string;
  readonly id: string;
  readonly op: 'put' | 'remove';
  readonly data?: unknown;
}

/** What the pretended server knows and was told; a test changes it while the page runs. */
export interface Pretended {
  me: Me;
  signedIn: boolean;
  /** True = the device that asks was withdrawn, and its sessions have ended. */
  withdrawn: boolean;
  /** True = the device that asks is another account's. */
  stranger: boolean;
  /** What a device said when it had deleted everything. */
  readonly wiped: { unsent: number | null }[];
  /** False = every call fails as if the line were cut. */
  line: boolean;
  rows: PretendRow[];
  /** Another one = the role of who is signed in was changed. */
  epoch: string;
  readonly commands: { id: string; kind: string; body: unknown }[];
  answer: string;
}

/**
 * Answers `/api` in the page's place, so that tests of the shell and of the device store need no
 * accounts and can cut the line, end the session or refuse a command whenever they like.
 */
export async function pretendApi(
  page: Page | BrowserContext,
  role: Role,
  name = 'Nigora',
): Promise<Pretended> {
  const state: Pretended = {
    me: {
      id: randomUUID(),
      name,
      username: 'nigora',
      locale: 'en',
      second_factor: true,
      role,
      organisation_id: null,
      place_id: null,
      abilities: [],
      mode: 'trial',
      halves: ['programme'],
    },
    signedIn: false,
    withdrawn: false,
    stranger: false,
    wiped: [],
    line: true,
    rows: [],
    epoch: 'e',
    commands: [],
    answer: 'refused',
  };
  await page.route(/\/api\//, (route) => answer(route, state));
  return state;
}

async function answer(route: Route, state: Pretended): Promise<void> {
  if (!state.line) return route.abort('internetdisconnected');
  const request = route.request();
  const { pathname } = new URL(request.url());
  const key = `${request.method()} ${pathname}`;
  if (key === 'GET /api/health/live') return json(route, { status: 'live', mode: 'trial' });
  if (key === 'POST /api/session') {
    const { password } = request.postDataJSON();
    if (password !== 'right password') return problem(route, 401, 'wrong_credentials');
    state.signedIn = true;
    return json(route, { state: 'signed_in' });
  }
  if (key === 'DELETE /api/session') {
    state.signedIn = false;
    return route.fulfill({ status: 204 });
  }
  if (/^POST \/api\/devices\/.*\/wiped$/.test(key)) {
    state.wiped.push(request.postDataJSON());
    return route.fulfill({ status: 204 });
  }
  if (state.withdrawn && request.headers()['x-homeward-device'] !== undefined) {
    return problem(route, 403, 'device_withdrawn');
  }
  if (!state.signedIn) return problem(route, 401, 'session_expired');
  if (state.stranger && key.startsWith('PUT /api/devices/')) return problem(route, 404, 'gone');
  if (state.stranger && key === 'GET /api/pull') return problem(route, 403, 'device_unknown');
  if (key === 'GET /api/me') return json(route, state.me);
  if (key === 'GET /api/notifications') return json(route, { notifications: [] });
  if (key === 'GET /api/pull') {
    return json(route, { epoch: state.epoch, cursor: 'c', more: false, rows: state.rows });
  }
  if (key === 'POST /api/commands') {
    const { commands } = request.postDataJSON();
    state.commands.push(...commands);
    const refused = state.answer === 'refused' ? { problem: { code: 'command_unknown' } } : {};
    const answers = commands.map((command: { id: string }) => ({
      command_id: command.id,
      answer: state.answer,
      ...refused,
    }));
    return json(route, { answers });
  }
  return route.fulfill({ status: 204 });
}

function json(route: Route, body: unknown): Promise<void> {
  return route.fulfill({ contentType: 'application/json', body: JSON.stringify(body) });
}

function problem(route: Route, status: number, code: string): Promise<void> {
  const contentType = 'application/problem+json';
  return route.fulfill({ status, contentType, body: JSON.stringify({ code, status }) });
}
