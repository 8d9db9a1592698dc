import { createHmac } from 'node:crypto';
import { request as plainly } from 'node:http';
import { request as securely } from 'node:https';
import type { LookupFunction } from 'node:net';
import { addressProblem } from './address.ts';
import { allowedAddresses, type Resolve } from './allowed-address.ts';

const PATIENCE_MS = 10_000;

export interface Message {
  readonly id: string;
  readonly event: string;
  readonly task_id: string | null;
}

/** Everything that an endpoint is told: the kind of event and an opaque id. */
export function bodyOf({ event, task_id }: Message): string {
  return JSON.stringify(task_id === null ? { event } : { event, id: task_id });
}

/** The signature over id, time and body, as Standard Webhooks has it: `v1,` and HMAC-SHA256 in base64. */
export function signatureOf(secret: string, id: string, seconds: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signed = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return `v1,${signed}`;
}

export interface Posting {
  readonly url: string;
  readonly secret: string;
  readonly message: Message;
  readonly now: Date;
  readonly mode: 'trial' | 'live';
  readonly resolve?: Resolve | undefined;
}

/**
 * Sends one message and answers with the status, or with why there was none. No redirect is followed, the
 * answer is not read, and an address that may not be called is never called.
 */
export async function post(posting: Posting): Promise<string> {
  const { url: typed, secret, message, now, mode } = posting;
  // The mode may have changed since it was written down.
  if (addressProblem(typed, mode) !== null) return 'not_https';
  const url = new URL(typed);
  let addresses: Awaited<ReturnType<typeof allowedAddresses>>;
  try {
    addresses = await allowedAddresses(url.hostname, mode, posting.resolve);
  } catch {
    return 'no_such_host';
  }
  const [first] = addresses ?? [];
  if (first === undefined) return 'private_address';
  const body = bodyOf(message);
  const seconds = Math.floor(now.getTime() / 1000);
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'webhook/1',
    'webhook-id': message.id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatureOf(secret, message.id, seconds, body),
  };
  return new Promise((answer) => {
    const send = url.protocol === 'https:' ? securely : plainly;
    // The address that was looked at, whatever the name says now.
    const lookup: LookupFunction = (_host, asked, told) =>
      asked.all === true ? told(null, [first]) : told(null, first.address, first.family);
    const options = {
      ...{ method: 'POST', headers, agent: false, timeout: PATIENCE_MS, lookup },
      signal: AbortSignal.timeout(PATIENCE_MS),
    };
    const sent = send(url, options, (reply) => {
      answer(String(reply.statusCode ?? 0));
      reply.destroy();
    });
    sent.on('timeout', () => sent.destroy());
    sent.on('error', (error) => answer(error.name === 'AbortError' ? 'too_slow' : 'no_answer'));
    sent.end(body);
  });
}

/** Whether an endpoint took the message. */
export function isTaken(answer: string): boolean {
  return /^2\d\d$/.test(answer);
}
