import type { Locale } from '#domain/account/account.ts';
import { REMIND_DAYS_BEFORE } from '#domain/exchange/recommendation/notice.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { reminderLetter } from './reminder-letter.ts';

const EVERY_MS = 600_000;

interface Due {
  readonly recommendation_id: string;
  readonly participant_id: string;
  readonly kind: 'review_due' | 'review_overdue';
  readonly of_day: string;
  readonly email: string | null;
  readonly locale: Locale;
  readonly number: number;
  readonly edition: string;
}

/**
 * Reminds owners before a date and owners and organisers after it, each once of the same day; the rows
 * remember it, not the process. Returns how many were reminded.
 */
export async function remindOwners(deps: ExchangeDeps): Promise<number> {
  const now = deps.clock();
  const due = await deps.exchange.as(null, async ({ client }) => {
    const { rows } = await client.query<Due>('select * from exchange.due_reminders($1, $2)', [
      ...[now, REMIND_DAYS_BEFORE],
    ]);
    return rows;
  });
  let reminded = 0;
  for (const one of due) {
    const first = await deps.exchange.as(null, async ({ client }) => {
      const { rows } = await client.query<{ first: boolean }>(
        'select exchange.note_reminder($1, $2, $3, $4, $5, $6) as first',
        [
          ...[one.recommendation_id, one.participant_id, one.kind, one.of_day],
          ...[deps.newId(), now],
        ],
      );
      return rows[0]?.first === true;
    });
    if (!first) continue;
    reminded += 1;
    const link = `${deps.config.url}/workspace/recommendations/${one.recommendation_id}`;
    if (one.email !== null) await deps.mail.send(reminderLetter({ ...one, to: one.email, link }));
  }
  return reminded;
}

/** At once and every ten minutes; two servers remind nobody twice. Returns how to stop. */
export function keepReminding(deps: ExchangeDeps): () => void {
  const remind = () =>
    void remindOwners(deps).catch((error: unknown) =>
      // The database is away: the next turn tries again.
      deps.log.warn({ err: error }, 'owners not reminded'),
    );
  remind();
  const timer = setInterval(remind, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
