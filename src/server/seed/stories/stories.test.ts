import { describe, expect, it } from 'vitest';
import { verifyCases } from '#server/case/verify.ts';
import { DEMO_PEOPLE } from '#server/seed/accounts.ts';
import { testDatabase } from '#test/database.ts';
import { told } from './person.ts';

const database = await testDatabase();

async function rows<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
  const { rows: found } = await database.pool('superuser').query(text, values);
  return found as Row[];
}

describe('the demo world', () => {
  // Seen to fail with the row of Madina's file changed in the database: open_needs = 99.
  it('is told through the journal: no chain or projection differs', async () => {
    const client = await database.pool('owner').connect();
    const { faults, cases } = await verifyCases(client).finally(() => client.release());
    expect(faults).toEqual([]);
    expect(cases).toBeGreaterThan(500);
  });

  it('has files on every part of the way', async () => {
    const stages = await rows<{ stage: string }>(
      'select distinct stage from case_file where place_id <> (select id from place where parent_id is null)',
    );
    expect(stages.map(({ stage }) => stage)).toEqual(
      expect.arrayContaining([
        ...['hand_over', 'registered', 'assessed', 'planned', 'in_service', 'under_review'],
        ...['aftercare', 'closed', 'transferred'],
      ]),
    );
  });

  it('has something to do today, tomorrow, late and silent for its first worker', async () => {
    const tasks = await rows<{ kind: string; duty: string | null; due: number }>(
      `select kind, details ->> 'duty' as duty,
         (due_at at time zone 'Asia/Tashkent')::date
           - (now() at time zone 'Asia/Tashkent')::date as due
       from task where account_id = $1`,
      [DEMO_PEOPLE.aziza.id],
    );
    const has = (kind: string, fits: (due: number) => boolean, duty?: string) =>
      tasks.some((one) => one.kind === kind && fits(one.due) && (!duty || one.duty === duty));
    expect(has('appointment', (due) => due <= 0)).toBe(true);
    expect(has('appointment', (due) => due >= 0)).toBe(true);
    expect(has('step', (due) => due < 0)).toBe(true);
    expect(has('timer', (due) => due < 0, 'referral_silence')).toBe(true);
    expect(has('referral_question', () => true)).toBe(true);
  });

  it('has a day on which a girl should be seen again, without a word of what for', async () => {
    const due = await rows<{ account_id: string; details: object }>(
      `select account_id, details from task where kind = 'health_due' and case_id = $1`,
      [told('madina').case],
    );
    expect(due).toEqual([{ account_id: DEMO_PEOPLE.aziza.id, details: {} }]);
  });

  it('has a year in a grandmother’s home with five visits, one late elsewhere, and a child who says no', async () => {
    const [year] = await rows<{ kinds: string[] }>(
      `select array_agg(kind order by position) as kinds from fact
       where case_id = $1 and kind like 'placement%'`,
      [told('diyor').case],
    );
    expect(year?.kinds.filter((kind) => kind === 'placement_visited')).toHaveLength(5);
    const late = await rows<{ case_id: string }>(
      `select case_id from task where details ->> 'duty' like 'placement_visit%' and due_at < now()`,
    );
    expect(late.map(({ case_id }) => case_id)).toEqual([told('umid').case]);
    const said = await rows("select from fact where kind = 'own_agreement_recorded'");
    expect(said.length).toBeGreaterThanOrEqual(3);
  });

  it('keeps two versions of a plan, proposals and an open concern for the supervisor', async () => {
    const [conflict] = await rows<{ conflicts: number }>(
      'select conflicts from case_file where id = $1',
      [told('oydin').case],
    );
    expect(conflict?.conflicts).toBe(1);
    const waiting = await rows("select from task where kind = 'approval'");
    expect(waiting.length).toBeGreaterThanOrEqual(2);
    const reach = await rows<{ key: string }>(
      "select key from case_reach where case_id = $1 and compartment = 'protection'",
      [told('zilola').case],
    );
    const readers = reach.map(({ key }) => key.split(':')[0]);
    expect(new Set(readers)).toEqual(new Set(['supervisor', 'specialist_protection']));
  });

  it('waits at the polyclinic and at the school', async () => {
    for (const name of ['farida', 'olim'] as const) {
      const packets = await rows(
        `select from referral_packet where organisation_id in
           (select organisation_id from role_grant where account_id = $1)`,
        [DEMO_PEOPLE[name].id],
      );
      expect(packets.length, name).toBeGreaterThan(0);
    }
  });
});
