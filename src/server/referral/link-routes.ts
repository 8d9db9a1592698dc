import type { FastifyRequest } from 'fastify';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { mayAnswerWeek } from '#domain/case/packet-template.ts';
import { packetWordsOf } from '#domain/case/packet-words.ts';
import { OPEN_STATUSES, type ReferralStatus } from '#domain/case/referral-answer.ts';
import {
  answeredByLink,
  heldLink,
  type LinkPacket,
  linkPacket,
  weekByLink,
} from '#domain/case/referral-link-page.ts';
import type { Problem } from '#domain/problem.ts';
import { giveBackAttempt, type Limit, takeAttempt } from '../account/throttle.ts';
import { modelOf } from '../case/model.ts';
import type { Deps } from '../deps.ts';
import { type Answer, say } from '../journal.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';
import { linkHashes } from './link-secret.ts';
import { watchReferralsRegularly } from './watch-referrals.ts';

/** Wrong secrets or codes by one address; ten at one link lock that link. */
const ADDRESS: Limit = { purpose: 'referral-link', attempts: 20, seconds: 3600 };
const LINK_GONE = { code: 'link_gone' } as const;

interface Found {
  readonly link_id: string;
  readonly case_id: string;
  readonly referral_id: string;
}

/**
 * A service without an account reads one packet and answers it. Who comes holds the link and the code,
 * and shows both each time: there is no session and no cookie. Wrong, ended, withdrawn, locked and
 * unknown answer the same.
 */
export function addLinkRoutes(app: ServerApp, deps: Deps): void {
  watchReferralsRegularly(app, deps);
  addWeekRoute(app, deps);
  app.post(
    '/api/request',
    { schema: { body: heldLink, response: { 200: linkPacket } }, config: { public: true } },
    async (request, reply) => {
      const found = await held(deps, request, request.body);
      if ('code' in found) return sendProblem(reply, found);
      await sayByLink(deps, found, 'open_by_link', uuid(), {});
      const packet = await read(deps, found);
      return packet === null ? sendProblem(reply, LINK_GONE) : packet;
    },
  );

  app.post(
    '/api/request/answer',
    { schema: { body: answeredByLink, response: { 200: linkPacket } }, config: { public: true } },
    async (request, reply) => {
      const { command_id, answer } = request.body;
      const found = await held(deps, request, request.body);
      if ('code' in found) return sendProblem(reply, found);
      const told = await sayByLink(deps, found, 'answer_by_link', command_id, { answer });
      const taken = told.answer === 'already' ? told.first : told.answer;
      if (taken !== 'applied') return sendProblem(reply, told.problem ?? LINK_GONE);
      const packet = await read(deps, found);
      return packet === null ? sendProblem(reply, LINK_GONE) : packet;
    },
  );
}

/** A school without an account says how a week was: the same rules as with one. */
function addWeekRoute(app: ServerApp, deps: Deps): void {
  app.post(
    '/api/request/week',
    { schema: { body: weekByLink, response: { 200: linkPacket } }, config: { public: true } },
    async (request, reply) => {
      const { command_id, week } = request.body;
      const found = await held(deps, request, request.body);
      if ('code' in found) return sendProblem(reply, found);
      const told = await sayByLink(deps, found, 'answer_school_week_by_link', command_id, week);
      const taken = told.answer === 'already' ? told.first : told.answer;
      if (taken !== 'applied') return sendProblem(reply, told.problem ?? LINK_GONE);
      const packet = await read(deps, found);
      return packet === null ? sendProblem(reply, LINK_GONE) : packet;
    },
  );
}

/** The link that the secret and the code open; an attempt is counted before it is looked up. */
async function held(
  deps: Deps,
  request: FastifyRequest,
  { secret, code }: z.infer<typeof heldLink>,
): Promise<Found | Problem> {
  const { accounts } = deps;
  if (!(await takeAttempt(accounts, ADDRESS, request.ip, deps.clock()))) {
    return { code: 'too_many_requests' };
  }
  const { token_hash, code_hash } = linkHashes(accounts, secret, code);
  const { rows } = await deps.database.pool.query<{ found: (Found & { locked: boolean }) | null }>(
    'select find_referral_link($1, $2, $3) as found',
    [token_hash, code_hash, deps.clock()],
  );
  const found = rows[0]?.found ?? null;
  if (found === null) return LINK_GONE;
  if (found.locked) {
    // Worker and supervisor see in the file that it was locked, and may make a new one.
    await sayByLink(deps, found, 'lock_link', uuid(), {});
    return LINK_GONE;
  }
  await giveBackAttempt(accounts, ADDRESS, request.ip);
  return found;
}

function sayByLink(
  deps: Deps,
  { link_id, case_id, referral_id }: Found,
  kind: string,
  command_id: string,
  body: object,
): Promise<Answer> {
  const now = deps.clock();
  const said_at = now.toISOString();
  const envelope = { id: command_id, case_id, kind, body: { referral_id, ...body }, said_at };
  return say(deps.database, envelope, {
    actor: { kind: 'link', id: link_id },
    device_id: null,
    now,
  });
}

type Row = Omit<LinkPacket, 'may_answer' | 'may_answer_week' | 'words'> & {
  readonly purpose: string;
  readonly case_id: string;
  readonly person_id: string;
  readonly model_id: string;
};

/** The packet as it stands; each opening is written down in the transaction that reads. */
async function read(deps: Deps, { link_id, referral_id }: Found): Promise<LinkPacket | null> {
  return deps.database.as({ kind: 'link', id: link_id }, async (acting) => {
    const { rows } = await acting.client.query<{ packet: Row | null }>(
      'select packet_by_link() as packet',
    );
    const row = rows[0]?.packet ?? null;
    if (row === null) return null;
    const { case_id, person_id, model_id, purpose, ...packet } = row;
    const model = await modelOf(acting, model_id);
    if (model === null) throw new Error('a packet without a model');
    const details = { referral: referral_id, by: 'link' };
    await logRead(acting, { action: 'packet_opened', case_id, person_id, details }, deps.clock());
    return {
      ...packet,
      words: wordsFor(model, row),
      may_answer: isOpen(row.status),
      may_answer_week: mayAnswerWeek(model, { status: row.status, purpose }),
    };
  });
}

const isOpen = (status: ReferralStatus) => OPEN_STATUSES.includes(status);

/** The words to answer with; of the needs only the one that the packet names. */
function wordsFor(model: ProgrammeModel, { content }: Row) {
  const words = packetWordsOf(model);
  const needs = words.needs.filter(({ code }) => code === content.request.need);
  return { ...words, needs };
}
