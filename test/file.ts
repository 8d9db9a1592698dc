import { v7 as uuid } from 'uuid';
import { DEMO_PEOPLE } from '#server/seed/accounts.ts';
import { DEMO_MODEL_ID, DEMO_PLACES, placeId } from '#server/seed/demo-places.ts';
import type { Caller, TestServer } from './http.ts';
import { signIn, tell } from './world.ts';

/** A file that a caseworker opened and that the district's supervisor gave to that worker. */
export interface OpenedFile {
  readonly case_id: string;
  readonly person_id: string;
  /** Says a command as the worker. */
  tell(kind: string, body: unknown, seen?: Record<string, string>): ReturnType<typeof tell>;
}

/** Opens a file for a new person in the demo district and assigns it; `born` is a year. */
export async function openFile(
  server: TestServer,
  worker: 'aziza' | 'baxtiyor',
  born = 1990,
): Promise<OpenedFile> {
  const caller = await signIn(server, worker);
  const case_id = uuid();
  const person_id = uuid();
  await addPerson(server, person_id, caller.id, born);
  const body = {
    person_id,
    place_id: placeId(DEMO_PLACES.district),
    model_id: DEMO_MODEL_ID,
    origin: 'own_request',
    safety_asked: true,
  };
  const say = (by: Caller, kind: string, what: unknown, seen?: Record<string, string>) =>
    tell(by, case_id, kind, what, { id: uuid(), ...(seen === undefined ? {} : { seen }) });
  await applied(say(caller, 'open_case', body));
  const gulnora = await signIn(server, 'gulnora');
  await applied(say(gulnora, 'assign_worker', { account_id: DEMO_PEOPLE[worker].id }));
  return { case_id, person_id, tell: (kind, what, seen) => say(caller, kind, what, seen) };
}

async function applied(answer: ReturnType<typeof tell>): Promise<void> {
  const given = await answer;
  if (given.answer !== 'applied') throw new Error(JSON.stringify(given));
}

/** A person whom this account wrote down, and who has no file yet. */
export async function addPerson(
  server: TestServer,
  id: string,
  by: string,
  born = 1990,
): Promise<void> {
  const actor = { kind: 'account', id: by } as const;
  await server.deps.database.as(actor, ({ client }) =>
    client.query(
      `insert into person (id, name, sex, languages, kind, created_by, created_at, birth_date,
         birth_precision)
       values ($1, '{"given": "Zuhra", "family": "Karimova"}', 'female', '{uz}', 'participant', $2,
         now(), make_date($3, 1, 1), 'year')`,
      [id, actor.id, born],
    ),
  );
}
