import type { FastifyRequest } from 'fastify';
import { type ArrivalRow, cellText } from '#domain/arrival/cell.ts';
import type { FieldProblem, Problem } from '#domain/problem.ts';
import { type ListColumn, readColumns } from '#domain/work/list-columns.ts';
import { isCode, type ListGround, type ListPlace, listGround } from '#domain/work/list-ground.ts';
import { type ArrivalFile, LIMITS, openList } from '../arrival/read-list.ts';
import type { Acting } from '../database.ts';
import { type Edited, occupationsByCode, occupationsByTitle } from './occupation-index.ts';

const LARGEST = 5_000_000;
const MOST_ROWS = 10_000;
/** Wrong rows are told up to here: the rest of such a file is wrong in the same way. */
const TOLD = 200;

/** All rows of the one file of a request, headings among them; a workbook or text with separators. Nothing is kept. */
export async function rowsOfUpload(
  request: FastifyRequest,
): Promise<readonly ArrivalRow[] | Problem> {
  if (!request.isMultipart()) return { code: 'unsupported_media' };
  const part = await request.file({ limits: { fileSize: LARGEST }, throwFileSizeLimit: false });
  if (part === undefined) return { code: 'file_empty' };
  const content = await part.toBuffer();
  if (part.file.truncated) return { code: 'too_large', details: { limit_bytes: LARGEST } };
  const file: ArrivalFile = { name: 'list', open: () => whole(content) };
  const opened = await openList(file, {}, { ...LIMITS, bytes: LARGEST, rows: MOST_ROWS });
  if ('problem' in opened) return opened.problem;
  const rows: ArrivalRow[] = [];
  for await (const item of opened.rows) {
    if ('problem' in item) return item.problem;
    rows.push(item);
  }
  if (rows.length < 2) return { code: 'file_empty' };
  return rows;
}

async function* whole(content: Buffer): AsyncGenerator<Uint8Array> {
  yield content;
}

/** The places that a list may name. */
export async function listPlaces(acting: Acting): Promise<readonly ListPlace[]> {
  const { rows } = await acting.client.query<ListPlace>(
    'select id, code, level, name from place order by code',
  );
  return rows;
}

/** Looks up what stands in the columns of occupations, so that the rows can be read without asking again. */
export async function groundOfList(
  rows: readonly ArrivalRow[],
  columns: readonly ListColumn[],
  from: readonly string[],
  { edited, places }: { readonly edited: Edited; readonly places: readonly ListPlace[] },
): Promise<ListGround> {
  const read = readColumns(rows, columns);
  const written = [
    ...new Set(read.rows.flatMap((row) => from.map((column) => cellText(row.cell(column))))),
  ].filter((text) => text !== '');
  const titles = written.filter((text) => !isCode(text));
  const [codes, byTitle] = await Promise.all([
    occupationsByCode(edited, written.filter(isCode)),
    occupationsByTitle(edited, titles),
  ]);
  return listGround(
    places,
    new Map(codes.map((one) => [one.code, one])),
    new Map(titles.map((title, at) => [title, byTitle[at] ?? null])),
  );
}

/** One answer for a file: each wrong row with its column and what is wrong. */
export function wrongRows(problems: readonly FieldProblem[]): Problem {
  const rows = new Set(problems.map(({ path }) => path.split('.')[1])).size;
  return { code: 'invalid_input', details: { rows }, fields: problems.slice(0, TOLD) };
}
