import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { testServer } from '#test/http.ts';
import { arrive, newcomer, tellRegister } from '#test/people.ts';
import { signIn } from '#test/world.ts';

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const [aziza, kamola, gulnora, malika] = await Promise.all([
  signIn(server, 'aziza'),
  signIn(server, 'kamola'),
  signIn(server, 'gulnora'),
  signIn(server, 'malika'),
]);

const row = async (id: string) =>
  (await owner.query('select * from person where id = $1', [id])).rows[0];
const count = async (sql: string, values: unknown[]) =>
  Number((await owner.query(`select count(*) as n ${sql}`, values)).rows[0].n);

describe('registering a person', () => {
  it('writes person, contact, household, kinship, guardianship, return and keys at once', async () => {
    const mother = newcomer({ name: { kind: 'current', given: 'Oysha', family: 'Karimova' } });
    const household_id = uuid();
    const from = '2026-11-20';
    const motherIn = {
      ...mother,
      household: { member_id: uuid(), household_id, begins: true, relation: 'head' as const, from },
      return: {
        ...{ id: uuid(), context: 'conflict_zone' as const, arrived_on: from },
        ...{ from_country: 'SY', operation: 'Spring' },
      },
    };
    expect(await tellRegister(aziza, 'register_person', motherIn)).toMatchObject({
      answer: 'applied',
    });
    const child = newcomer({
      name: { kind: 'current', given: 'Ali' },
      sex: 'male',
      birth: { date: '2018-01-01', precision: 'year', estimated: true },
    });
    const childIn = {
      ...child,
      household: {
        ...{ member_id: uuid(), household_id, begins: false, relation: 'child' as const, from },
      },
      kinship: [
        {
          ...{ id: uuid(), relative_id: mother.person.id, kind: 'mother' as const },
          parent_state: 'present' as const,
        },
      ],
      guardianship: [
        {
          ...{ id: uuid(), guardian: { institution: 'Guardianship office' } },
          ...{ kind: 'temporary' as const, from },
        },
      ],
    };
    expect(await tellRegister(aziza, 'register_person', childIn)).toMatchObject({
      answer: 'applied',
    });
    const of = [child.person.id];
    expect(await row(child.person.id)).toMatchObject({ birth_date: '2018-01-01', version: 1 });
    expect(await count('from household_member where household_id = $1', [household_id])).toBe(2);
    expect(await count('from kinship where person_id = $1', of)).toBe(1);
    expect(await count('from guardianship where child_id = $1', of)).toBe(1);
    expect(await count('from person_name_key where person_id = $1', of)).toBe(1);
    expect(
      await count('from homecoming_operation where homecoming_id = $1', [motherIn.return.id]),
    ).toBe(1);
  });

  it('has one effect, and no other body under the same id', async () => {
    const body = newcomer();
    const id = uuid();
    const first = await tellRegister(aziza, 'register_person', body, { id });
    const again = await tellRegister(aziza, 'register_person', body, { id });
    expect([first.answer, again.answer, again.first]).toEqual(['applied', 'already', 'applied']);
    const other = await tellRegister(aziza, 'register_person', newcomer(), { id });
    expect(other).toMatchObject({ answer: 'refused', problem: { code: 'command_reused' } });
  });

  it('is refused to who may not open files, and names a wrong field', async () => {
    expect(await tellRegister(malika, 'register_person', newcomer())).toMatchObject({
      answer: 'refused',
      problem: { code: 'not_allowed' },
    });
    const wrong = newcomer({ sex: 'woman' as 'female' });
    const told = await tellRegister(aziza, 'register_person', wrong);
    expect(told.problem?.fields).toEqual([expect.objectContaining({ path: 'body.person.sex' })]);
  });

  // Broken once with every household open to join.
  // Seen to fail with any day taken: a 2062 for 1962 made a child of an adult, as did the change of a birth.
  it('takes nobody who is yet to be born', async () => {
    const birth = { date: '2062-01-01', precision: 'year', estimated: false } as const;
    const code = 'day_in_the_future';
    const told = await tellRegister(aziza, 'register_person', newcomer({ birth }));
    expect(told.problem).toEqual({ code, fields: [{ path: 'body.person.birth.date', code }] });
    const { person_id } = await arrive(aziza);
    const change = { person_id, seen_version: 1, changes: { birth } };
    const changed = await tellRegister(aziza, 'change_person', change);
    expect(changed.problem).toEqual({ code, fields: [{ path: 'body.changes.birth.date', code }] });
  });

  it('into a household beyond reach is answered like one into no household', async () => {
    const household_id = uuid();
    const from = '2026-11-20';
    const member = { relation: 'head' as const, from, household_id };
    await arrive(aziza, {}, { household: { ...member, member_id: uuid(), begins: true } });
    const into = (household: string) => ({
      ...newcomer(),
      household: { ...member, member_id: uuid(), begins: false, household_id: household },
    });
    const hidden = await tellRegister(kamola, 'register_person', into(household_id));
    const missing = await tellRegister(kamola, 'register_person', into(uuid()));
    expect(hidden.answer).toBe('gone');
    expect(hidden).toEqual({ ...missing, command_id: expect.anything() });
  });
});

describe('changing a person', () => {
  // To see it fail: `changedSince` answering an empty set: the second value then took the place of
  // the first, and nothing was kept.
  it('keeps both values when two people change the same field, and lets a human settle it', async () => {
    const { person_id } = await arrive(aziza, { sex: 'unknown' });
    const change = (called: string) => ({ person_id, seen_version: 1, changes: { called } });
    const first = await tellRegister(aziza, 'change_person', change('Oysha opa'), {
      device: uuid(),
    });
    const second = await tellRegister(gulnora, 'change_person', change('Aysha'), {
      device: uuid(),
    });
    expect([first.answer, second.answer]).toEqual(['applied', 'conflict']);
    expect((await row(person_id)).called).toBe('Oysha opa');
    const conflicts = (
      await owner.query('select * from field_conflict where person_id = $1', [person_id])
    ).rows;
    expect(conflicts).toMatchObject([{ field: 'called', losing: 'Aysha', settled_at: null }]);
    const conflict_id = conflicts[0].id as string;
    const settle = { person_id, conflict_id, keep: 'other' as const };
    expect((await tellRegister(gulnora, 'settle_conflict', settle)).answer).toBe('applied');
    expect((await row(person_id)).called).toBe('Aysha');
    expect(await tellRegister(gulnora, 'settle_conflict', settle)).toMatchObject({
      answer: 'stale',
      problem: { code: 'already_so' },
    });
  });

  // To see it fail: the second device's value set instead of kept: the first one's was nowhere.
  it('loses no last word, whatever two devices say in whatever order', async () => {
    const turn = fc.record({
      by: fc.integer({ min: 0, max: 1 }),
      value: fc.string({ minLength: 1, maxLength: 4, unit: 'grapheme-ascii' }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 2, maxLength: 6 }), async (turns) => {
        const { person_id } = await arrive(aziza);
        const devices = [uuid(), uuid()];
        const last: (string | undefined)[] = [];
        for (const { by, value } of turns) {
          const body = { person_id, seen_version: 1, changes: { called: value } };
          const device = devices[by] ?? '';
          const told = await tellRegister(by === 0 ? aziza : gulnora, 'change_person', body, {
            device,
          });
          expect(['applied', 'conflict']).toContain(told.answer);
          last[by] = value;
        }
        const { rows } = await owner.query(
          'select losing from field_conflict where person_id = $1',
          [person_id],
        );
        const kept = [(await row(person_id)).called, ...rows.map((one) => one.losing)];
        for (const value of last) if (value !== undefined) expect(kept).toContain(value);
      }),
      { numRuns: 25 },
    );
  });

  it('lets through a field that nobody else touched, and the later word of one device', async () => {
    const { person_id } = await arrive(aziza);
    const device = uuid();
    const said = (by: typeof aziza, changes: object, from: string) =>
      tellRegister(by, 'change_person', { person_id, seen_version: 1, changes }, { device: from });
    const answers = [
      await said(aziza, { called: 'A' }, device),
      await said(aziza, { called: 'B' }, device),
      await said(gulnora, { interpreter_needed: true }, uuid()),
    ];
    expect(answers.map((one) => one.answer)).toEqual(['applied', 'applied', 'applied']);
    expect(await row(person_id)).toMatchObject({
      called: 'B',
      interpreter_needed: true,
      version: 4,
    });
  });

  it('leaves a trail of field names and salted hashes, and never a value', async () => {
    const { person_id } = await arrive(aziza);
    const changes = { called: 'Canary-4711' };
    await tellRegister(aziza, 'change_person', { person_id, seen_version: 1, changes });
    const { rows } = await owner.query(
      'select to_jsonb(c)::text as t, fields from person_change c where person_id = $1',
      [person_id],
    );
    expect(rows.at(-1).fields).toEqual(['called']);
    expect(rows.map((one) => one.t).join()).not.toContain('Canary');
  });

  it('of somebody beyond reach is answered like one of nobody', async () => {
    const { person_id } = await arrive(aziza);
    const change = (id: string) => ({ person_id: id, seen_version: 1, changes: { called: 'x' } });
    const hidden = await tellRegister(kamola, 'change_person', change(person_id));
    const missing = await tellRegister(kamola, 'change_person', change(uuid()));
    expect(hidden.answer).toBe('gone');
    expect(hidden).toEqual({ ...missing, command_id: expect.anything() });
  });

  it('keeps both papers when two people correct the same one', async () => {
    const paper = { kind: 'passport' as const, state: 'lost' as const };
    const { person_id } = await arrive(aziza, { papers: [paper] });
    const mend = (state: 'held' | 'applied') => ({
      ...{ person_id, before: paper, after: { ...paper, state } },
    });
    expect((await tellRegister(aziza, 'change_paper', mend('applied'))).answer).toBe('applied');
    expect((await tellRegister(gulnora, 'change_paper', mend('held'))).answer).toBe('conflict');
    expect((await row(person_id)).papers).toEqual([{ ...paper, state: 'applied' }]);
  });

  it('adds other names to the keys of search', async () => {
    const { person_id } = await arrive(aziza);
    const name = { kind: 'former' as const, given: 'Zuhra', family: 'Toshmatova' };
    expect((await tellRegister(aziza, 'add_name', { person_id, name })).answer).toBe('applied');
    expect((await tellRegister(aziza, 'add_name', { person_id, name })).answer).toBe('stale');
    expect(await count('from person_name_key where person_id = $1', [person_id])).toBe(2);
  });
});
