import { z } from 'zod';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { line } from '#domain/text.ts';
import { day } from '#domain/time.ts';
import {
  DEMAND_KINDS,
  type DemandPicture,
  demandPicture,
  demandSource,
  demandSources,
  demandTrend,
} from '#domain/work/demand.ts';
import { DEMAND_COLUMNS, type ReadDemand, readDemand } from '#domain/work/read-demand.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { asAnybody, asCoordinator } from '../directory/coordinator.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { type Edited, editedTitles, occupationsByCode } from './occupation-index.ts';
import { groundOfList, listPlaces, rowsOfUpload, wrongRows } from './work-file.ts';

const SHOWN = 50;
const counts = z.object({
  ...{ added: z.int(), changed: z.int(), unchanged: z.int() },
  left_out: z.array(z.string()),
});
type Counts = z.infer<typeof counts>;

/** Figures of the labour market: read by everybody with a role, brought in and taken away by the coordinator. */
export function addDemandRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/demand',
    {
      schema: {
        querystring: z.strictObject({ kind: z.enum(DEMAND_KINDS) }),
        response: { 200: demandPicture },
      },
    },
    async (request, reply) => {
      const found = await asAnybody<{ rows: readonly PictureRow[]; edited: Edited }>(
        ...[deps, request],
        async (acting) => ({
          rows: await pictureRows(acting, request.query.kind),
          edited: await editedTitles(acting),
        }),
      );
      return 'code' in found ? sendProblem(reply, found) : pictureOf(found.rows, found.edited);
    },
  );

  app.get(
    '/api/demand/:occupation',
    {
      schema: {
        params: z.object({
          occupation: z.string().regex(/^\d{4}$/, { error: 'not_an_occupation' }),
        }),
        querystring: z.strictObject({ place: id.optional() }),
        response: { 200: demandTrend },
      },
    },
    async (request, reply) => {
      const found = await asAnybody<z.infer<typeof demandTrend>>(deps, request, async (acting) => {
        const { rows } = await acting.client.query(
          `select kind, place_id, period, value, source, to_char(as_of, 'YYYY-MM-DD') as as_of
           from labour_demand where occupation = $1 and ($2::uuid is null or place_id = $2)
           order by period desc, as_of desc, place_id limit $3`,
          [request.params.occupation, request.query.place ?? null, SHOWN],
        );
        return { figures: rows };
      });
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  app.get(
    '/api/demand/sources',
    { schema: { response: { 200: demandSources } } },
    async (request, reply) => {
      const found = await asAnybody<z.infer<typeof demandSources>>(
        deps,
        request,
        async (acting) => {
          const { rows } = await acting.client.query(
            `select source, to_char(as_of, 'YYYY-MM-DD') as as_of, count(*)::int as figures
           from labour_demand group by source, labour_demand.as_of
           order by labour_demand.as_of desc, source limit $1`,
            [SHOWN],
          );
          return { sources: rows };
        },
      );
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  // What came in by mistake is taken away as a whole: the figures of one source of one day.
  app.delete(
    '/api/demand/sources',
    {
      schema: {
        querystring: z.strictObject({ source: line, as_of: day }),
        response: { 200: z.object({ removed: z.int() }) },
      },
    },
    async (request, reply) => {
      const { source, as_of } = request.query;
      const done = await asCoordinator<{ removed: number }>(deps, request, async (acting) => {
        const { rowCount } = await acting.client.query(
          'delete from labour_demand where source = $1 and as_of = $2',
          [source, as_of],
        );
        return { removed: rowCount ?? 0 };
      });
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );

  app.post(
    '/api/demand/import',
    {
      schema: {
        // True: says what would happen, and writes nothing.
        querystring: demandSource.extend({ trial: z.stringbool() }),
        response: { 200: counts },
      },
    },
    async (request, reply) => {
      const before = await asCoordinator(deps, request, async (acting) => ({
        ...{ edited: await editedTitles(acting), places: await listPlaces(acting) },
      }));
      if ('code' in before) return sendProblem(reply, before);
      const rows = await rowsOfUpload(request);
      if ('code' in rows) return sendProblem(reply, rows);
      const ground = await groundOfList(rows, DEMAND_COLUMNS, ['occupation'], before);
      const { trial, ...from } = request.query;
      const read = readDemand(rows, ground, from.kind);
      if (read.problems.length > 0) return sendProblem(reply, wrongRows(read.problems));
      const done = await asCoordinator(deps, request, (acting) =>
        writeDemand(acting, read, from, trial, deps.newId),
      );
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );
}

interface PictureRow {
  readonly occupation: string;
  readonly total: number;
  readonly count: number;
  readonly places: DemandPicture['occupations'][number]['places'];
}

/** The newest figure of each occupation and place; those occupations first for which most is looked for. */
async function pictureRows(acting: Acting, kind: string): Promise<readonly PictureRow[]> {
  const { rows } = await acting.client.query<PictureRow>(
    `with newest as (
       select distinct on (occupation, place_id) occupation, place_id, period, value, source, as_of
       from labour_demand where kind = $1
       order by occupation, place_id, period desc, as_of desc)
     select occupation, sum(value)::int as total, (count(*) over ())::int as count,
       jsonb_agg(jsonb_build_object('place_id', place_id, 'period', period, 'value', value,
         'source', source, 'as_of', to_char(as_of, 'YYYY-MM-DD')) order by value desc) as places
     from newest group by occupation order by total desc, occupation limit $2`,
    [kind, SHOWN],
  );
  return rows;
}

async function pictureOf(rows: readonly PictureRow[], edited: Edited): Promise<DemandPicture> {
  const known = await occupationsByCode(
    edited,
    rows.map(({ occupation }) => occupation),
  );
  const titles = new Map(known.map((one) => [one.code, one.titles]));
  return {
    occupations: rows.map(({ count: _count, ...row }) => ({
      ...{ ...row, places: [...row.places], titles: titles.get(row.occupation) ?? {} },
    })),
    count: rows[0]?.count ?? 0,
  };
}

/** Brings the figures in or says what would change; the newest word of a source about a period holds. */
async function writeDemand(
  acting: Acting,
  { figures, left_out }: ReadDemand,
  { source, as_of }: z.infer<typeof demandSource>,
  trial: boolean,
  newId: () => string,
): Promise<Counts | Problem> {
  const given = JSON.stringify(figures.map((one) => ({ ...one, id: newId() })));
  const { rows } = await acting.client.query<Omit<Counts, 'left_out'>>(
    `select count(*) filter (where d.id is null)::int as added,
       count(*) filter (where d.id is not null and (d.value, d.as_of) is distinct from (g.value, $3::date))::int as changed,
       count(*) filter (where (d.value, d.as_of) is not distinct from (g.value, $3::date))::int as unchanged
     from jsonb_to_recordset($1::jsonb) g(kind text, occupation text, place_id uuid, period text, value int)
       left join labour_demand d on d.kind = g.kind and d.occupation = g.occupation
         and d.place_id = g.place_id and d.period = g.period and d.source = $2`,
    [given, source, as_of],
  );
  const told = rows[0] ?? { added: 0, changed: 0, unchanged: 0 };
  if (!trial) {
    await acting.client.query(
      `insert into labour_demand (id, kind, occupation, place_id, period, value, source, as_of)
       select g.id, g.kind, g.occupation, g.place_id, g.period, g.value, $2, $3
       from jsonb_to_recordset($1::jsonb)
         g(id uuid, kind text, occupation text, place_id uuid, period text, value int)
       on conflict (kind, occupation, place_id, period, source)
       do update set value = excluded.value, as_of = excluded.as_of, version = labour_demand.version + 1
       where (labour_demand.value, labour_demand.as_of) is distinct from (excluded.value, excluded.as_of)`,
      [given, source, as_of],
    );
  }
  return { ...told, left_out: [...left_out] };
}
