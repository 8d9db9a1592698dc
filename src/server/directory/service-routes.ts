import { z } from 'zod';
import { packetTemplate } from '#domain/case/packet-template.ts';
import { mayReceive } from '#domain/directory/neighbourhood.ts';
import { changedService, type Service, service } from '#domain/directory/offered-service.ts';
import { id } from '#domain/id.ts';
import type { FieldProblem, Problem } from '#domain/problem.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import { newestModel } from '../programme/newest-model.ts';
import type { ServerApp } from '../server-app.ts';
import { asAnybody, asCoordinator } from './coordinator.ts';
import { changedMeanwhile, gone, idTaken, placeProblem } from './organisation-routes.ts';

const kept = service.extend({
  ...{ note: z.string().nullable(), version: z.int() },
  /** The service that it was merged into. */
  merged_into: id.nullable(),
});

/** Services: everybody signed in reads them, the coordinator keeps them. */
export function addServiceRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/services',
    { schema: { response: { 200: z.object({ services: z.array(kept) }) } } },
    async (request, reply) => {
      const found = await asAnybody(deps, request, async (acting) => ({
        services: (await acting.tx
          .selectFrom('service')
          .select(['id', 'organisation_id', 'name', 'need_domain', 'purpose', 'place_id'])
          .select(['languages', 'note', 'active', 'version', 'merged_into'])
          .orderBy('organisation_id')
          .orderBy('id')
          .execute()) as z.infer<typeof kept>[],
      }));
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  app.post(
    '/api/services',
    { schema: { body: service, response: { 201: z.object({ id }) } } },
    async (request, reply) => {
      const added = await asCoordinator(deps, request, async (acting) => {
        const problem = await serviceProblem(acting, request.body);
        if (problem !== null) return problem;
        const { numInsertedOrUpdatedRows } = await acting.tx
          .insertInto('service')
          .values({ ...request.body, name: JSON.stringify(request.body.name) })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow();
        return numInsertedOrUpdatedRows === 1n ? null : idTaken;
      });
      if (added !== null) return sendProblem(reply, added);
      return reply.code(201).send({ id: request.body.id });
    },
  );

  app.put(
    '/api/services/:id',
    {
      schema: {
        params: z.object({ id }),
        body: changedService,
        response: { 200: z.object({ version: z.int() }) },
      },
    },
    async (request, reply) => {
      const { version, ...row } = request.body;
      const changed = await asCoordinator(deps, request, async (acting) => {
        const known = await acting.tx
          .selectFrom('service')
          .select('id')
          .where('id', '=', request.params.id)
          .executeTakeFirst();
        if (known === undefined) return gone;
        const problem = await serviceProblem(acting, row);
        if (problem !== null) return problem;
        const { numUpdatedRows } = await acting.tx
          .updateTable('service')
          .set({ note: null, ...row, name: JSON.stringify(row.name), version: version + 1 })
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

/** What a service names that is not there: its organisation, place, need domain or purpose. */
async function serviceProblem(acting: Acting, row: Omit<Service, 'id'>): Promise<Problem | null> {
  const fields: FieldProblem[] = [];
  const organisation = await acting.tx
    .selectFrom('organisation')
    .select(['id', 'kind'])
    .where('id', '=', row.organisation_id)
    .where('merged_into', 'is', null)
    .executeTakeFirst();
  if (organisation === undefined) fields.push({ path: 'body.organisation_id', code: 'unknown' });
  else if (!mayReceive(organisation.kind)) {
    return {
      code: 'neighbourhood_body',
      fields: [{ path: 'body.organisation_id', code: 'neighbourhood_body' }],
    };
  }
  fields.push(...((await placeProblem(acting, row.place_id))?.fields ?? []));
  const model = await newestModel(acting);
  if (model === null) return { code: 'model_unknown' };
  if (!model.need_domains.some(({ code }) => code === row.need_domain)) {
    fields.push({ path: 'body.need_domain', code: 'unknown' });
  }
  if (packetTemplate(model, row.purpose) === null) {
    fields.push({ path: 'body.purpose', code: 'unknown' });
  }
  return fields.length > 0 ? { code: 'invalid_input', fields } : null;
}
