import type { Id } from '../id.ts';
import type { Day, Instant } from '../time.ts';
import { dayAt } from '../zone.ts';
import { toAskAgain } from './consent.ts';
import type { ProgrammeModel } from './model.ts';
import type { CaseState } from './state.ts';
import type { Task } from './task.ts';
import { openQuestion } from './transfer-state.ts';

export type TransferTaskKind = 'transfer_question' | 'consent_again';

/** What a transfer leaves to be done: another region's question, and the consents to ask for again. */
export function transferTasks(
  { transfer, consent }: CaseState,
  model: ProgrammeModel,
  account_id: Id | null,
  end: (day: Day) => Instant,
): Task[] {
  const question = openQuestion(transfer);
  const days = model.thresholds.ask_again_days ?? 14;
  const by = (since: Instant) =>
    end(
      dayAt(new Date(Date.parse(since) + days * 86_400_000).toISOString(), model.time_zone) as Day,
    );
  return [
    ...(question === null
      ? []
      : [
          {
            ...{ kind: 'transfer_question' as const, ref: question.transfer_id, account_id },
            ...{ due_at: end(dayAt(question.asked_at, model.time_zone)), details: {} },
          },
        ]),
    ...toAskAgain(consent).map(
      ({ consent_id, ask_again_since = '' }): Task => ({
        ...{ kind: 'consent_again', ref: consent_id, account_id, due_at: by(ask_again_since) },
        details: {},
      }),
    ),
  ];
}
