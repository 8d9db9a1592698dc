import type { FastifyReply, FastifyRequest } from 'fastify';
import { modelOf } from '../case/model.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { logRead } from '../read-log/read-log.ts';
import type { Speaking } from './codes.ts';
import { NOT_FOUND, type Refusal, sendFhir } from './outcome.ts';
import { type Found, RESOURCE_TYPES } from './resource-types.ts';
import { isId } from './search-query.ts';

export const LOGIN: Refusal = { status: 401, text: 'A token of a known client is needed.' };

/** Runs `work` as the client of the request; refused where it was withdrawn a moment ago. */
export async function asClient<Result>(
  deps: Deps,
  request: FastifyRequest,
  work: (acting: Acting) => Promise<Result | Refusal>,
): Promise<Result | Refusal> {
  if (request.clientId === null) return LOGIN;
  return deps.database.as({ kind: 'client', id: request.clientId }, async (acting) =>
    acting.role === null ? LOGIN : work(acting),
  );
}

/** The words of needs and barriers that resources speak with. */
export async function speakingOf(acting: Acting, base: string): Promise<Speaking> {
  const newest = await acting.tx
    .selectFrom('programme_model')
    .select('id')
    .orderBy('published_at', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const model = newest === undefined ? null : await modelOf(acting, newest.id);
  const labels = (list: readonly { code: string; labels: Record<string, string> }[]) =>
    new Map(list.map((one) => [one.code, one.labels]));
  return {
    base,
    needs: labels(model?.need_domains ?? []),
    barriers: labels(model?.referral.barriers ?? []),
  };
}

/** Each packet that something was read from stands in the log of its file; so does each search. */
export async function logFound(acting: Acting, name: string, found: readonly Found[], now: Date) {
  for (const { packet } of found) {
    if (packet === undefined) continue;
    const { case_id, person_id, referral_id } = packet;
    const details = { referral: referral_id, by: 'client', type: name };
    await logRead(acting, { action: 'packet_opened', case_id, person_id, details }, now);
  }
}

/** One resource, its opening written down; forbidden and missing are one and the same, also in the log. */
export async function readOne(
  acting: Acting,
  base: string,
  name: string,
  id: string,
  now: Date,
): Promise<Found | Refusal> {
  const speaking = await speakingOf(acting, base);
  const asked = { ids: [id], params: {}, limit: 1 };
  const type = RESOURCE_TYPES[name];
  const [found] = type && isId(id) ? await type.find(acting, speaking, asked, now) : [];
  if (found === undefined) {
    await logRead(acting, { action: 'denied', details: { said: 'fhir', type: name } }, now);
    return NOT_FOUND;
  }
  await logFound(acting, name, [found], now);
  return found;
}

/** A resource with its version as an entity tag. */
export function sendResource(reply: FastifyReply, { resource }: Found): FastifyReply {
  const version = resource.meta?.versionId;
  if (version !== undefined) reply.header('etag', `W/"${version}"`);
  return sendFhir(reply, 200, resource);
}
