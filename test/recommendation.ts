import { v7 as uuid } from 'uuid';
import type {
  MinutesOfSession,
  RecommendationWhole,
} from '#domain/exchange/recommendation/recommendation.ts';
import { editionId } from '#server/exchange/seed/editions.ts';
import { told } from '#server/exchange/seed/told.ts';
import type { TestDatabase } from './database.ts';
import type { Caller } from './http.ts';

type Rule = 'public' | 'chatham_house' | 'closed';

export const say = (caller: Caller, method: 'POST' | 'PUT', path: string, body: object) =>
  caller.request(method, `/api/exchange/${path}`, body);

/** A session of the second dialogue under a rule. */
export async function sessionUnder(database: TestDatabase, rule: Rule): Promise<string> {
  const id = uuid();
  await database.pool('superuser').query(
    `insert into exchange.session (id, edition_id, title, kind, rule, state, created_at)
     values ($1, $2, $3, 'workshop', $4, 'published', now())`,
    [id, editionId('homecoming-2'), JSON.stringify(told(`Workshop, ${rule}`)), rule],
  );
  return id;
}

export const line = (words: string, speaker: string | null = null) => ({
  ...{ id: uuid(), lang: 'en', words, speaker },
});

/** A line taken down by the moderator and marked; the id of the recommendation. */
export async function marked(
  database: TestDatabase,
  moderator: Caller,
  text: string,
  rule: Rule = 'public',
) {
  const session = await sessionUnder(database, rule);
  const said = line(text, rule === 'public' ? 'Priya Raman' : null);
  await moderator.request('POST', `/api/exchange/sessions/${session}/minutes`, said);
  const id = uuid();
  const path = `/api/exchange/minutes/${said.id}/recommendation`;
  const body = { id, theme: 'education', lang: 'en', text };
  const reply = await moderator.request('POST', path, body);
  if (reply.statusCode !== 201) throw new Error(reply.body);
  return { id, session };
}

export async function minutesOf(caller: Caller, session: string): Promise<MinutesOfSession> {
  return (await caller.request('GET', `/api/exchange/sessions/${session}/minutes`)).json();
}

export async function recommendationOf(caller: Caller, id: string): Promise<RecommendationWhole> {
  return (await caller.request('GET', `/api/exchange/recommendations/${id}`)).json();
}
