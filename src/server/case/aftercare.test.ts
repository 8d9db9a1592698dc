import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { type OpenedFile, openFile } from '#test/file.ts';
import { testServer } from '#test/http.ts';
import { signIn, tell } from '#test/world.ts';
import type { DemoName } from '../seed/accounts.ts';

const database = await testDatabase();
const server = await testServer(database);
const day = (days: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tashkent' }).format(
    server.deps.clock().getTime() + days * 86_400_000,
  );
const plan = () => {
  const step = { step_id: uuid(), what: 'A room', owner: 'worker', sensitive: false };
  const steps = [{ ...step, due_on: day(30) }];
  const goals = [{ goal_id: uuid(), domain: 'housing', words: 'A room of our own', steps }];
  return { plan_id: uuid(), goals, agreed_by_person: true, copy_given: true };
};
/** The tasks of this file that somebody is told of. */
async function tasks(name: DemoName, { case_id }: OpenedFile): Promise<string[]> {
  const { rows } = await server.deps.database.as(
    { kind: 'account', id: (await signIn(server, name)).id },
    ({ client }) =>
      client.query<{ kind: string }>('select kind from task where case_id = $1 order by kind', [
        case_id,
      ]),
  );
  return rows.map(({ kind }) => kind);
}
const applied = async (said: ReturnType<typeof tell>) =>
  expect(await said).toMatchObject({ answer: 'applied' });

it('whoever asks for help after the end is on the list of the worker of before, until answered', async () => {
  const file = await openFile(server, 'aziza');
  const check_in_id = uuid();
  await applied(
    file.tell('prepare_closure', {
      ...{
        closure_id: uuid(),
        reason: 'goals_reached',
        summary: 'A home',
        feedback_offered: false,
      },
      check_ins: [
        { check_in_id, due_on: day(0) },
        { check_in_id: uuid(), due_on: day(90) },
      ],
    }),
  );
  const approval_id = uuid();
  const propose = () => file.tell('propose_approval', { approval_id, kind: 'closure' });
  expect(await propose()).toMatchObject({ problem: { code: 'feedback_not_offered' } });
  const declined = { feedback_id: uuid(), on: day(0), given: false, answers: [] };
  const bad = { ...declined, asked_by: 'worker', given: true };
  expect(await file.tell('record_feedback', bad)).toMatchObject({
    problem: { code: 'invalid_input', fields: [{ path: 'body.words' }] },
  });
  await applied(file.tell('record_feedback', { ...declined, asked_by: 'colleague' }));
  await applied(propose());
  const gulnora = await signIn(server, 'gulnora');
  await applied(tell(gulnora, file.case_id, 'approve', { approval_id }, { id: uuid() }));
  expect(await tasks('aziza', file)).toContain('check_in');
  const wish = { check_in_id, outcome: 'no_contact', on: day(0), asks_help: true };
  await applied(file.tell('check_in', { ...wish, words: 'Only the roof, please' }));
  // The second check-in is off the list with the wish, the file is closed, the help is not forgotten.
  expect(await tasks('aziza', file)).toEqual(['help_asked']);
  expect(await tasks('kamola', file)).toEqual([]);
  await applied(file.tell('answer_help', { check_in_id, words: 'The mahalla mends it' }));
  expect(await tasks('aziza', file)).toEqual([]);
  await applied(file.tell('reopen_case', { reason: 'She came by herself' }));
});

// Broken once by writing that task without its compartment: the worker was told that there is a worry.
it('another look at the plan after a worry is for those who look into worries', async () => {
  const file = await openFile(server, 'aziza');
  await applied(file.tell('agree_plan', plan()));
  // The server's clock stands still in tests: what comes later has to be later.
  server.advance(60_000);
  const about = { who: 'caregiver' };
  const words = 'Canary bruise';
  await applied(file.tell('raise_concern', { concern_id: uuid(), about, urgency: 'soon', words }));
  expect(await tasks('gulnora', file)).toContain('event_review');
  expect(await tasks('aziza', file)).not.toContain('event_review');
  await applied(file.tell('record_life_event', { event_id: uuid(), code: 'birth', on: day(0) }));
  expect(await tasks('aziza', file)).toContain('event_review');
  server.advance(60_000);
  const review = { review_id: uuid(), on: day(0), outcome: 'no_change', with_person: true };
  await applied(file.tell('record_review', { ...review, words: 'It holds' }));
  for (const name of ['aziza', 'gulnora'] as const) {
    expect(await tasks(name, file)).not.toContain('event_review');
  }
  expect(await database.faults()).toEqual([]);
});
