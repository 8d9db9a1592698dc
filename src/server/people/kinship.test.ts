import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { testServer } from '#test/http.ts';
import { arrive, tellRegister } from '#test/people.ts';
import { signIn } from '#test/world.ts';

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const [aziza, kamola, dilnoza, gulnora] = await Promise.all([
  signIn(server, 'aziza'),
  signIn(server, 'kamola'),
  signIn(server, 'dilnoza'),
  signIn(server, 'gulnora'),
]);

const count = async (sql: string, values: unknown[]) =>
  Number((await owner.query(`select count(*) as n ${sql}`, values)).rows[0].n);

describe('household, kinship and guardianship', () => {
  it('begin and end, each with its own answer', async () => {
    const mother = await arrive(aziza);
    const child = await arrive(aziza, {
      birth: { date: '2015-01-01', precision: 'year', estimated: false },
    });
    const household_id = uuid();
    const member_id = uuid();
    const join = {
      member_id,
      household_id,
      begins: true,
      relation: 'head' as const,
      from: '2026-01-01',
    };
    const at = { person_id: mother.person_id };
    expect((await tellRegister(aziza, 'join_household', { ...at, ...join })).answer).toBe(
      'applied',
    );
    const second = { ...join, member_id: uuid(), begins: false };
    expect(await tellRegister(aziza, 'join_household', { ...at, ...second })).toMatchObject({
      problem: { code: 'already_so' },
    });
    const leave = { ...at, member_id };
    expect(
      await tellRegister(aziza, 'leave_household', { ...leave, until: '2025-01-01' }),
    ).toMatchObject({ problem: { code: 'ends_before_start' } });
    expect(
      (await tellRegister(aziza, 'leave_household', { ...leave, until: '2026-02-01' })).answer,
    ).toBe('applied');
    expect(
      (await tellRegister(aziza, 'leave_household', { ...leave, until: '2026-02-01' })).answer,
    ).toBe('stale');

    const tie = {
      id: uuid(),
      person_id: child.person_id,
      relative_id: mother.person_id,
      kind: 'mother' as const,
    };
    expect(
      (await tellRegister(aziza, 'record_kinship', { ...tie, parent_state: 'present' })).answer,
    ).toBe('applied');
    const later = {
      ...tie,
      id: uuid(),
      replaces: tie.id,
      parent_state: 'cannot_care_at_present' as const,
    };
    expect((await tellRegister(aziza, 'record_kinship', later)).answer).toBe('applied');
    expect(
      await count('from kinship where person_id = $1 and until_day is null', [child.person_id]),
    ).toBe(1);

    const guardianship_id = uuid();
    const given = {
      id: guardianship_id,
      child_id: child.person_id,
      kind: 'court' as const,
      from: '2026-01-01',
    };
    const guardian = { person_id: mother.person_id };
    expect((await tellRegister(aziza, 'record_guardianship', { ...given, guardian })).answer).toBe(
      'applied',
    );
    const held = { child_id: child.person_id, guardianship_id };
    expect(
      (await tellRegister(gulnora, 'contest_guardianship', { ...held, contested: true })).answer,
    ).toBe('applied');
    expect(
      (await tellRegister(aziza, 'end_guardianship', { ...held, until: '2026-06-01' })).answer,
    ).toBe('applied');
    expect(
      (await tellRegister(aziza, 'end_guardianship', { ...held, until: '2026-06-01' })).answer,
    ).toBe('stale');
  });

  it('cannot name a person beyond reach', async () => {
    const hidden = await arrive(kamola, {}, {}, 'other_district');
    const mine = await arrive(aziza);
    const tie = (relative_id: string) => ({
      ...{ id: uuid(), person_id: mine.person_id, relative_id, kind: 'sibling' as const },
    });
    const told = await tellRegister(aziza, 'record_kinship', tie(hidden.person_id));
    const missing = await tellRegister(aziza, 'record_kinship', tie(uuid()));
    expect([told.answer, missing.answer]).toEqual(['gone', 'gone']);
  });
});

describe('a return', () => {
  it('shows its operation label to a caseworker, and not to a specialist', async () => {
    const { person_id, case_id } = await arrive(dilnoza);
    const given = {
      id: uuid(),
      person_id,
      context: 'conflict_zone' as const,
      operation: 'Canary-operation',
    };
    expect((await tellRegister(dilnoza, 'record_return', given)).answer).toBe('applied');
    const file = await dilnoza.request('GET', `/api/cases/${case_id}`);
    expect(file.body).toContain('Canary-operation');
    const reach = `insert into case_reach (case_id, person_id, key, compartment) values ($1, $2, $3, 'general')`;
    const health = await signIn(server, 'timur');
    await database.pool('superuser').query(reach, [case_id, person_id, `account:${health.id}`]);
    const seen = await health.request('GET', `/api/cases/${case_id}`);
    expect(seen.statusCode).toBe(200);
    expect(seen.body).not.toContain('Canary-operation');
  });
});
