import { sql } from 'kysely';
import { mergeFields, replaceEntry } from '#domain/people/field-conflict.ts';
import type { Contact, Paper } from '#domain/people/person.ts';
import type { PersonFields, RegisterBodies } from '#domain/people/register.ts';
import type { Acting } from '../database.ts';
import { keyedOf } from './duplicate.ts';
import { isAhead, type Leaving, writeLeaving } from './household.ts';
import { keepBeside } from './keep-beside.ts';
import { writeKeys } from './keys.ts';
import { birthColumns, birthOf, type HeldPerson, lockPerson } from './person-row.ts';
import { APPLIED, bornAhead, GONE, noteChange, type Said, stale, type Written } from './said.ts';

/** What may be set on a person at once: its fields, and its lists of names, papers and contacts. */
type Values = Required<PersonFields> & {
  former_names: HeldPerson['former_names'];
  papers: readonly Paper[];
  contacts: readonly Contact[];
};

export async function changePerson(
  acting: Acting,
  { person_id, seen_version, changes }: RegisterBodies['change_person'],
  said: Said,
): Promise<Written> {
  const person = await lockPerson(acting, person_id);
  if (person === null) return GONE;
  if (changes.birth && isAhead(changes.birth.date, said.now)) {
    return bornAhead('body.changes.birth.date');
  }
  const since = await changedSince(acting, person_id, seen_version, said);
  const { set, losing } = mergeFields(fieldsOf(person), changes, since);
  await setValues(acting, person, set, said);
  for (const [field, value] of Object.entries(losing)) {
    await keepBeside(acting, person_id, field, value, said);
  }
  return Object.keys(losing).length > 0 ? { answer: 'conflict' } : APPLIED;
}

export async function changePaper(
  acting: Acting,
  { person_id, before, after }: RegisterBodies['change_paper'],
  said: Said,
): Promise<Written> {
  const person = await lockPerson(acting, person_id);
  if (person === null) return GONE;
  const papers = replaceEntry(person.papers, before, after);
  if (papers === undefined) return entryGone(acting, person_id, 'papers', { before, after }, said);
  await setValues(acting, person, { papers }, said);
  return APPLIED;
}

export async function changeContact(
  acting: Acting,
  { person_id, before, after }: RegisterBodies['change_contact'],
  said: Said,
): Promise<Written> {
  const person = await lockPerson(acting, person_id);
  if (person === null) return GONE;
  const contacts = replaceEntry(await contactsOf(acting, person_id), before, after);
  if (contacts === undefined) {
    return entryGone(acting, person_id, 'contacts', { before, after }, said);
  }
  await setValues(acting, person, { contacts }, said);
  return APPLIED;
}

/** Somebody else changed or took away the entry first: what was said is kept for a human. */
async function entryGone(
  acting: Acting,
  personId: string,
  field: 'papers' | 'contacts',
  change: { before: unknown; after: unknown },
  said: Said,
): Promise<Written> {
  // Taken away on both sides is no contradiction.
  if (change.after === null) return stale('already_so');
  await keepBeside(acting, personId, field, change.after, said);
  return { answer: 'conflict' };
}

/** A human decides between what stands and what was kept beside it. */
export async function settleConflict(
  acting: Acting,
  { person_id, conflict_id, keep }: RegisterBodies['settle_conflict'],
  said: Said,
): Promise<Written> {
  const person = await lockPerson(acting, person_id);
  if (person === null) return GONE;
  const conflict = await acting.tx
    .selectFrom('field_conflict')
    .select(['field', 'losing', 'settled_at'])
    .where('id', '=', conflict_id)
    .where('person_id', '=', person_id)
    .executeTakeFirst();
  if (conflict === undefined) return GONE;
  if (conflict.settled_at !== null) return stale('already_so');
  const { field, losing } = conflict;
  if (keep === 'other' && field === 'household') {
    await writeLeaving(acting, person_id, losing as Leaving);
    await noteChange(acting, said, person_id, person.version, { household: losing });
  } else if (keep === 'other') {
    await setValues(acting, person, await settled(acting, person, field, losing), said);
  }
  await acting.tx
    .updateTable('field_conflict')
    .set({ settled_by: said.actor.id, settled_at: said.now })
    .where('id', '=', conflict_id)
    .execute();
  return APPLIED;
}

async function settled(
  acting: Acting,
  person: HeldPerson,
  field: string,
  losing: unknown,
): Promise<Partial<Values>> {
  if (field === 'papers') {
    return { papers: replaceEntry(person.papers, null, losing as Paper) ?? person.papers };
  }
  if (field === 'contacts') {
    const contacts = await contactsOf(acting, person.id);
    return { contacts: replaceEntry(contacts, null, losing as Contact) ?? contacts };
  }
  return { [field]: losing };
}

/** Fields that somebody else, or this account on another device, changed after that version. */
async function changedSince(
  acting: Acting,
  personId: string,
  version: number,
  said: Said,
): Promise<Set<string>> {
  // One device says its changes in order: the later is meant to replace its own earlier one.
  const rows = await acting.tx
    .selectFrom('person_change')
    .select('fields')
    .where('person_id', '=', personId)
    .where('version', '>', version)
    .where((row) =>
      row.or([
        row('actor_id', '<>', said.actor.id),
        row('device_id', 'is distinct from', said.device_id),
      ]),
    )
    .execute();
  return new Set(rows.flatMap((row) => row.fields));
}

/** Writes values, moves the version on, makes the keys anew and leaves the audit row. */
export async function setValues(
  acting: Acting,
  person: HeldPerson,
  values: Partial<Values>,
  said: Said,
): Promise<void> {
  if (Object.keys(values).length === 0) return;
  const { contacts, birth, name, former_names, papers, ...plain } = values;
  const version = person.version + 1;
  const changed = await acting.tx
    .updateTable('person')
    .set({
      ...plain,
      ...(name === undefined ? {} : { name: JSON.stringify(name) }),
      ...(former_names === undefined ? {} : { former_names: JSON.stringify(former_names) }),
      ...(papers === undefined ? {} : { papers: JSON.stringify(papers) }),
      ...('birth' in values ? birthColumns(birth) : {}),
      version,
    })
    .where('id', '=', person.id)
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw new Error('a locked person was not changed');
  if (contacts !== undefined) {
    const row = { person_id: person.id, contacts: JSON.stringify(contacts) };
    // A person from a list may have no row of contacts yet.
    await acting.tx
      .insertInto('safe_contact')
      .values(row)
      .onConflict((conflict) =>
        conflict.column('person_id').doUpdateSet({ contacts: row.contacts }),
      )
      .execute();
  }
  await noteChange(acting, said, person.id, version, values);
  const before = keyedOf(person);
  await writeKeys(acting, {
    ...before,
    name: name ?? before.name,
    former_names: former_names ?? before.former_names,
    sex: plain.sex ?? before.sex,
    birth: birth === null ? undefined : (birth ?? before.birth),
    citizenships: plain.citizenships ?? before.citizenships,
    papers: papers ?? before.papers,
    household_id: person.household_id ?? undefined,
  });
}

async function contactsOf(acting: Acting, personId: string): Promise<readonly Contact[]> {
  const { rows } = await sql<{ contacts: Contact[] }>`
    select contacts from safe_contact where person_id = ${personId}`.execute(acting.tx);
  return rows[0]?.contacts ?? [];
}

function fieldsOf(person: HeldPerson): Required<PersonFields> {
  return {
    ...{ name: person.name, called: person.called, sex: person.sex },
    birth: birthOf(person) ?? null,
    ...{ languages: person.languages, interpreter_needed: person.interpreter_needed },
    citizenships: person.citizenships,
  };
}
