import type { NoticeKind } from '#domain/exchange/notice.ts';
import {
  type Audience,
  type RecommendationEvent,
  toldOf,
} from '#domain/exchange/recommendation/notice.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { notice } from '../notice/notice.ts';

/**
 * Tells whom it concerns what happened to a recommendation, and writes the act into the log, in the
 * transaction of the act. A notice names the recommendation and never says who did it.
 */
export async function tell(
  taking: Taking,
  deps: ExchangeDeps,
  event: RecommendationEvent,
  recommendation: string,
  also: {
    readonly author?: string | null;
    readonly details?: Readonly<Record<string, string>>;
  } = {},
): Promise<void> {
  const { client, participant } = taking;
  const now = deps.clock();
  const { rows } = await client.query<{ audience: Audience; participant_id: string }>(
    'select audience, participant_id from exchange.people_of_recommendation($1)',
    [recommendation],
  );
  const people: Partial<Record<Audience, string[]>> = {};
  for (const { audience, participant_id } of rows) {
    people[audience] = [...(people[audience] ?? []), participant_id];
  }
  if (also.author !== undefined && also.author !== null) people.author = [also.author];
  const told = toldOf(event, people, participant);
  const { rows: of } = await client.query<{ number: number; edition: string }>(
    `select r.number, e.slug as edition from exchange.recommendation r
     join exchange.edition e on e.id = r.edition_id where r.id = $1`,
    [recommendation],
  );
  const kind = `recommendation_${event}` as const satisfies NoticeKind;
  await notice(taking, deps, told, { kind, details: { recommendation, ...of[0] } });
  await client.query(
    `insert into exchange.log (id, at, participant_id, action, subject_kind, subject_id, details)
     values ($1, $2, $3, $4, 'recommendation', $5, $6)`,
    [deps.newId(), now, participant, event, recommendation, also.details ?? {}],
  );
}
