import type { Task } from '@medplum/fhirtypes';
import type { ReferralAnswer } from '#domain/case/referral-answer.ts';
import { coded, concept, type Speaking, withoutEmpty } from './codes.ts';
import { changedAt, isReadable, type Packet, versionOf } from './packet-rows.ts';

/** How a receiving service reads what is asked of it, and what it answered. Codes, days and replies. */
export function taskOf(packet: Packet, speaking: Speaking): Task {
  const { referral_id, organisation_id, content, status } = packet;
  const request = content?.request;
  const last = packet.answers.at(-1)?.answer;
  const task: Task = {
    resourceType: 'Task',
    id: referral_id,
    meta: { versionId: versionOf(packet), lastUpdated: changedAt(packet) },
    // A sent referral is never a draft.
    status: status === 'draft' ? 'requested' : status,
    ...(last === undefined ? {} : answered(last, speaking)),
    ...(packet.withdrawn ? { businessStatus: concept(speaking, 'outcome', 'withdrawn') } : {}),
    intent: 'order',
    ...(request?.urgency === undefined ? {} : { priority: request.urgency }),
    code: { coding: [{ system: 'http://hl7.org/fhir/CodeSystem/task-code', code: 'fulfill' }] },
    ...(isReadable(packet)
      ? {
          focus: { reference: `ServiceRequest/${referral_id}` },
          for: { reference: `Patient/${referral_id}` },
        }
      : {}),
    authoredOn: packet.sent_at,
    lastModified: changedAt(packet),
    requester: { display: 'Social services' },
    owner: { reference: `Organization/${organisation_id}` },
    ...(request?.answer_by == null ? {} : { restriction: { period: { end: request.answer_by } } }),
    note: packet.replies.map(({ words, at }) => ({ time: at, text: words })),
  };
  return withoutEmpty(task);
}

type Answered = Pick<Task, 'statusReason' | 'businessStatus' | 'executionPeriod' | 'output'>;

/** An answer as elements of a Task; `readAnswer` reads the same elements back. */
function answered(answer: ReferralAnswer, speaking: Speaking): Answered {
  switch (answer.kind) {
    case 'accept':
      return { executionPeriod: { start: answer.on } };
    case 'seen': {
      const type = concept(speaking, 'output', 'next-date');
      const next = answer.next_on;
      return {
        executionPeriod: { start: answer.on },
        ...(next === undefined ? {} : { output: [{ type, valueDate: next }] }),
      };
    }
    case 'decline': {
      const { reason } = answer;
      const stood = barrierCoding(answer.barrier, speaking);
      return { statusReason: { coding: [coded(speaking, 'decline-reason', reason), ...stood] } };
    }
    case 'ask': {
      const coding = [coded(speaking, 'question', answer.question)];
      return {
        statusReason: { coding, ...(answer.words === undefined ? {} : { text: answer.words }) },
      };
    }
    case 'done': {
      const stood = barrierCoding(answer.barrier, speaking);
      return {
        executionPeriod: { end: answer.on },
        businessStatus: concept(speaking, 'outcome', answer.outcome),
        ...(stood.length === 0 ? {} : { statusReason: { coding: stood } }),
      };
    }
  }
}

/** What stood in the way, as the programme calls it; nothing where nothing did. */
function barrierCoding(barrier: string | undefined, speaking: Speaking) {
  if (barrier === undefined) return [];
  return [coded(speaking, 'barrier', barrier, speaking.barriers.get(barrier))];
}
