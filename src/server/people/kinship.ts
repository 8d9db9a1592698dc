import type { RegisterBodies } from '#domain/people/register.ts';
import type { Acting } from '../database.ts';
import { isKnown, lockPerson } from './person-row.ts';
import { APPLIED, GONE, noteChange, refused, type Said, stale, type Written } from './said.ts';

type Tie = RegisterBodies['register_person']['kinship'][number];
type Guardian = RegisterBodies['register_person']['guardianship'][number];

export async function addKinship(acting: Acting, personId: string, tie: Tie): Promise<void> {
  await acting.tx
    .insertInto('kinship')
    .values({
      ...{ id: tie.id, person_id: personId, relative_id: tie.relative_id ?? null, kind: tie.kind },
      ...{ parent_state: tie.parent_state ?? null },
      ...{ from_day: tie.from ?? null, until_day: tie.until ?? null },
    })
    .execute();
}

export async function addGuardianship(
  acting: Acting,
  childId: string,
  given: Guardian,
): Promise<void> {
  const { guardian } = given;
  await acting.tx
    .insertInto('guardianship')
    .values({
      ...{ id: given.id, child_id: childId, kind: given.kind },
      guardian_id: 'person_id' in guardian ? guardian.person_id : null,
      institution: 'institution' in guardian ? guardian.institution : null,
      ...{ from_day: given.from, until_day: given.until ?? null },
    })
    .execute();
}

/** A tie to a relative, or what is known anew of one: the earlier word then ends where this begins. */
export async function recordKinship(
  acting: Acting,
  body: RegisterBodies['record_kinship'],
  said: Said,
): Promise<Written> {
  const { person_id, replaces, ...tie } = body;
  const person = await lockPerson(acting, person_id);
  if (person === null) return GONE;
  const other = tie.relative_id;
  if (other === person_id) return refused('already_so');
  if (other !== undefined && !(await isKnown(acting, other))) return GONE;
  const today = said.now.toISOString().slice(0, 10);
  if (replaces !== undefined) {
    const earlier = await acting.tx
      .selectFrom('kinship')
      .select(['until_day', 'from_day'])
      .where('id', '=', replaces)
      .where('person_id', '=', person_id)
      .executeTakeFirst();
    if (earlier === undefined) return GONE;
    if (earlier.until_day !== null) return stale('version_conflict');
    const from = tie.from ?? today;
    // The day before the new word begins, or the same day where it began only then.
    const last = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10);
    await acting.tx
      .updateTable('kinship')
      .set({ until_day: earlier.from_day !== null && earlier.from_day > last ? from : last })
      .where('id', '=', replaces)
      .execute();
  }
  await addKinship(acting, person_id, replaces === undefined ? tie : { from: today, ...tie });
  await noteChange(acting, said, person_id, person.version, { kinship: tie });
  return APPLIED;
}

export async function recordGuardianship(
  acting: Acting,
  { child_id, ...given }: RegisterBodies['record_guardianship'],
  said: Said,
): Promise<Written> {
  const child = await lockPerson(acting, child_id);
  if (child === null) return GONE;
  const { guardian } = given;
  if ('person_id' in guardian) {
    if (guardian.person_id === child_id) return refused('already_so');
    if (!(await isKnown(acting, guardian.person_id))) return GONE;
  }
  await addGuardianship(acting, child_id, given);
  await noteChange(acting, said, child_id, child.version, { guardianship: given });
  return APPLIED;
}

async function heldGuardianship(acting: Acting, childId: string, id: string) {
  const found = await acting.tx
    .selectFrom('guardianship')
    .select(['from_day', 'until_day', 'contested'])
    .where('id', '=', id)
    .where('child_id', '=', childId)
    .executeTakeFirst();
  return found ?? null;
}

export async function endGuardianship(
  acting: Acting,
  { child_id, guardianship_id, until }: RegisterBodies['end_guardianship'],
  said: Said,
): Promise<Written> {
  const child = await lockPerson(acting, child_id);
  if (child === null) return GONE;
  const held = await heldGuardianship(acting, child_id, guardianship_id);
  if (held === null) return GONE;
  if (held.until_day !== null) return stale('already_so');
  if (held.from_day !== null && until < held.from_day) return refused('ends_before_start');
  await acting.tx
    .updateTable('guardianship')
    .set({ until_day: until })
    .where('id', '=', guardianship_id)
    .execute();
  await noteChange(acting, said, child_id, child.version, { guardianship: { until } });
  return APPLIED;
}

/** Somebody with standing says that a guardianship is not right, or the doubt is cleared. */
export async function contestGuardianship(
  acting: Acting,
  { child_id, guardianship_id, contested }: RegisterBodies['contest_guardianship'],
  said: Said,
): Promise<Written> {
  const child = await lockPerson(acting, child_id);
  if (child === null) return GONE;
  const held = await heldGuardianship(acting, child_id, guardianship_id);
  if (held === null) return GONE;
  if (held.contested === contested) return stale('already_so');
  await acting.tx
    .updateTable('guardianship')
    .set({ contested })
    .where('id', '=', guardianship_id)
    .execute();
  await noteChange(acting, said, child_id, child.version, { guardianship: { contested } });
  return APPLIED;
}
