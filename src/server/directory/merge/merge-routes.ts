import { z } from 'zod';
import {
  type AlikePairs,
  alikePairs,
  differences,
  MERGE_KINDS,
  type Merges,
  merge,
  mergePair,
  merges,
  type SideBySide,
  sideBySide,
  undone,
} from '#domain/directory/merge.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import type { Acting } from '../../database.ts';
import type { Deps } from '../../deps.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import { asCoordinator } from '../coordinator.ts';
import { gone } from '../organisation-routes.ts';
import { comparedRows, distinctPairs, keepAlike, shown } from './alike-entries.ts';
import { entriesOf } from './entry-fields.ts';
import { mergeEntries, undoMerge, undoUntil } from './merge-entries.ts';
import { countMoving } from './moved.ts';

const SHOWN = 50;

/** Entries of the directory that may be one: found, laid side by side, merged and taken back by the coordinator. */
export function addDirectoryMergeRoutes(app: ServerApp, deps: Deps): void {
  const alike = keepAlike();
  app.get(
    '/api/directory/duplicates',
    {
      schema: {
        querystring: z.strictObject({ kind: z.enum(MERGE_KINDS) }),
        response: { 200: alikePairs },
      },
    },
    async (request, reply) => {
      const read = await asCoordinator(deps, request, async (acting) => ({
        rows: await comparedRows(acting, request.query.kind, null),
        distinct: await distinctPairs(acting),
      }));
      if ('code' in read) return sendProblem(reply, read);
      const found: AlikePairs = await alike.pairs(request.query.kind, read.rows, read.distinct);
      return found;
    },
  );

  // Somebody looked and found that they are two: not shown again.
  app.post('/api/directory/distinct', { schema: { body: mergePair } }, async (request, reply) => {
    const { kind, kept_id, merged_id } = request.body;
    const done = await asCoordinator<Problem | null>(deps, request, async (acting) => {
      const known = await entriesOf(acting, kind, [kept_id, merged_id]);
      if (known.size < 2) return gone;
      await acting.client.query(
        `insert into directory_distinct (one_id, other_id, said_by, said_at)
         values (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), $3, $4) on conflict do nothing`,
        [kept_id, merged_id, acting.actor.id, deps.clock()],
      );
      return null;
    });
    return done === null ? reply.code(204).send() : sendProblem(reply, done);
  });

  app.get(
    '/api/directory/side-by-side',
    { schema: { querystring: mergePair, response: { 200: sideBySide } } },
    async (request, reply) => {
      const found = await asCoordinator<SideBySide | Problem>(deps, request, (acting) =>
        besides(acting, request.query),
      );
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  app.get(
    '/api/directory/merges',
    { schema: { response: { 200: merges } } },
    async (request, reply) => {
      const found = await asCoordinator<Merges>(deps, request, (acting) =>
        mergesOf(acting, deps.clock()),
      );
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  app.post(
    '/api/directory/merges',
    { schema: { body: merge, response: { 201: z.object({ id }) } } },
    async (request, reply) => {
      const done = await asCoordinator<{ id: string } | Problem>(deps, request, (acting) =>
        mergeEntries(acting, request.body, deps.clock()),
      );
      return 'code' in done ? sendProblem(reply, done) : reply.code(201).send(done);
    },
  );

  app.post(
    '/api/directory/merges/:id/undo',
    { schema: { params: z.object({ id }), response: { 200: undone } } },
    async (request, reply) => {
      const done = await asCoordinator<{ left: string[] } | Problem>(deps, request, (acting) =>
        undoMerge(acting, request.params.id, deps.clock()),
      );
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );
}

async function besides(
  acting: Acting,
  { kind, kept_id, merged_id }: z.infer<typeof mergePair>,
): Promise<SideBySide | Problem> {
  const entries = await entriesOf(acting, kind, [kept_id, merged_id]);
  const rows = await comparedRows(acting, kind, [kept_id, merged_id]);
  const [kept, other] = [entries.get(kept_id), entries.get(merged_id)];
  const [one, two] = [kept_id, merged_id].map((wanted) => rows.find((row) => row.id === wanted));
  if (kept === undefined || other === undefined || one === undefined || two === undefined) {
    return gone;
  }
  return {
    ...{ one: shown(one), other: shown(two) },
    ...{ kept_version: kept.version, merged_version: other.version },
    ...{ kept_capacity: kept.capacity_version, merged_capacity: other.capacity_version },
    fields: differences(kept.fields, other.fields),
    moves: await countMoving(acting, kind, merged_id),
  };
}

type MergeLine = Merges['merges'][number];

async function mergesOf(acting: Acting, now: Date): Promise<Merges> {
  const { rows } = await acting.client.query<
    Pick<MergeLine, 'id' | 'kind' | 'kept_id' | 'merged_id' | 'kept' | 'merged'> & {
      merged_at: Date;
      undone_at: Date | null;
      standing: boolean;
    }
  >(
    `select m.id, m.kind, m.kept_id, m.merged_id, m.merged_at, m.undone_at,
       coalesce(ks.name, ko.name) as kept, coalesce(gs.name, go.name) as merged,
       coalesce(ks.merged_into, ko.merged_into) is null as standing
     from directory_merge m
       left join service ks on m.kind = 'service' and ks.id = m.kept_id
       left join service gs on m.kind = 'service' and gs.id = m.merged_id
       left join organisation ko on m.kind = 'organisation' and ko.id = m.kept_id
       left join organisation go on m.kind = 'organisation' and go.id = m.merged_id
     order by m.merged_at desc, m.id limit $1`,
    [SHOWN],
  );
  return {
    merges: rows.map(({ merged_at, undone_at, standing, ...row }) => {
      const until = undoUntil(new Date(merged_at));
      return {
        ...row,
        ...{ merged_at: new Date(merged_at).toISOString(), undo_until: until.toISOString() },
        undone_at: undone_at === null ? null : new Date(undone_at).toISOString(),
        may_undo: undone_at === null && standing && now.getTime() <= until.getTime(),
      };
    }),
  };
}
