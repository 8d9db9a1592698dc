import canonicalize from 'canonicalize';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReferralAnswer } from '#domain/case/referral-answer.ts';
import { derivedId } from '../arrival/derived-id.ts';
import type { Deps } from '../deps.ts';
import { type Answer, sayIn } from '../journal.ts';
import { NOT_FOUND, type Refusal, refusalOf, sendOutcome } from './outcome.ts';
import { findPackets, type Packet, versionOf } from './packet-rows.ts';
import { readAnswer, saysNothingNew, sentTask } from './read-answer.ts';
import { asClient, LOGIN, readOne, sendResource, speakingOf } from './read-resource.ts';
import type { Found } from './resource-types.ts';
import { taskOf } from './task.ts';

type TaskRequest = FastifyRequest<{ Params: { id: string } }>;

const CHANGED: Refusal = {
  ...{ status: 412, text: 'The task has changed since. Please read it again.' },
};

/**
 * A clinic's system answers a referral by sending its Task back (`PUT`, with `If-Match`). What it says is said
 * by the same command as the answer of a partner on a screen. Sent again, it is not said again.
 */
export async function updateTask(
  deps: Deps,
  base: string,
  request: TaskRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const found = await currentTask(deps, base, request);
  if ('status' in found) return sendOutcome(reply, found);
  const read = await answerIn(deps, base, request, found.packet);
  if ('status' in read) return sendOutcome(reply, read);
  if (read.answer === null || isLast(found.packet, read.answer)) return sendResource(reply, found);
  if (read.expected !== versionOf(found.packet)) return sendOutcome(reply, CHANGED);
  const told = await answerReferral(deps, request, found.packet, read.answer);
  const refusal = refusalOfAnswer(told);
  if (refusal !== null && refusal !== CHANGED) return sendOutcome(reply, refusal);
  const now = await currentTask(deps, base, request);
  if ('status' in now) return sendOutcome(reply, now);
  // Two at once by the same version: where both say the same, both were heard.
  if (refusal === CHANGED && !isLast(now.packet, read.answer)) return sendOutcome(reply, CHANGED);
  return sendResource(reply, now);
}

type CurrentTask = Found & { readonly packet: Packet };

async function currentTask(
  deps: Deps,
  base: string,
  request: TaskRequest,
): Promise<CurrentTask | Refusal> {
  const found = await asClient(deps, request, (acting) =>
    readOne(acting, base, 'Task', request.params.id, deps.clock()),
  );
  if ('status' in found) return found;
  const { packet } = found;
  return packet === undefined ? NOT_FOUND : { ...found, packet };
}

/** What is said, and which version was seen; `answer` is null where nothing new is said. */
async function answerIn(
  deps: Deps,
  base: string,
  request: TaskRequest,
  packet: Packet,
): Promise<{ answer: ReferralAnswer | null; expected: string } | Refusal> {
  const expected = /^(?:W\/)?"([0-9a-f]{1,64})"$/.exec(request.headers['if-match'] ?? '')?.[1];
  if (expected === undefined) {
    return { status: 428, text: 'If-Match must name the version that was read.' };
  }
  const sent = sentTask.safeParse(request.body);
  if (!sent.success || (sent.data.id ?? request.params.id) !== request.params.id) {
    return { status: 400, text: 'The body must be this Task.', expression: ['Task'] };
  }
  const speaking = await asClient(deps, request, (acting) => speakingOf(acting, base));
  if ('status' in speaking) return speaking;
  const current = taskOf(packet, speaking);
  const read = readAnswer(sent.data, current, speaking);
  if (!('status' in read)) return { answer: read, expected };
  return saysNothingNew(sent.data, current) && unchanged(sent.data, current)
    ? { answer: null, expected }
    : read;
}

/** Whether everything that was sent is as it was given out. */
function unchanged(sent: object, current: object): boolean {
  const before = new Map<string, unknown>(Object.entries(current));
  return Object.entries(sent).every(
    ([key, value]) =>
      key === 'meta' ||
      key === 'lastModified' ||
      canonicalize(value) === canonicalize(before.get(key)),
  );
}

function isLast({ answers }: Packet, answer: ReferralAnswer): boolean {
  return canonicalize(answers.at(-1)?.answer) === canonicalize(answer);
}

/** Thrown to write nothing where somebody else answered between the reading and the lock. */
class Overtaken extends Error {}

/** Says the answer by the version that was read: what was said meanwhile stands, and this is not written. */
async function answerReferral(
  deps: Deps,
  request: TaskRequest,
  packet: Packet,
  answer: ReferralAnswer,
): Promise<Answer> {
  const { referral_id, case_id, answers } = packet;
  const now = deps.clock();
  const client = request.clientId ?? '';
  const what = `${client} ${versionOf(packet)} ${canonicalize(answer)}`;
  const envelope = {
    // The same answer to the same version is one command.
    id: derivedId(referral_id, 'task', what),
    ...{ case_id, kind: 'answer_referral', body: { referral_id, answer } },
    said_at: now.toISOString(),
  };
  const actor = { kind: 'client', id: client } as const;
  try {
    return await deps.database.as(actor, async (acting) => {
      const told = await sayIn(acting, envelope, { actor, device_id: null, now });
      if (told.answer !== 'applied') return told;
      // The file is locked from here on: whatever came before this answer can be seen now.
      const wanted = { ids: [referral_id], holding: 'anything', limit: 1 } as const;
      const [after] = await findPackets(acting, wanted, now);
      if (after?.answers.length !== answers.length + 1) throw new Overtaken();
      return told;
    });
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    return { command_id: envelope.id, answer: 'refused', problem: { code: 'command_reused' } };
  }
}

function refusalOfAnswer({ answer, problem }: Answer): Refusal | null {
  if (answer === 'applied' || answer === 'already') return null;
  if (answer === 'gone') return NOT_FOUND;
  if (problem?.code === 'command_reused') return CHANGED;
  return problem === undefined ? LOGIN : refusalOf(problem);
}
