import { adulthood, type Birth } from '#domain/people/birth.ts';
import type { Citizenship } from '#domain/people/country.ts';
import type { GUARDIANSHIP_KINDS, ParentState } from '#domain/people/household.ts';
import type { Relation } from '#domain/people/moving.ts';
import type { Contact, Paper, Person } from '#domain/people/person.ts';
import { createdBy, type RegisterBodies, type RegisterName } from '#domain/people/register.ts';
import type { RETURN_CONTEXTS } from '#domain/people/return.ts';

type Sex = Person['sex'];

/** Somebody who came along, as typed; related to the newcomer. */
export interface Companion {
  readonly person_id: string;
  readonly case_id: string;
  readonly given: string;
  readonly family: string;
  readonly sex: Sex;
  readonly birth: Birth | null;
  readonly relation: Relation;
  /** A file of their own; without one they take part in the household only. */
  readonly own_file: boolean;
}

/** What is typed about a new arrival; kept as a draft, so plain values only. */
export interface Newcomer {
  readonly step: number;
  readonly person_id: string;
  readonly case_id: string;
  readonly household_id: string;
  readonly given: string;
  readonly patronymic: string;
  readonly family: string;
  readonly single: boolean;
  readonly called: string;
  readonly former: string;
  readonly sex: Sex;
  readonly birth: Birth | null;
  readonly languages: readonly string[];
  readonly interpreter_needed: boolean;
  readonly citizenships: readonly Citizenship[];
  readonly papers: readonly Paper[];
  readonly contacts: readonly Contact[];
  readonly household: 'alone' | 'new' | 'existing';
  readonly existing_id: string;
  readonly existing_relation: Relation;
  readonly companions: readonly Companion[];
  readonly mother: ParentState | '';
  readonly father: ParentState | '';
  /** Who may decide for a child: somebody who came along, an institution, or not known yet. */
  readonly guardian: string;
  readonly institution: string;
  readonly guardian_kind: (typeof GUARDIANSHIP_KINDS)[number];
  readonly context: (typeof RETURN_CONTEXTS)[number] | '';
  readonly arrived_on: string;
  readonly from_country: string;
  readonly operation: string;
  readonly place_id: string;
  readonly origin: 'arrival_list' | 'own_request' | 'partner' | 'relative' | 'other';
  readonly safety_asked: boolean;
  readonly first_words: string;
}

export const INSTITUTION = 'institution';

export function emptyNewcomer(newId: () => string, placeId: string): Newcomer {
  return {
    ...{ step: 0, person_id: newId(), case_id: newId(), household_id: newId() },
    ...{ given: '', patronymic: '', family: '', single: false, called: '', former: '' },
    ...{ sex: 'unknown', birth: null, languages: [], interpreter_needed: false },
    ...{ citizenships: [], papers: [], contacts: [], household: 'alone', existing_id: '' },
    ...{ existing_relation: 'other_relative', companions: [], mother: '', father: '' },
    ...{ guardian: '', institution: '', guardian_kind: 'customary', context: '', arrived_on: '' },
    ...{ from_country: '', operation: '', place_id: placeId, origin: 'own_request' },
    ...{ safety_asked: false, first_words: '' },
  };
}

/** Who may be a child is asked about parents and guardians. */
export function maybeChild(newcomer: Newcomer, today: string): boolean {
  return adulthood(newcomer.birth ?? undefined, today) !== 'adult';
}

type RegisterSaid = {
  [K in RegisterName]: { readonly kind: K; readonly body: RegisterBodies[K] };
}[RegisterName];

/** A command in the order in which it must be said; `creates` = ids that later ones wait for. */
export type NewcomerCommand = (
  | RegisterSaid
  | { readonly kind: 'open_case'; readonly case_id: string; readonly body: unknown }
) & { readonly creates: readonly string[] };

interface Ground {
  readonly today: string;
  readonly model_id: string;
  readonly newId: () => string;
}

/** A new arrival as commands: the person, the file, whoever came along, then who is what to whom. */
export function commandsOf(one: Newcomer, ground: Ground): NewcomerCommand[] {
  const { newId, today } = ground;
  const commands: NewcomerCommand[] = [];
  const say = <K extends RegisterName>(kind: K, body: RegisterBodies[K]) => {
    commands.push({ kind, body, creates: createdBy(kind, body) } as NewcomerCommand);
  };
  const open = (case_id: string, person_id: string) => {
    const { place_id, origin, safety_asked } = one;
    const words = one.first_words.trim();
    const body = { person_id, place_id, model_id: ground.model_id, origin, safety_asked };
    const first = words === '' || person_id !== one.person_id ? {} : { first_words: words };
    commands.push({ kind: 'open_case', case_id, body: { ...body, ...first }, creates: [case_id] });
  };
  say('register_person', registration(one, today, newId));
  open(one.case_id, one.person_id);
  if (one.household === 'new') {
    for (const companion of one.companions) {
      say('register_person', companionBody(one, companion, today, newId));
      if (companion.own_file) open(companion.case_id, companion.person_id);
    }
    for (const companion of one.companions) {
      // Whoever is the newcomer's parent or guardian must be known before that can be said.
      const tie = tieOfParent(one, companion);
      if (tie !== null) say('record_kinship', { id: newId(), person_id: one.person_id, ...tie });
      if (one.guardian === companion.person_id && maybeChild(one, today)) {
        say('record_guardianship', {
          ...{ id: newId(), child_id: one.person_id, kind: one.guardian_kind, from: today },
          guardian: { person_id: companion.person_id },
        });
      }
    }
  }
  return commands;
}

export function nameOf(one: Pick<Newcomer, 'given' | 'patronymic' | 'family' | 'single'>) {
  const part = (key: 'given' | 'patronymic' | 'family') =>
    one[key].trim() === '' ? {} : { [key]: one[key].trim() };
  if (one.single) return { kind: 'current', single: one.given.trim() } as const;
  return { kind: 'current', ...part('given'), ...part('patronymic'), ...part('family') } as const;
}

function registration(one: Newcomer, today: string, newId: () => string) {
  const child = maybeChild(one, today);
  const stated = (['mother', 'father'] as const).flatMap((kind) => {
    const state = one[kind];
    const came = one.household === 'new' && one.companions.some((other) => isParent(other, kind));
    return child && state !== '' && !came ? [{ id: newId(), kind, parent_state: state }] : [];
  });
  const institution = child && one.guardian === INSTITUTION ? one.institution.trim() : '';
  const body: RegisterBodies['register_person'] = {
    person: {
      ...{ id: one.person_id, kind: 'participant', name: nameOf(one) },
      former_names: one.former.trim() === '' ? [] : [{ kind: 'former', single: one.former.trim() }],
      ...{
        sex: one.sex,
        languages: [...one.languages],
        interpreter_needed: one.interpreter_needed,
      },
      ...{ citizenships: [...one.citizenships], papers: [...one.papers] },
      contacts: one.contacts.filter((contact) => contact.value.trim() !== ''),
      ...(one.birth === null ? {} : { birth: one.birth }),
      ...(one.called.trim() === '' ? {} : { called: one.called.trim() }),
    },
    kinship: stated,
    guardianship:
      institution === ''
        ? []
        : [{ id: newId(), guardian: { institution }, kind: one.guardian_kind, from: today }],
  };
  if (one.household !== 'alone') {
    const begins = one.household === 'new';
    body.household = {
      ...{ member_id: newId(), begins, from: today },
      household_id: begins ? one.household_id : one.existing_id,
      relation: begins ? 'head' : one.existing_relation,
      ...(begins && one.place_id !== '' ? { place_id: one.place_id } : {}),
    };
  }
  if (one.context !== '') {
    body.return = {
      ...{ id: newId(), context: one.context },
      ...(one.arrived_on === '' ? {} : { arrived_on: one.arrived_on }),
      ...(one.from_country === '' ? {} : { from_country: one.from_country }),
      ...(one.operation.trim() === '' ? {} : { operation: one.operation.trim() }),
    };
  }
  return body;
}

function companionBody(
  one: Newcomer,
  companion: Companion,
  today: string,
  newId: () => string,
): RegisterBodies['register_person'] {
  const { given, family, sex, birth, relation } = companion;
  const parent = one.sex === 'female' ? 'mother' : one.sex === 'male' ? 'father' : 'parent';
  const tie = { id: newId(), relative_id: one.person_id };
  return {
    person: {
      ...{ id: companion.person_id, kind: companion.own_file ? 'participant' : 'relative' },
      ...{ name: nameOf({ given, family, patronymic: '', single: false }), former_names: [], sex },
      // Who came together most often speaks the same language; each can be mended in the own file.
      ...{ languages: [...one.languages], interpreter_needed: one.interpreter_needed },
      ...{ citizenships: [], papers: [], contacts: [] },
      ...(birth === null ? {} : { birth }),
    },
    household: {
      ...{ member_id: newId(), household_id: one.household_id, begins: false, relation },
      from: today,
    },
    kinship:
      relation === 'child'
        ? [{ ...tie, kind: parent, parent_state: 'present' }]
        : relation === 'spouse' || relation === 'sibling'
          ? [{ ...tie, kind: relation }]
          : [],
    guardianship: [],
    ...(companion.own_file && one.context !== ''
      ? {
          return: {
            ...{ id: newId(), context: one.context },
            ...(one.arrived_on === '' ? {} : { arrived_on: one.arrived_on }),
            ...(one.from_country === '' ? {} : { from_country: one.from_country }),
            ...(one.operation.trim() === '' ? {} : { operation: one.operation.trim() }),
          },
        }
      : {}),
  };
}

function isParent(companion: Companion, kind: 'mother' | 'father'): boolean {
  const sex = kind === 'mother' ? 'female' : 'male';
  return companion.relation === 'parent' && companion.sex === sex;
}

function tieOfParent(one: Newcomer, companion: Companion) {
  if (companion.relation !== 'parent') return null;
  const kind =
    companion.sex === 'female' ? 'mother' : companion.sex === 'male' ? 'father' : 'parent';
  const said = kind === 'parent' ? '' : one[kind];
  const parent_state = said === '' ? 'present' : said;
  return { relative_id: companion.person_id, kind, parent_state } as const;
}
