import { sql } from 'kysely';
import { may } from '#domain/access/rights.ts';
import { caseNumber } from '#domain/case/row.ts';
import type { CourseAnswer } from '#domain/course/course-round.ts';
import type { Labels } from '#domain/text.ts';
import { courseAnswersOf } from '../course/course-answers.ts';
import type { Acting } from '../database.ts';
import { logRead } from '../read-log/read-log.ts';
import { readingsOf } from '../read-log/readings.ts';
import { masked, namesToMask } from './masked.ts';

type Row = Readonly<Record<string, unknown>>;

/** One person's own file as the person gets it: what was said, in which role, and who has read it. */
export interface PersonFile {
  readonly number: string;
  readonly made_at: string;
  readonly person: Row;
  readonly household: readonly Row[];
  readonly facts: readonly {
    readonly at: string;
    readonly kind: string;
    readonly role: string;
    /** Corrected since by a later entry. */
    readonly corrected: boolean;
    /** null: erased. */
    readonly said: unknown;
  }[];
  /** What rounds of allocation answered to the person's wishes: why this, and why not that. */
  readonly rounds: readonly {
    readonly title: string;
    readonly on: string;
    /** What decided, in this order; between equals the lot. */
    readonly decided_by: readonly string[];
    readonly wishes: readonly (Pick<CourseAnswer, 'answer' | 'seats' | 'decided_by'> & {
      readonly course: Labels;
      /** How it stands now, where a seat was given or waited for. */
      readonly now: string | null;
    })[];
  }[];
  readonly read_by: readonly Row[];
  /** Where the facts left out lie: on paper nobody is told more. */
  readonly note: 'ask_in_person_for_more';
}

/**
 * The file of one person, as far as `acting` reaches it, without `protection`, without what child
 * protection withholds, and with third persons masked; null where there is no such file for this actor. Written down as `exported`.
 */
export async function personFile(
  acting: Acting,
  asked: string,
  now: Date,
): Promise<PersonFile | null> {
  if (acting.role === null || !may(acting.role, 'read', 'general')) return null;
  const { rows } = await sql<{ id: string; person_id: string; person: Row; contacts: unknown }>`
    select c.id, c.person_id, to_jsonb(p) - 'xid' - 'created_by' - 'version' - 'kind' as person,
      (select s.contacts from safe_contact s where s.person_id = p.id) as contacts
    from case_file c join person_as_read p on p.id = c.person_id
    where c.id::text = lower(${asked}) or c.number = upper(${asked})`.execute(acting.tx);
  const [found] = rows;
  if (found === undefined) return null;
  const { id: case_id, person_id, person, contacts } = found;
  const members = await membersOf(acting, person_id);
  const own = [person.name, ...((person.former_names ?? []) as Row[])] as Row[];
  const others = namesToMask(
    members.flatMap((one) => (one.person_id === person_id || !one.name ? [] : [one.name as Row])),
    own,
  );
  const facts = await factsOf(acting, case_id);
  const corrected = new Set(
    facts.flatMap(({ kind, body }) =>
      kind === 'fact_corrected' && body !== null ? [(body as { fact_id: string }).fact_id] : [],
    ),
  );
  await logRead(acting, { action: 'exported', case_id, person_id }, now);
  return {
    number: caseNumber(case_id),
    made_at: now.toISOString(),
    person: { ...person, contacts: contacts ?? [] },
    household: members.map(({ relation, from_day, until_day }) => ({
      ...{ relation, from_day, until_day },
    })),
    facts: facts.map(({ id, at, kind, role, body }) => ({
      ...{ at, kind, role, corrected: corrected.has(id) },
      said: body === null ? null : masked(body, person_id, others),
    })),
    rounds: await roundsOf(acting, case_id),
    read_by: await readingsOf(acting, case_id),
    note: 'ask_in_person_for_more',
  };
}

async function roundsOf(acting: Acting, caseId: string): Promise<PersonFile['rounds']> {
  const told = await courseAnswersOf(acting, caseId);
  return (told?.rounds ?? []).map(({ title, confirmed_at, priorities, answers, seats }) => ({
    ...{ title, on: confirmed_at.slice(0, 10), decided_by: priorities },
    wishes: answers.map(({ course_id, ...answer }) => ({
      course: told?.courses[course_id] ?? {},
      ...answer,
      now: seats.find((seat) => seat.course_id === course_id)?.state ?? null,
    })),
  }));
}

async function membersOf(acting: Acting, personId: string): Promise<readonly Row[]> {
  const { rows } = await sql<{ members: Row[] }>`
    select household_members(m.id) as members from households_as_read(${personId}) m`.execute(
    acting.tx,
  );
  return rows.flatMap((row) => row.members);
}

async function factsOf(acting: Acting, caseId: string) {
  const { rows } = await sql<{ id: string; at: string; kind: string; role: string; body: unknown }>`
    select f.id, f.kind, f.role, b.body::jsonb as body,
      to_char(f.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from fact f left join fact_body b on b.fact_id = f.id
    where f.case_id = ${caseId} and f.compartment <> 'protection'
      and not withheld_entry(f.case_id, f.id)
    order by f.position`.execute(acting.tx);
  return rows;
}
