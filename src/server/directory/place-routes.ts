import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { id } from '#domain/id.ts';
import { PLACE_LEVELS, type Place, parsePlaces } from '#domain/place/place.ts';
import type { FieldProblem, Problem } from '#domain/problem.ts';
import { labels, text } from '#domain/text.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { asAnybody, asCoordinator } from './coordinator.ts';

const kept = z.object({
  id,
  code: z.string(),
  parent_id: id.nullable(),
  level: z.enum(PLACE_LEVELS),
  name: labels,
  time_zone: z.string().nullable(),
});

/** Wrong rows are told up to here: the rest of such a file is wrong in the same way. */
const TOLD = 200;

const imported = z.object({ added: z.int(), changed: z.int(), unchanged: z.int() });

/** The tree of places: read by all, brought in whole from a file by the coordinator. */
export function addPlaceRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/places',
    { schema: { response: { 200: z.object({ places: z.array(kept) }) } } },
    async (request, reply) => {
      const found = await asAnybody(deps, request, async (acting) => ({
        places: (await acting.tx
          .selectFrom('place')
          .select(['id', 'code', 'parent_id', 'level', 'name', 'time_zone'])
          .orderBy('code')
          .execute()) as z.infer<typeof kept>[],
      }));
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  // One answer for the whole file: every row goes in, or none does and each wrong one is named.
  app.post(
    '/api/places',
    { schema: { body: z.strictObject({ csv: text(900_000) }), response: { 200: imported } } },
    async (request, reply) => {
      const read = readPlaces(request.body.csv);
      if ('code' in read) return sendProblem(reply, read);
      const done = await asCoordinator(deps, request, (acting) =>
        writePlaces(acting, read.places, deps.newId),
      );
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );
}

function readPlaces(csv: string): { places: readonly (Place & { row: number })[] } | Problem {
  let rows: { row: number; cells: string[] }[];
  try {
    const records = parse(csv, {
      ...{ bom: true, relax_column_count: true, skip_empty_lines: true, info: true },
      delimiter: csv.slice(0, 2000).split('\n')[0]?.includes(';') ? ';' : ',',
    }) as unknown as { record: string[]; info: { lines: number } }[];
    rows = records.map(({ record, info }) => ({ row: info.lines, cells: record }));
  } catch {
    return { code: 'file_unreadable' };
  }
  const [header, ...rest] = rows;
  if (header === undefined || rest.length === 0) return { code: 'file_empty' };
  const read = parsePlaces(
    header.cells.map((cell) => cell.trim()),
    rest,
  );
  if ('issues' in read) {
    return wrongRows(
      read.issues.map(({ row, code, column }) => ({ row, code, column: column ?? 'row' })),
    );
  }
  const at = header.cells.findIndex((cell) => cell.trim() === 'code');
  const rowOf = new Map(rest.map(({ row, cells }) => [(cells[at] ?? '').trim(), row]));
  return { places: read.places.map((place) => ({ ...place, row: rowOf.get(place.code) ?? 0 })) };
}

function wrongRows(issues: readonly { row: number; code: string; column: string }[]): Problem {
  const fields: FieldProblem[] = issues
    .slice(0, TOLD)
    .map(({ row, code, column }) => ({ path: `rows.${row}.${column}`, code }));
  return { code: 'invalid_input', details: { rows: issues.length }, fields };
}

async function writePlaces(
  acting: Acting,
  places: readonly (Place & { row: number })[],
  newId: () => string,
): Promise<z.infer<typeof imported> | Problem> {
  const strange = await unknownZones(acting, places);
  if (strange.length > 0) return wrongRows(strange);
  const known = await acting.tx
    .selectFrom('place')
    .select(['id', 'code', 'parent_id', 'level', 'name', 'time_zone'])
    .execute();
  const ids = new Map(known.map((row) => [row.code, row.id]));
  for (const { code } of places) if (!ids.has(code)) ids.set(code, newId());
  const parentOf = (place: Place) =>
    place.parent === undefined ? null : (ids.get(place.parent) ?? null);
  const before = new Map(known.map((row) => [row.code, row]));
  // Roles and files stand on the tree: a known place keeps its level and what it belongs to.
  const moved = places.flatMap((place) => {
    const old = before.get(place.code);
    if (old === undefined) return [];
    const same = old.level === place.level && old.parent_id === parentOf(place);
    return same ? [] : [{ row: place.row, code: 'place_moved', column: 'parent' }];
  });
  if (moved.length > 0) return wrongRows(moved);
  const counts = { added: 0, changed: 0, unchanged: 0 };
  for (const place of places) {
    const old = before.get(place.code);
    const name = JSON.stringify(place.names);
    if (old === undefined) {
      const { code, level, time_zone = null } = place;
      const id = ids.get(code) ?? newId();
      const row = { id, code, level, name, time_zone, parent_id: parentOf(place) };
      await acting.tx.insertInto('place').values(row).execute();
      counts.added += 1;
    } else if (sameNames(old.name, place.names) && zoneOf(place, old) === old.time_zone) {
      counts.unchanged += 1;
    } else {
      const time_zone = zoneOf(place, old);
      await acting.tx
        .updateTable('place')
        .set({ name, time_zone })
        .where('id', '=', old.id)
        .execute();
      counts.changed += 1;
    }
  }
  return counts;
}

/** What a file does not speak of stays. */
function zoneOf(place: Place, old: { readonly time_zone: string | null }): string | null {
  return place.time_zone === undefined ? old.time_zone : place.time_zone;
}

/** Rows with a clock that the database cannot read: reminders go by it. */
async function unknownZones(acting: Acting, places: readonly (Place & { row: number })[]) {
  const named = [...new Set(places.flatMap((one) => one.time_zone ?? []))];
  if (named.length === 0) return [];
  const { rows } = await acting.client.query<{ name: string }>(
    'select name from pg_timezone_names where name = any ($1)',
    [named],
  );
  const read = new Set(rows.map(({ name }) => name));
  return places.flatMap(({ row, time_zone }) =>
    time_zone === undefined || time_zone === null || read.has(time_zone)
      ? []
      : [{ row, code: 'zone_unknown', column: 'time_zone' }],
  );
}

function sameNames(before: unknown, after: Readonly<Record<string, string>>): boolean {
  const sorted = (names: object) => JSON.stringify(Object.entries(names).sort());
  return typeof before === 'object' && before !== null && sorted(before) === sorted(after);
}
