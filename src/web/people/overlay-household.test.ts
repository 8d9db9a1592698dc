import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { RegisterBodies, RegisterName } from '#domain/people/register.ts';
import type { HouseholdRow, PersonRow } from '../case/rows.ts';
import type { OutboxEntry } from '../device/outbox.ts';
import { treeOf } from './household.ts';
import { withOutbox } from './overlay.ts';

const [mother, brother, granny, home, elsewhere] = [uuid(), uuid(), uuid(), uuid(), uuid()];
const member = (person_id: string, relation: string, kind: 'participant' | 'relative') => ({
  ...{ id: uuid(), person_id, relation, sex: 'female', from_day: '2026-01-01', until_day: null },
  ...{ birth_year: null, kind, name: { kind: 'current' as const, given: relation } },
});
const members = [
  member(mother, 'head', 'participant'),
  member(brother, 'sibling', 'participant'),
  member(granny, 'parent', 'relative'),
];
const idOf = (person: string) => members.find((one) => one.person_id === person)?.id ?? '';
const row = (id: string, given: string) =>
  ({
    ...{ id, name: { kind: 'current', given }, sex: 'female', birth_date: '1990-01-01' },
    ...{ household_ids: [home], kinship: [], guardianship: [] },
  }) as unknown as PersonRow;
const pulled = {
  people: new Map([
    [mother, row(mother, 'Oysha')],
    [brother, row(brother, 'Ali')],
  ]),
  households: new Map<string, HouseholdRow>([[home, { id: home, family_number: null, members }]]),
};

function said<K extends RegisterName>(kind: K, body: RegisterBodies[K]): OutboxEntry {
  const command = { id: uuid(), kind, body, said_at: '2026-05-03T08:00:00.000Z' };
  return { id: command.id, command, state: 'waiting' } as unknown as OutboxEntry;
}
const living = (held: ReturnType<typeof withOutbox>, id: string) =>
  (held.households.get(id)?.members ?? [])
    .filter((one) => one.until_day === null)
    .map((one) => one.person_id);
const on = '2026-05-03';

describe('what waits in the outbox shows in the household at once', () => {
  it('somebody who left stands apart, with the day and the reason', () => {
    const left = { person_id: granny, member_id: idOf(granny), until: on };
    const held = withOutbox(pulled, [
      said('leave_household', { ...left, reason: 'to_relatives' }),
      // Said again with another day: what stood first stays until the server has kept both.
      said('leave_household', { ...left, until: '2026-06-01', reason: 'died' }),
    ]);
    const household = held.households.get(home);
    if (household === undefined) throw new Error('the household went');
    const tree = treeOf(household, held.people, on);
    expect(tree.generations.flat().map((one) => one.person_id)).not.toContain(granny);
    expect(tree.before).toMatchObject([{ until_day: on, reason: 'to_relatives' }]);
  });

  it('a split begins a household of those who go, and the others stay', () => {
    const mover = (person_id: string, relation: 'head' | 'parent') => ({
      ...{ person_id, leaves: idOf(person_id), member_id: uuid(), relation },
    });
    const held = withOutbox(pulled, [
      said('split_household', {
        ...{ household_id: home, new_household_id: elsewhere, on, reason: 'moved_out' },
        movers: [mover(brother, 'head'), mover(granny, 'parent')],
      }),
    ]);
    expect(living(held, home)).toEqual([mother]);
    expect(living(held, elsewhere)).toEqual([brother, granny]);
    expect(held.people.get(brother)?.household_ids).toEqual([elsewhere]);
  });

  it('moving and moving together end one membership and begin another', () => {
    const first = said('move_household', {
      ...{ person_id: brother, leaves: idOf(brother), reason: 'married', member_id: uuid() },
      ...{ household_id: elsewhere, begins: true, relation: 'head', from: on },
    });
    const moved = withOutbox(pulled, [first]);
    expect(living(moved, elsewhere)).toEqual([brother]);
    const back = moved.households.get(elsewhere)?.members[0];
    const merged = withOutbox(pulled, [
      first,
      said('merge_households', {
        ...{ household_id: elsewhere, into_id: home, on: '2026-06-01' },
        movers: [
          { person_id: brother, leaves: back?.id ?? '', member_id: uuid(), relation: 'sibling' },
        ],
      }),
    ]);
    expect(living(merged, elsewhere)).toEqual([]);
    expect(living(merged, home)).toEqual([mother, granny, brother]);
    expect(merged.people.get(brother)?.household_ids).toEqual([home]);
  });
});
