import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { type OpenedFile, openFile } from '#test/file.ts';
import { type Caller, testServer } from '#test/http.ts';
import { pulledBy } from '#test/pulled.ts';
import { referral } from '#test/referral.ts';
import { signIn, tell } from '#test/world.ts';

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const aziza = await signIn(server, 'aziza');
const gulnora = await signIn(server, 'gulnora');
const saodat = await signIn(server, 'saodat');
const born = server.deps.clock().getUTCFullYear() - 12;
const today = () => server.deps.clock().toISOString().slice(0, 10);
const say = (by: Caller, file: OpenedFile, kind: string, body: unknown) =>
  tell(by, file.case_id, kind, body, { id: uuid() });

const consent = (person_id: string, as = 'legal_guardian') => ({
  ...{ consent_id: uuid(), decision: 'given', purposes: ['education'], recipient_ids: [] },
  ...{ withhold: [], said_by: { person_id, as }, own_agreement: 'yes', expression: 'spoken' },
  ...{ language: 'uz', notice_version: '1' },
});

/** A grown-up of the child's family, written down beside it. */
async function relative(file: OpenedFile, rows: (id: string) => readonly [string, unknown[]][]) {
  const id = uuid();
  await owner.query(
    `insert into person (id, name, sex, languages, kind, created_by, created_at, birth_date,
       birth_precision)
     values ($1, '{"given": "Oysha"}', 'female', '{uz}', 'relative', $2, now(), '1970-01-01', 'year')`,
    [id, aziza.id],
  );
  for (const [text, values] of rows(id)) await owner.query(text, [file.person_id, id, ...values]);
  return id;
}
const guardian = (contested: boolean): [string, unknown[]] => [
  `insert into guardianship (id, child_id, guardian_id, kind, contested)
   values (gen_random_uuid(), $1, $2, 'authority', $3)`,
  [contested],
];
const parent = (state: string): [string, unknown[]] => [
  `insert into kinship (id, person_id, relative_id, kind, parent_state)
   values (gen_random_uuid(), $1, $2, 'mother', $3)`,
  [state],
];

describe('who may consent for a child, over the line', () => {
  it('is a guardian or parent as the family is written down; all refusals read the same', async () => {
    const file = await openFile(server, 'aziza', born);
    const mother = await relative(file, () => [parent('present')]);
    expect(await file.tell('record_consent', consent(mother, 'parent'))).toMatchObject({
      answer: 'applied',
    });
    const aunt = await relative(file, () => [guardian(false)]);
    expect(await file.tell('record_consent', consent(aunt))).toMatchObject({ answer: 'applied' });
    const contested = await relative(file, () => [guardian(true)]);
    const father = await relative(file, () => [parent('cannot_be_reached')]);
    const both = await relative(file, () => [guardian(true), parent('present')]);
    const stranger = await relative(file, () => []);
    const answers = new Set<string>();
    for (const id of [contested, father, both, stranger]) {
      const { command_id: _id, ...answer } = (await file.tell(
        'record_consent',
        consent(id),
      )) as Record<string, unknown>;
      answers.add(JSON.stringify(answer));
    }
    await say(gulnora, file, 'let_authority_decide', {});
    const { command_id: _id, ...marked } = (await file.tell(
      'record_consent',
      consent(aunt),
    )) as Record<string, unknown>;
    answers.add(JSON.stringify(marked));
    // A guardian named in a concern is told what a guardian is told whom nobody can reach.
    expect([...answers]).toEqual([
      JSON.stringify({ answer: 'refused', problem: { code: 'authority_decides' } }),
    ]);
    const authority = { body: 'Guardianship authority', number: '12', on: today() };
    const decided = { ...consent(file.person_id, 'guardianship_authority'), authority };
    expect(await file.tell('record_consent', decided)).toMatchObject({ answer: 'applied' });
  });

  it('stands for nothing new once that guardian is contested: it is flagged and asked again', async () => {
    const file = await openFile(server, 'aziza', born);
    const aunt = await relative(file, () => [guardian(false)]);
    const given = consent(aunt);
    expect(await file.tell('record_consent', given)).toMatchObject({ answer: 'applied' });
    const [first, second] = [referral('school'), referral('school')];
    expect(await file.tell('refer', first)).toMatchObject({ answer: 'applied' });
    await owner.query('update guardianship set contested = true where guardian_id = $1', [aunt]);
    const leaves = (one: { referral_id: string }) =>
      file.tell('send_referral', { referral_id: one.referral_id });
    expect((await leaves(first)).problem?.code).toBe('consent_missing');
    expect(await file.tell('refer', second)).toMatchObject({ answer: 'applied' });
    const asked = await owner.query(
      `select ref from task where case_id = $1 and kind = 'consent_again'`,
      [file.case_id],
    );
    expect(asked.rows).toEqual([{ ref: given.consent_id }]);
    expect((await leaves(second)).problem?.code).toBe('consent_missing');
    const authority = { body: 'Guardianship authority', number: '12', on: today() };
    const decided = { ...consent(file.person_id, 'guardianship_authority'), authority };
    expect(await file.tell('record_consent', decided)).toMatchObject({ answer: 'applied' });
    expect((await leaves(second)).answer).toBe('applied');
  });

  it('is marked neither by the worker nor by a specialist who is there through a concern', async () => {
    const file = await openFile(server, 'aziza', born);
    await file.tell('raise_concern', {
      ...{ concern_id: uuid(), about: { who: 'caregiver' }, urgency: 'now', words: 'A bruise' },
    });
    const codes = [];
    for (const by of [aziza, saodat, gulnora]) {
      const said = await say(by, file, 'let_authority_decide', {});
      codes.push('problem' in said ? said.problem?.code : said.answer);
    }
    expect(codes).toEqual(['not_allowed', 'supervisor_says_this', 'applied']);
    // Nothing in what the worker reads says why, or that a specialist was there.
    const read = await aziza.request('GET', `/api/cases/${file.case_id}`);
    const facts = read.json<{ facts: { kind: string; role: string; body: unknown }[] }>().facts;
    const mark = facts.find(({ kind }) => kind === 'authority_decides');
    expect([mark?.role, mark?.body]).toEqual(['supervisor', {}]);
    expect(JSON.stringify(facts)).not.toMatch(/specialist_protection|bruise|concern/);
  });
});

describe('a best-interests decision', () => {
  const CANARY = 'heron-by-the-lake';
  let file: OpenedFile;
  const body = () => ({
    ...{ decision_id: uuid(), question: CANARY, decision: CANARY, on: today() },
    review_on: '2099-01-01',
    panel: ['social_work', 'psychology', 'education'].map((discipline) => ({
      ...{ name: CANARY, discipline, confidentiality_signed: true },
    })),
    child_view: { heard: 'directly', words: CANARY },
    options: [1, 2].map((n) => ({ what: `${CANARY} ${n}`, weighed: CANARY })),
  });
  beforeAll(async () => {
    file = await openFile(server, 'aziza', born);
  });

  it('is read by supervisor and child protection alone, and leaves no mark elsewhere', async () => {
    expect(await say(aziza, file, 'decide_best_interests', body())).toMatchObject({
      ...{ answer: 'refused', problem: { code: 'not_allowed' } },
    });
    const before = await aziza.request('GET', `/api/cases/${file.case_id}`);
    expect(await say(gulnora, file, 'decide_best_interests', body())).toMatchObject({
      answer: 'applied',
    });
    const after = await aziza.request('GET', `/api/cases/${file.case_id}`);
    expect(after.json().facts).toEqual(before.json().facts);
    expect(after.json().row).toEqual(before.json().row);
    const read = await gulnora.request('GET', `/api/cases/${file.case_id}`);
    expect(read.body).toContain(CANARY);
    const kinds = async (by: Caller) => {
      const found = await by.request('GET', '/api/tasks?scope=team&limit=50');
      return found
        .json<{ tasks: { case_id: string; kind: string }[] }>()
        .tasks.filter(({ case_id }) => case_id === file.case_id)
        .map(({ kind }) => kind);
    };
    expect(await kinds(aziza)).not.toContain('best_interests_review');
    // The supervisor has a list of them, and whoever may not know of them an empty one.
    const listed = async (by: Caller) => {
      const url = '/api/tasks?scope=team&kind=best_interests_review';
      return (await by.request('GET', url)).json<{ tasks: { case_id: string; kind: string }[] }>()
        .tasks;
    };
    expect(await listed(gulnora)).toContainEqual(
      expect.objectContaining({ case_id: file.case_id, kind: 'best_interests_review' }),
    );
    expect(await listed(aziza)).toEqual([]);
    const other = await aziza.request('GET', '/api/tasks?kind=concern');
    expect([other.statusCode, other.json().fields?.[0]?.path]).toEqual([422, 'query.kind']);
    // A device carries nothing of it, not even the supervisor's.
    for (const by of [aziza, gulnora]) {
      const { bodies, cases } = await pulledBy(database, by);
      expect(cases).toContain(file.case_id);
      expect(bodies).not.toContain(CANARY);
    }
    const { rows } = await database
      .pool('superuser')
      .query('select compartment from task where kind = $1 and case_id = $2', [
        'best_interests_review',
        file.case_id,
      ]);
    expect(rows).toEqual([{ compartment: 'protection' }]);
  });
});

describe('visits to a home that are late', () => {
  it('stand on the worker’s list and on the supervisor’s', async () => {
    const file = await openFile(server, 'aziza', born);
    const day = (ago: number) =>
      new Date(server.deps.clock().getTime() - ago * 86_400_000).toISOString().slice(0, 10);
    const placement_id = uuid();
    const lines: [string, object][] = [
      ['propose_placement', { kind: 'kin', with: 'Aunt', siblings: 'none', person_ids: [] }],
      ['assess_family', { by: 'Office', on: day(60), result: 'suitable', home: 'x', care: 'x' }],
      ['record_family_consent', { said_by: 'Aunt', on: day(60), expression: 'signed' }],
      ['record_placement_decision', { body: 'A', number: '1', on: day(55), decision: 'agreed' }],
      ['begin_placement', { on: day(50) }],
    ];
    for (const [kind, more] of lines) {
      expect(await file.tell(kind, { placement_id, ...more }), kind).toMatchObject({
        answer: 'applied',
      });
    }
    for (const [by, scope] of [
      [aziza, 'mine'],
      [gulnora, 'overdue'],
    ] as const) {
      const { rows } = await database.pool('superuser').query(
        `select details ->> 'duty' as duty from task where case_id = $1 and due_at < now()
           and details ->> 'duty' like 'placement%' order by 1`,
        [file.case_id],
      );
      expect(rows.map(({ duty }) => duty)).toEqual(['placement_visit_1', 'placement_visit_2']);
      const reply = await by.request('GET', `/api/tasks?scope=${scope}&limit=50`);
      expect(reply.statusCode).toBe(200);
      expect(reply.body).toContain('placement_visit_1');
    }
  });
});
