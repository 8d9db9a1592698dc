import type { SeatSummary } from '#domain/case/course-wish.ts';
import type { Course, CourseRow, CourseSummary } from '#domain/course/course.ts';
import type { Acting } from '../database.ts';

/** A page of the list. */
export const PAGE = 50;

/** A course as it travels, whole; devices get the same (`feed.ts`). */
export const COURSE = `jsonb_build_object('id', id, 'code', code, 'organisation_id', organisation_id,
  'name', name, 'occupation', occupation, 'occupation_words', occupation_words, 'place_id', place_id,
  'starts_on', starts_on, 'ends_on', ends_on, 'seats', seats, 'entry', entry, 'languages', languages,
  'childcare', childcare, 'cost', case when cost_amount is not null then
    jsonb_build_object('amount', cost_amount, 'currency', cost_currency) end,
  'hours', hours, 'open', open, 'wishes_until', wishes_until, 'version', version)`;

/** What a list of courses is narrowed to. */
export interface CourseQuestion {
  readonly text?: string | undefined;
  readonly place?: string | undefined;
  /** Those which take wishes on this day. */
  readonly open_on?: string | undefined;
  readonly after?: string | undefined;
}

/** Courses that the actor may read, the earliest first, a page after a course. */
export async function courseRows(
  acting: Acting,
  { text, place, open_on, after }: CourseQuestion,
): Promise<{ rows: CourseRow[]; next: string | null }> {
  const { rows } = await acting.client.query<{ row: CourseRow }>({
    name: 'courses',
    // Words are looked for as they are: a percent sign is one.
    text: `select ${COURSE} as row from course
      where ($1::text is null or strpos(lower(concat_ws(' ', name::text, code, occupation,
          occupation_words)), lower($1)) > 0)
        and ($2::uuid is null or place_id is null
          or $2 = any (place_path(place_id)) or place_id = any (place_path($2)))
        and ($3::date is null or open and coalesce(wishes_until, starts_on) >= $3)
        and ($4::uuid is null or (starts_on, id) > (select a.starts_on, a.id from course a where a.id = $4))
      order by starts_on, id limit ${PAGE + 1}`,
    values: [text ?? null, place ?? null, open_on ?? null, after ?? null],
  });
  const page = rows.slice(0, PAGE).map(({ row }) => row);
  return { rows: page, next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null };
}

/** One course, or null where there is none for this actor. */
export async function courseById(acting: Acting, id: string): Promise<CourseRow | null> {
  const { rows } = await acting.client.query<{ row: CourseRow }>({
    name: 'course',
    text: `select ${COURSE} as row from course where id = $1`,
    values: [id],
  });
  return rows[0]?.row ?? null;
}

/** The columns of a course; the cost stands in two. */
export function columnsOf({ cost, name, ...row }: Omit<Course, 'id'>) {
  return {
    ...{ ...row, name: JSON.stringify(name) },
    ...{ cost_amount: cost?.amount ?? null, cost_currency: cost?.currency ?? null },
  };
}

/** What the rule of a wish may know of the courses that it names. */
export async function courseSummaries(
  acting: Acting,
  ids: readonly string[],
): Promise<Record<string, CourseSummary>> {
  const { rows } = await acting.client.query<CourseSummary & { id: string }>({
    name: 'course_summaries',
    text: `select id, open, to_char(starts_on, 'YYYY-MM-DD') as starts_on,
        to_char(wishes_until, 'YYYY-MM-DD') as wishes_until
      from course where id = any ($1)`,
    values: [ids],
  });
  return Object.fromEntries(rows.map(({ id, ...one }) => [id, one]));
}

/** The seats of the file that this transaction has loaded. */
export async function seatsOfFile(acting: Acting): Promise<SeatSummary[]> {
  const { rows } = await acting.client.query<SeatSummary>({
    name: 'seats_of_file',
    text: 'select round_id, course_id, state from course_seat where case_id = homeward_case()',
  });
  return rows;
}
