import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#domain/access/role.ts';
import type { Locale } from '#domain/account/account.ts';
import { id } from '#domain/id.ts';
import type { ProblemCode } from '#domain/problem.ts';
import type { Config } from '../config.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';

/** Minutes without a request of the person's own until a session ends. */
export const IDLE_MINUTES = 30;
/** Activity is written down at most this often, so that reading does not become writing. */
const WRITE_AFTER_MS = 60_000;
/** A request that the device made by itself; it does not count as activity. */
const BACKGROUND_HEADER = 'x-homeward-background';
/** The device that asks, where it keeps files. */
const DEVICE_HEADER = 'x-homeward-device';

export interface SignedIn {
  readonly sessionId: string;
  readonly accountId: string;
  readonly name: string;
  readonly username: string | null;
  readonly locale: Locale;
  readonly secondFactor: boolean;
}

/** A device that is registered: whose it is, and whether it was withdrawn. */
interface KnownDevice {
  readonly account_id: string;
  readonly withdrawn: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The device that the request names, where the server knows it; undefined where it names none that is known. */
    device: KnownDevice | undefined;
    /** Who is signed in; null only on routes that say `public`. */
    signedIn: SignedIn | null;
    /** The actor of this request. Throws on a public route: there is none. */
    readonly actor: Actor;
  }
  interface FastifyContextConfig {
    /** True for the few routes that answer without a sign-in. */
    public?: boolean;
  }
}

/**
 * Every route under /api needs a sign-in unless it says `public`. Nothing is cached: a session that was
 * revoked, or an account that was switched off, is refused on its next request.
 */
export function requireSignIn(app: ServerApp, deps: Deps): void {
  app.decorateRequest('signedIn', null);
  app.decorateRequest('device', undefined);
  app.decorateRequest('actor', {
    getter(this: FastifyRequest): Actor {
      if (this.signedIn === null) throw new Error('a public route asked who acts');
      return { kind: 'account', id: this.signedIn.accountId };
    },
  });
  app.addHook('onRequest', async (request, reply) => {
    const { url, config } = request.routeOptions;
    if (url === undefined || !url.startsWith('/api/') || config.public === true) return;
    // The other half asks for its own participants (exchange/account/participating.ts).
    if (url.startsWith('/api/exchange/')) return;
    // First, as the session of a withdrawn device has ended: it must still learn that it has to delete.
    request.device = await knownDevice(deps, request.headers[DEVICE_HEADER]);
    if (request.device?.withdrawn) return sendProblem(reply, { code: 'device_withdrawn' });
    const found = await findSession(deps, request);
    if (typeof found === 'string') return sendProblem(reply, { code: found });
    request.signedIn = found;
  });
}

async function knownDevice(deps: Deps, device: unknown): Promise<KnownDevice | undefined> {
  const parsed = id.safeParse(device);
  if (!parsed.success) return undefined;
  const { rows } = await deps.accounts.pool.query<KnownDevice>({
    name: 'known-device',
    text: 'select account_id, withdrawn from auth.known_device($1)',
    values: [parsed.data],
  });
  return rows[0];
}

interface SessionRow {
  id: string;
  user_id: string;
  expires_at: Date;
  last_active_at: Date;
  name: string;
  username: string | null;
  locale: Locale;
  two_factor_enabled: boolean;
  disabled_at: Date | null;
}

/** Who is behind the cookie of a request, at this half's door; otherwise why nobody is. */
export async function findSession(
  deps: Pick<Deps, 'config' | 'accounts' | 'clock'>,
  request: FastifyRequest,
): Promise<SignedIn | ProblemCode> {
  const { cookie } = deps.accounts.door;
  const token = sessionToken(deps.config, request.headers.cookie ?? '', cookie);
  if (token === null) return 'not_signed_in';
  const { pool } = deps.accounts;
  const { rows } = await pool.query<SessionRow>({
    name: 'session-by-token',
    text: `select s.id, s.user_id, s.expires_at, s.last_active_at,
             a.name, a.username, a.locale, a.two_factor_enabled, a.disabled_at
           from session s join account a on a.id = s.user_id where s.token = $1`,
    values: [token],
  });
  const row = rows[0];
  if (row === undefined || row.disabled_at !== null) return 'session_expired';
  const now = deps.clock();
  const idle = now.getTime() - row.last_active_at.getTime();
  if (idle > IDLE_MINUTES * 60_000 || now >= row.expires_at) {
    await pool.query('delete from session where id = $1', [row.id]);
    return 'session_expired';
  }
  if (idle > WRITE_AFTER_MS && request.headers[BACKGROUND_HEADER] !== '1') {
    await pool.query('update session set last_active_at = $2 where id = $1', [row.id, now]);
  }
  return {
    sessionId: row.id,
    accountId: row.user_id,
    name: row.name,
    username: row.username,
    locale: row.locale,
    secondFactor: row.two_factor_enabled,
  };
}

/**
 * The token of better-auth's signed cookie, or null where there is none or the signature is not ours:
 * who reads the session table alone cannot make a cookie from it.
 */
export function sessionToken(config: Config, cookies: string, door: string): string | null {
  const prefix = config.url.startsWith('https://') ? '__Secure-' : '';
  const wanted = `${prefix}${door}.session_token=`;
  const found = cookies.split(';').find((cookie) => cookie.trim().startsWith(wanted));
  if (found === undefined) return null;
  const signed = decoded(found.trim().slice(wanted.length));
  const dot = signed.lastIndexOf('.');
  if (dot < 1) return null;
  const token = signed.slice(0, dot);
  const given = Buffer.from(signed.slice(dot + 1), 'base64');
  const made = createHmac('sha256', config.secret).update(token).digest();
  return given.length === made.length && timingSafeEqual(given, made) ? token : null;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
