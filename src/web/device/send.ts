import { z } from 'zod';
import { ANSWERS, changeNumber } from '#domain/case/said.ts';
import type { Problem, ProblemCode } from '#domain/problem.ts';
import { call, type Reply } from '../http.ts';
import { nextBatch, type Outbox, type OutboxEntry } from './outbox.ts';

const problem = z.custom<Problem>(
  (value) => typeof value === 'object' && value !== null && 'code' in value,
);
export const answers = z.object({
  written_below: changeNumber.optional(),
  answers: z.array(
    z.object({
      command_id: z.string(),
      answer: z.enum(ANSWERS),
      /** With `already`: how it was answered the first time. */
      first: z.enum(ANSWERS).optional(),
      problem: problem.optional(),
    }),
  ),
});
export type Answers = z.infer<typeof answers>;

/** Sends commands and answers what came back; the one place that knows the address. */
export type Send = (entries: readonly OutboxEntry[]) => Promise<Reply<Answers>>;

export function sendTo(device: string): Send {
  return (entries) =>
    call('/api/commands', answers, {
      method: 'POST',
      body: { commands: entries.map((entry) => entry.command) },
      headers: { 'x-homeward-device': device },
      patience: 60_000,
    });
}

/**
 * Why a round ended early: the line, the server or the session is away; or the server has withdrawn this
 * device, which then deletes what it keeps.
 */
export type Again = 'line' | 'session' | 'withdrawn';

/** How a round of sending ended. */
export type Sent = { readonly done: true } | { readonly again: Again };

/** What an answer of the server without a result means for a round. */
export function againAfter(reply: { readonly status: number; readonly problem: Problem }): Again {
  if (reply.problem.code === 'device_withdrawn') return 'withdrawn';
  return reply.status === 401 ? 'session' : 'line';
}

/** Problems that say something about the whole call and nothing about a command in it. */
const NOT_ABOUT_A_COMMAND: readonly ProblemCode[] = [
  'unavailable',
  'internal',
  'too_many_requests',
  'device_unknown',
];

/**
 * Sends what can be sent, in order, until nothing is left or the line breaks. A call that the server
 * refuses as a whole is taken apart and sent one by one, so that one bad command never stops the rest.
 */
export async function sendAll(outbox: Outbox, send: Send, clock: () => number): Promise<Sent> {
  let alone = false;
  for (;;) {
    const ready = nextBatch(await outbox.all(), clock());
    const batch = alone ? ready.slice(0, 1) : ready;
    if (batch.length === 0) return { done: true };
    for (const entry of batch) await outbox.mark(entry.id, 'sending');
    const reply = await send(batch);
    if (reply.ok) {
      const named = await note(outbox, batch, reply.value);
      // An answer that names none of what was sent would be asked for for ever.
      if (named === 0) return { again: 'line' };
      continue;
    }
    const again = againAfter(reply);
    if (again !== 'line') return putBack(outbox, batch, again);
    if (reply.status === 0 || reply.status >= 500 || isAboutTheCall(reply.problem)) {
      return putBack(outbox, batch, 'line');
    }
    if (batch.length > 1) {
      await putBack(outbox, batch, 'line');
      alone = true;
      continue;
    }
    for (const entry of batch) {
      await outbox.mark(entry.id, 'answered', { answer: 'refused', problem: reply.problem });
    }
  }
}

function isAboutTheCall(told: Problem): boolean {
  return NOT_ABOUT_A_COMMAND.includes(told.code);
}

async function note(outbox: Outbox, batch: readonly OutboxEntry[], told: Answers): Promise<number> {
  let named = 0;
  for (const entry of batch) {
    const answer = told.answers.find((one) => one.command_id === entry.id);
    if (answer === undefined) {
      await outbox.mark(entry.id, 'waiting');
      continue;
    }
    named += 1;
    // "Already" says nothing about whether it was written: the first answer does.
    const again = answer.answer === 'already' && answer.first !== undefined;
    const name = again && answer.first !== 'applied' ? answer.first : undefined;
    await outbox.mark(entry.id, 'answered', {
      answer: name ?? answer.answer,
      ...(answer.problem === undefined ? {} : { problem: answer.problem }),
      ...(told.written_below === undefined ? {} : { written_below: told.written_below }),
    });
  }
  return named;
}

async function putBack(outbox: Outbox, batch: readonly OutboxEntry[], again: Again): Promise<Sent> {
  for (const entry of batch) await outbox.mark(entry.id, 'waiting');
  return { again };
}

/** Milliseconds until try number `failures + 1`: 1 s, 2 s, 4 s … 60 s, spread by a random of 0 to 1. */
export function backoff(failures: number, random: number): number {
  const whole = Math.min(60_000, 1000 * 2 ** Math.min(failures, 6));
  return Math.round(whole * (0.75 + random / 2));
}
