import { z } from 'zod';
import { mayReceive, misnamed } from '#domain/directory/neighbourhood.ts';
import {
  changedOrganisation,
  type Organisation,
  organisation,
} from '#domain/directory/organisation.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { asAnybody, asCoordinator } from './coordinator.ts';

const kept = organisation.extend({
  version: z.int(),
  /** The organisation that it was merged into: what was written down under it keeps its name. */
  merged_into: id.nullable(),
});

/** Organisations: everybody signed in reads them, the coordinator keeps them. */
export function addOrganisationRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/organisations',
    { schema: { response: { 200: z.object({ organisations: z.array(kept) }) } } },
    async (request, reply) => {
      const found = await asAnybody(deps, request, async (acting) => ({
        organisations: (await acting.tx
          .selectFrom('organisation')
          .select(['id', 'code', 'name', 'kind', 'place_id', 'version', 'merged_into'])
          .orderBy('code')
          .execute()) as z.infer<typeof kept>[],
      }));
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  app.post(
    '/api/organisations',
    { schema: { body: organisation, response: { 201: z.object({ id }) } } },
    async (request, reply) => {
      const added = await asCoordinator(deps, request, async (acting) => {
        const problem =
          misnamedProblem(request.body) ?? (await placeProblem(acting, request.body.place_id));
        if (problem !== null) return problem;
        const { numInsertedOrUpdatedRows } = await acting.tx
          .insertInto('organisation')
          .values({ ...request.body, name: JSON.stringify(request.body.name) })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows === 1n) return null;
        const known = await acting.tx
          .selectFrom('organisation')
          .select('id')
          .where('id', '=', request.body.id)
          .executeTakeFirst();
        return known === undefined ? codeTaken : idTaken;
      });
      if (added !== null) return sendProblem(reply, added);
      return reply.code(201).send({ id: request.body.id });
    },
  );

  app.put(
    '/api/organisations/:id',
    {
      schema: {
        params: z.object({ id }),
        body: changedOrganisation,
        response: { 200: z.object({ version: z.int() }) },
      },
    },
    async (request, reply) => {
      const { version, ...row } = request.body;
      const changed = await asCoordinator(deps, request, async (acting) => {
        const known = await acting.tx
          .selectFrom('organisation')
          .select(['id', 'code'])
          .where((where) =>
            where.or([where('id', '=', request.params.id), where('code', '=', row.code)]),
          )
          .execute();
        if (!known.some((one) => one.id === request.params.id)) return gone;
        if (known.length > 1) return codeTaken;
        const problem =
          misnamedProblem(row) ??
          (await turnedProblem(acting, request.params.id, row.kind)) ??
          (await placeProblem(acting, row.place_id));
        if (problem !== null) return problem;
        const { numUpdatedRows } = await acting.tx
          .updateTable('organisation')
          .set({ ...row, name: JSON.stringify(row.name), version: version + 1 })
          .where('id', '=', request.params.id)
          .where('version', '=', version)
          .where('merged_into', 'is', null)
          .executeTakeFirstOrThrow();
        return numUpdatedRows === 1n ? null : changedMeanwhile;
      });
      return changed === null ? { version: version + 1 } : sendProblem(reply, changed);
    },
  );
}

export const gone: Problem = { code: 'gone' };
export const changedMeanwhile: Problem = { code: 'version_conflict' };
export const idTaken: Problem = {
  code: 'already_so',
  fields: [{ path: 'body.id', code: 'taken' }],
};
const codeTaken: Problem = {
  code: 'already_so',
  fields: [{ path: 'body.code', code: 'taken' }],
};

/** A body of the neighbourhood that is written down as something else. */
function misnamedProblem({ kind, name }: Pick<Organisation, 'kind' | 'name'>): Problem | null {
  if (!misnamed(kind, name)) return null;
  return {
    code: 'neighbourhood_body',
    fields: [{ path: 'body.kind', code: 'neighbourhood_body' }],
  };
}

/** What has accounts, services or packets does not become a body of the neighbourhood. */
async function turnedProblem(acting: Acting, id: string, kind: string): Promise<Problem | null> {
  if (mayReceive(kind)) return null;
  const { rows } = await acting.client.query<{ taken: boolean }>(
    'select organisation_receives_now($1) as taken',
    [id],
  );
  return rows[0]?.taken === true
    ? { code: 'neighbourhood_body', fields: [{ path: 'body.kind', code: 'neighbourhood_body' }] }
    : null;
}

/** The problem of a place that is not there, or null. */
export async function placeProblem(
  acting: Acting,
  placeId: string | null,
): Promise<Problem | null> {
  if (placeId === null) return null;
  const known = await acting.tx
    .selectFrom('place')
    .select('id')
    .where('id', '=', placeId)
    .executeTakeFirst();
  return known === undefined
    ? { code: 'invalid_input', fields: [{ path: 'body.place_id', code: 'unknown' }] }
    : null;
}
