import { describe, expect, it } from 'vitest';
import { openCase } from '#domain/case/opening.ts';
import { parseRegister } from '#domain/people/register.ts';
import { testId } from '#test/case-file.ts';
import { commandsOf, emptyNewcomer, INSTITUTION, type Newcomer } from './newcomer.ts';

let made = 5000;
const newId = () => testId(made++);
const ground = { today: '2026-11-24', model_id: testId(5), newId };
const empty = () => emptyNewcomer(newId, testId(6));
const commands = (over: Partial<Newcomer>) => {
  const said = commandsOf({ ...empty(), given: 'Oysha', family: 'Karimova', ...over }, ground);
  for (const { kind, body } of said) {
    const parsed =
      kind === 'open_case'
        ? openCase.safeParse(body).success
        : 'command' in parseRegister({ kind, body });
    expect({ kind, parsed }).toEqual({ kind, parsed: true });
  }
  return said;
};

describe('a new arrival as commands', () => {
  it('registers somebody alone and opens the file', () => {
    expect(commands({}).map((one) => one.kind)).toEqual(['register_person', 'open_case']);
  });

  it('registers whoever came along into the same household, with what they are to each other', () => {
    const companion = {
      given: 'Ali',
      family: 'Karimov',
      sex: 'male',
      birth: null,
      own_file: true,
    } as const;
    const child = {
      ...companion,
      person_id: newId(),
      case_id: newId(),
      relation: 'child',
    } as const;
    const granny = {
      ...companion,
      person_id: newId(),
      case_id: newId(),
      relation: 'parent',
      sex: 'female',
      own_file: false,
    } as const;
    const said = commands({ household: 'new', sex: 'female', companions: [child, granny] });
    expect(said.map((one) => one.kind)).toEqual([
      ...['register_person', 'open_case', 'register_person', 'open_case'],
      ...['register_person', 'record_kinship'],
    ]);
    expect(said[2]?.body).toMatchObject({ kinship: [{ kind: 'mother', parent_state: 'present' }] });
    expect(said[5]?.body).toMatchObject({ kind: 'mother', relative_id: granny.person_id });
  });

  it('says of a child alone where the parents are, and who may decide', () => {
    const [registered] = commands({
      birth: { date: '2016-01-01', precision: 'year', estimated: true },
      ...{ mother: 'cannot_be_reached', father: 'deceased' },
      ...{ guardian: INSTITUTION, institution: 'Guardianship office' },
    });
    expect(registered?.body).toMatchObject({
      kinship: [
        { kind: 'mother', parent_state: 'cannot_be_reached' },
        { kind: 'father', parent_state: 'deceased' },
      ],
      guardianship: [{ guardian: { institution: 'Guardianship office' } }],
    });
  });

  it('says nothing about parents of somebody who is of age', () => {
    const birth = { date: '1980-01-01', precision: 'year', estimated: false } as const;
    const [registered] = commands({ birth, mother: 'deceased' });
    expect(registered?.body).toMatchObject({ kinship: [] });
  });
});
