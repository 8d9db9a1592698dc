import { expect, it } from 'vitest';
import { PACKET_FIELDS } from '#domain/case/model-names.ts';
import { packetTemplate } from '#domain/case/packet-template.ts';
import { MODEL, testId } from '#test/case-file.ts';
import type { HouseholdRow, PersonRow } from '../case/rows.ts';
import { heldPacket } from './held-packet.ts';

const [CHILD, MOTHER, CLAIMANT] = [testId(71), testId(72), testId(73)];
const safe = { times: [], do_not_contact: false };
const person = (id: string, given: string): PersonRow => ({
  ...{ id, called: null, sex: 'female', version: 1, summary: null, interpreter_needed: false },
  name: { kind: 'current', given },
  former_names: [],
  ...{ birth_date: '2016-02-03', birth_precision: 'day', birth_estimated: null },
  ...{ languages: ['uz'], citizenships: ['UZ'], household_ids: ['home'], conflicts: [] },
  papers: [{ kind: 'passport', state: 'held', number: 'CANARY-number' }],
  contacts: [{ channel: 'telephone', value: `${given}'s number`, safe }],
  ...{ kinship: [], guardianship: [], returns: [] },
});
const NO_NEEDS = { domains: {}, needs: {}, assessed_at: null, assessed_by_fact: null };
const tie = { from_day: null, until_day: null };
const member = (person_id: string, birth_year: number, until_day: string | null = null) => ({
  ...{ id: person_id, person_id, relation: 'other', from_day: '2026-01-01', until_day },
  ...{ sex: 'female', birth_year, kind: 'relative' as const, name: null },
});

const child: PersonRow = {
  ...person(CHILD, 'Nozima'),
  contacts: [{ channel: 'telephone', value: 'CANARY', safe: { ...safe, do_not_contact: true } }],
  kinship: [{ ...tie, id: 'k', relative_id: MOTHER, kind: 'mother', parent_state: 'present' }],
  guardianship: [
    {
      ...{ ...tie, id: 'g', guardian_id: CLAIMANT, institution: null, kind: 'customary' },
      contested: true,
    },
  ],
};
const home: HouseholdRow = {
  ...{ id: 'home', family_number: null },
  members: [member(CHILD, 2016), member(MOTHER, 1990), member(CLAIMANT, 1980, '2026-05-01')],
};
const register = {
  people: new Map([
    [CHILD, child],
    [MOTHER, person(MOTHER, 'Nilufar')],
    [CLAIMANT, person(CLAIMANT, 'CANARY-claimant')],
  ]),
  households: new Map([['home', home]]),
};

function packet(ground: { consent_id: string } | { basis_id: string }, people = register.people) {
  return heldPacket(
    {
      ...{ model: MODEL, row: { person_id: CHILD }, state: { need: NO_NEEDS } },
      situation: { today: '2026-11-28' },
    },
    {
      ...{ purpose: 'health_care', fields: [...PACKET_FIELDS], ground, urgency: 'routine' },
      ...{ interpreter: { needed: false }, accompanied_by: 'family' },
    },
    { register: { ...register, people }, place: null, worker: null },
  );
}

// Broken once by taking along a guardian whose right is contested.
it('what a device puts on paper keeps the rules of the packet that the server sends', () => {
  const made = packet({ consent_id: testId(80) });
  expect(JSON.stringify(made)).not.toContain('CANARY');
  expect(made?.safe_contact.contacts).toEqual([]);
  expect(made?.person.name).toMatchObject({ given: 'Nozima' });
  const template = packetTemplate(MODEL, 'health_care');
  expect(made?.guardians === undefined).toBe(
    !template?.fields.some((field) => field.startsWith('guardian.')),
  );
});

it('on a law alone only what the law needs is on it, and of nobody unknown anything', () => {
  const told = Object.keys(packet({ basis_id: testId(81) })?.person ?? {});
  const byLaw = packetTemplate(MODEL, 'health_care')?.fields_by_law ?? [];
  expect(told.every((key) => byLaw.some((field) => field === `person.${key}`))).toBe(true);
  expect(packet({ consent_id: testId(80) }, new Map())).toBeNull();
});
