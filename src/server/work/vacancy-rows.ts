import type { ReadVacancies } from '#domain/work/read-vacancies.ts';
import type { ShownVacancy, VacancyFields } from '#domain/work/vacancy.ts';
import type { Acting } from '../database.ts';

const COLUMNS = [
  ...['title', 'occupation', 'organisation_id', 'employer', 'place_id', 'at_home', 'hours'],
  ...['pay_from', 'pay_to', 'pay_currency', 'pay_per', 'languages', 'requirements'],
  ...['experience_needed', 'papers_needed', 'childcare', 'heavy', 'openings', 'contact'],
] as const;

/** A vacancy as it is shown; `mine` = the reader may change it, as the policies of the table say. */
export const VACANCIES = `
  select v.id, ${COLUMNS.map((name) => `v.${name}`).join(', ')},
    to_char(v.valid_until, 'YYYY-MM-DD') as valid_until, v.source, v.reference, v.withdrawn, v.version,
    coalesce(case homeward_role() when 'coordinator' then true
      when 'partner' then v.organisation_id = homeward_organisation()
      else v.entered_by = homeward_actor() end, false) as mine
  from vacancy v`;

export interface VacancyQuestion {
  /** A code of ISCO-08 or ESCO: a unit group holds its occupations. */
  readonly occupation?: string | undefined;
  readonly places: readonly string[] | null;
  readonly text?: string | undefined;
  readonly ended: boolean;
  /** The id after which the page begins. */
  readonly after: string | null;
}

/** Vacancies, the newest first, one more than `most` where there are more. */
export async function listVacancies(
  acting: Acting,
  asked: VacancyQuestion,
  today: string,
  most: number,
): Promise<readonly ShownVacancy[]> {
  const { rows } = await acting.client.query<ShownVacancy>(
    `${VACANCIES}
     where (v.withdrawn or v.valid_until < $1) = $2
       and ($3::text is null or v.occupation = $3 or starts_with(v.occupation, $3 || '.')
         or (length($3) = 4 and starts_with(v.occupation, $3)))
       and ($4::uuid[] is null or v.at_home or v.place_id = any ($4))
       and ($5::text is null or v.title ilike $5 or v.employer ilike $5 or v.requirements ilike $5)
       and ($6::uuid is null or v.id < $6)
     order by v.id desc limit $7`,
    [
      ...[today, asked.ended, asked.occupation ?? null, asked.places],
      asked.text === undefined ? null : `%${asked.text.replaceAll(/[\\%_]/g, '\\$&')}%`,
      ...[asked.after, most + 1],
    ],
  );
  return rows;
}

export async function vacancyById(acting: Acting, id: string): Promise<ShownVacancy | null> {
  const { rows } = await acting.client.query<ShownVacancy>(`${VACANCIES} where v.id = $1`, [id]);
  return rows[0] ?? null;
}

/** A row as it is written. */
export function rowOf({ valid_until, ...fields }: VacancyFields) {
  return { ...fields, languages: [...fields.languages], valid_until };
}

/** Writes the vacancies of a list; one that its source numbered is brought up to date. Says what is new and what is not. */
export async function writeVacancies(
  acting: Acting,
  vacancies: ReadVacancies['vacancies'],
  source: string,
  newId: () => string,
): Promise<{ added: number; changed: number; unchanged: number }> {
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const { rows } = await acting.client.query<ShownVacancy>(
    `${VACANCIES} where v.source = $1 and v.reference is not null`,
    [source],
  );
  const known = new Map(rows.map((row) => [row.reference, row]));
  for (const { row: _row, reference, ...fields } of vacancies) {
    const before = reference === null ? undefined : known.get(reference);
    if (before === undefined) {
      const whole = {
        ...rowOf(fields),
        id: newId(),
        source,
        reference,
        entered_by: acting.actor.id,
      };
      await acting.tx.insertInto('vacancy').values(whole).execute();
      counts.added += 1;
    } else if (isSame(before, fields)) {
      counts.unchanged += 1;
    } else {
      await acting.tx
        .updateTable('vacancy')
        .set({ ...rowOf(fields), withdrawn: false, version: before.version + 1 })
        .where('id', '=', before.id)
        .execute();
      counts.changed += 1;
    }
  }
  return counts;
}

function isSame(before: ShownVacancy, fields: VacancyFields): boolean {
  return (
    !before.withdrawn &&
    Object.entries(fields).every(
      ([name, value]) =>
        JSON.stringify(value) === JSON.stringify(before[name as keyof VacancyFields]),
    )
  );
}
