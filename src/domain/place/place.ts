import { z } from 'zod';
import { labels } from '#domain/text.ts';
import { isTimeZone } from '../zone.ts';

export const PLACE_LEVELS = ['country', 'region', 'district'] as const;
export type PlaceLevel = (typeof PLACE_LEVELS)[number];

/** A place of the tree. The code is opaque: nothing is read from its shape; the parent is said. */
export const place = z.strictObject({
  code: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, { error: 'not_a_code' }),
  parent: z.string().min(1).optional(),
  level: z.enum(PLACE_LEVELS),
  /** The clock of the place, e.g. `Asia/Tashkent`; null = that of the place above it. Absent: nothing is said of it. */
  time_zone: z.string().max(64).refine(isTimeZone).nullable().optional(),
  names: labels.refine((names) => Object.keys(names).length > 0, { error: 'name_missing' }),
});
export type Place = z.infer<typeof place>;

export type PlaceIssueCode =
  | 'code_missing'
  | 'not_a_code'
  | 'duplicate_code'
  | 'level_unknown'
  | 'zone_unknown'
  | 'name_missing'
  | 'name_unusable'
  | 'parent_missing'
  | 'parent_not_in_file'
  | 'parent_of_wrong_level'
  | 'country_with_parent'
  | 'cycle'
  | 'column_missing';

/** What is wrong with one row; `row` is counted as a spreadsheet does, the header being row 1. */
export interface PlaceIssue {
  readonly row: number;
  readonly code: PlaceIssueCode;
  readonly column?: string;
}

export interface PlaceRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/**
 * Reads the tree of places. Columns: `code`, `parent`, `level`, one `name_<BCP-47 tag>` a language, and `time_zone`
 * where clocks differ.
 * Parents may stand below their children in the file. Any issue means that nothing may be imported.
 *
 * @returns places, parents before children, or every issue of the file by row
 */
export function parsePlaces(
  header: readonly string[],
  rows: readonly PlaceRow[],
): { places: readonly Place[] } | { issues: readonly PlaceIssue[] } {
  const missing = ['code', 'parent', 'level'].filter((column) => !header.includes(column));
  const named = header.flatMap((title, at) =>
    title.startsWith('name_') ? [{ tag: title.slice(5), at }] : [],
  );
  if (named.length === 0) missing.push('name_en');
  if (missing.length > 0) {
    return { issues: missing.map((column) => ({ row: 1, code: 'column_missing', column })) };
  }
  const issues: PlaceIssue[] = [];
  const found = new Map<string, { row: number; place: Place }>();
  for (const { row, cells } of rows) {
    const cell = (column: string) => (cells[header.indexOf(column)] ?? '').trim();
    const names = Object.fromEntries(
      named.flatMap(({ tag, at }) => (cells[at]?.trim() ? [[tag, cells[at].trim()]] : [])),
    );
    const raw = {
      ...{ code: cell('code'), level: cell('level'), names },
      ...(header.includes('time_zone') ? { time_zone: cell('time_zone') || null } : {}),
    };
    const read = place.safeParse(cell('parent') ? { ...raw, parent: cell('parent') } : raw);
    if (!read.success) issues.push(...shapeIssues(row, raw.code, read.error));
    else if (found.has(read.data.code))
      issues.push({ row, code: 'duplicate_code', column: 'code' });
    else found.set(read.data.code, { row, place: read.data });
  }
  for (const { row, place: one } of found.values()) issues.push(...parentIssues(row, one, found));
  if (issues.length > 0) return { issues: issues.toSorted((a, b) => a.row - b.row) };
  const places = [...found.values()].map((entry) => entry.place);
  return { places: places.toSorted((a, b) => depth(a.level) - depth(b.level)) };
}

function depth(level: PlaceLevel): number {
  return PLACE_LEVELS.indexOf(level);
}

function shapeIssues(row: number, code: string, error: z.ZodError): PlaceIssue[] {
  return error.issues.map((issue) => {
    const column = String(issue.path[0] ?? '');
    if (column === 'time_zone') return { row, code: 'zone_unknown', column };
    if (column === 'level') return { row, code: 'level_unknown', column };
    if (column !== 'names') return { row, code: code ? 'not_a_code' : 'code_missing', column };
    if (issue.path.length === 1) return { row, code: 'name_missing', column: 'name_en' };
    return { row, code: 'name_unusable', column: `name_${String(issue.path[1])}` };
  });
}

function parentIssues(
  row: number,
  one: Place,
  found: ReadonlyMap<string, { place: Place }>,
): PlaceIssue[] {
  const column = 'parent';
  if (one.level === 'country') {
    return one.parent === undefined ? [] : [{ row, code: 'country_with_parent', column }];
  }
  if (one.parent === undefined) return [{ row, code: 'parent_missing', column }];
  const parent = found.get(one.parent);
  if (parent === undefined) return [{ row, code: 'parent_not_in_file', column }];
  if (isOwnAncestor(one, found)) return [{ row, code: 'cycle', column }];
  const right = depth(parent.place.level) === depth(one.level) - 1;
  return right ? [] : [{ row, code: 'parent_of_wrong_level', column }];
}

function isOwnAncestor(one: Place, found: ReadonlyMap<string, { place: Place }>): boolean {
  const seen = new Set<string>();
  let above = one.parent;
  while (above !== undefined && !seen.has(above)) {
    if (above === one.code) return true;
    seen.add(above);
    above = found.get(above)?.place.parent;
  }
  return false;
}
