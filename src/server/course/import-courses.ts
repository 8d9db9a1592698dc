import type { FastifyRequest } from 'fastify';
import type { ArrivalRow } from '#domain/arrival/cell.ts';
import type { CourseRow } from '#domain/course/course.ts';
import { type CourseOfFile, readCourses } from '#domain/course/course-file.ts';
import type { FieldProblem, Problem } from '#domain/problem.ts';
import { LIMITS, openList } from '../arrival/read-list.ts';
import type { Acting } from '../database.ts';
import { occupationUnits } from '../work/occupations.ts';
import { COURSE, columnsOf } from './course-rows.ts';

/** So many courses are a country's; a longer file is somebody's mistake. */
const MOST = { ...LIMITS, bytes: 5_000_000, workbookBytes: 5_000_000, rows: 5_000, columns: 60 };
/** Wrong cells are told up to here: the rest of such a file is wrong in the same way. */
const TOLD = 200;

export interface BroughtIn {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** The rows of the one file of a multipart request: a table of text or a workbook. No person stands in it. */
export async function readCourseFile(
  request: FastifyRequest,
): Promise<{ readonly rows: readonly ArrivalRow[] } | { readonly problem: Problem }> {
  if (!request.isMultipart()) return { problem: { code: 'unsupported_media' } };
  const part = await request.file();
  if (part === undefined) return { problem: { code: 'file_empty' } };
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of part.file as AsyncIterable<Uint8Array>) {
    bytes += piece.length;
    // The rest is read and thrown away, so that the answer is heard.
    if (bytes <= MOST.bytes) parts.push(piece);
  }
  if (bytes > MOST.bytes || part.file.truncated) return { problem: { code: 'too_large' } };
  const opened = await openList({ name: part.filename, open: () => again(parts) }, {}, MOST);
  if ('problem' in opened) return opened;
  const rows: ArrivalRow[] = [];
  for await (const item of opened.rows) {
    if ('problem' in item) return { problem: item.problem };
    rows.push(item);
  }
  return rows.length < 2 ? { problem: { code: 'file_empty' } } : { rows };
}

async function* again(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

/** Writes the courses of a file: all of them, or none with every wrong cell named. */
export async function bringInCourses(
  acting: Acting,
  rows: readonly ArrivalRow[],
  newId: () => string,
): Promise<BroughtIn | Problem> {
  const organisations = await acting.tx
    .selectFrom('organisation')
    .select(['id', 'code', 'receives'])
    .execute();
  const places = await acting.tx.selectFrom('place').select(['id', 'code']).execute();
  const read = readCourses(rows, {
    organisations: new Map(
      organisations.filter(({ receives }) => receives).map(({ code, id }) => [code, id]),
    ),
    places: new Map(places.map(({ code, id }) => [code, id])),
    occupations: occupationUnits(),
  });
  if ('issues' in read) {
    const fields: FieldProblem[] = read.issues
      .slice(0, TOLD)
      .map(({ row, column, code }) => ({ path: `rows.${row}.${column}`, code }));
    const details = { rows: new Set(read.issues.map(({ row }) => row)).size };
    return { code: 'invalid_input', details, fields };
  }
  return write(acting, read.courses, newId);
}

async function write(
  acting: Acting,
  courses: readonly CourseOfFile[],
  newId: () => string,
): Promise<BroughtIn> {
  const { rows } = await acting.client.query<{ row: CourseRow }>(
    `select ${COURSE} as row from course where code = any ($1) for update`,
    [courses.map(({ code }) => code)],
  );
  const known = new Map(rows.map(({ row }) => [row.code, row]));
  const counts = { added: 0, changed: 0, unchanged: 0 };
  for (const { row: _row, ...fields } of courses) {
    const before = known.get(fields.code);
    if (before === undefined) {
      const row = { ...columnsOf(fields), id: newId() };
      await acting.tx.insertInto('course').values(row).execute();
      counts.added += 1;
    } else if (same(before, fields)) counts.unchanged += 1;
    else {
      const row = { ...columnsOf(fields), version: before.version + 1 };
      await acting.tx.updateTable('course').set(row).where('id', '=', before.id).execute();
      counts.changed += 1;
    }
  }
  return counts;
}

function same(before: CourseRow, after: Omit<CourseRow, 'id' | 'version'>): boolean {
  const { id: _id, version: _version, ...fields } = before;
  const sorted = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => [key, sorted(inner)])
      : value;
  return JSON.stringify(sorted(fields)) === JSON.stringify(sorted(after));
}
