import { z } from 'zod';
import { may } from '#domain/access/rights.ts';
import {
  changedCapacity,
  confidentialAddresses,
  details,
  page,
  type ServicePage,
} from '#domain/directory/directory.ts';
import { toldOf, withTold } from '#domain/directory/document.ts';
import type { Document } from '#domain/directory/hsds/read-directory.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { dayAt } from '#domain/zone.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';
import { asAnybody, asCoordinator } from './coordinator.ts';
import { lockCapacity } from './merge/entry-fields.ts';
import { changedMeanwhile, gone } from './organisation-routes.ts';
import { atNow, ENTRIES, type EntryRow, entryOf, type Moment } from './search-routes.ts';
import { keepPlace, placesOf } from './service-places.ts';

const params = z.object({ id });
const saved = { 200: z.object({ version: z.int() }) };

/** One service of the directory: read by all who are signed in, kept by the coordinator and in part by itself. */
export function addServicePageRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/directory/:id',
    { schema: { params, response: { 200: page } } },
    async (request, reply) => {
      const found = await asAnybody(deps, request, async (acting) =>
        pageOf(acting, request.params.id, await atNow(acting, deps)),
      );
      return found === null || 'code' in found ? sendProblem(reply, found ?? gone) : found;
    },
  );

  // Each time it is asked for, the asking is written down with it.
  app.get(
    '/api/directory/:id/confidential-addresses',
    { schema: { params, response: { 200: confidentialAddresses } } },
    async (request, reply) => {
      const found = await asAnybody(deps, request, async (acting) => {
        const { rows } = await acting.client.query<{ location_id: string; address: string }>(
          `select c.location_id, c.address from confidential_address c
             join service_at_location n on n.location_id = c.location_id
           where n.service_id = standing_service($1) order by c.location_id`,
          [request.params.id],
        );
        if (rows.length === 0) return gone;
        await logRead(acting, { action: 'address_read' }, deps.clock());
        return { addresses: rows };
      });
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  app.put(
    '/api/directory/:id/capacity',
    { schema: { params, body: changedCapacity, response: saved } },
    async (request, reply) => {
      const done = await asAnybody(deps, request, async (acting) =>
        keepCapacity(acting, request.params.id, request.body, await atNow(acting, deps)),
      );
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );

  app.put(
    '/api/directory/:id',
    { schema: { params, body: details.safeExtend({ version: z.int().min(1) }), response: saved } },
    async (request, reply) => {
      const { version, ...said } = request.body;
      const done = await asCoordinator<{ version: number } | Problem>(
        deps,
        request,
        async (acting) => {
          const { rows } = await acting.client.query<{
            document: Document;
            organisation_id: string;
          }>('select document, organisation_id from service where id = $1', [request.params.id]);
          const [before] = rows;
          if (before === undefined) return gone;
          const changed = await acting.client.query(
            `update service set minimum_age = $3, maximum_age = $4, serves = $5, staff = $6, childcare = $7,
               document = $8, with_own_fields = true, version = version + 1
             where id = $1 and version = $2 and merged_into is null`,
            [
              ...[request.params.id, version, said.minimum_age, said.maximum_age, said.serves],
              ...[said.staff, said.childcare, withTold(before.document, said, deps.newId)],
            ],
          );
          if (changed.rowCount !== 1) return changedMeanwhile;
          const service = { id: request.params.id, organisation_id: before.organisation_id };
          await keepPlace(acting, service, said.place, deps.newId);
          return { version: version + 1 };
        },
      );
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );
}

async function pageOf(acting: Acting, id: string, now: Moment): Promise<ServicePage | null> {
  const { rows } = await acting.client.query<
    EntryRow & { document: Document; note: string | null; version: number; kept: number | null }
  >(
    `select e.*, s.document, s.note, s.version, k.version as kept from (${ENTRIES} where s.id = standing_service($1)) e
       join service s on s.id = e.id left join service_capacity k on k.service_id = e.id`,
    [id],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const { document, note, version, kept, ...one } = row;
  const { role } = acting;
  return {
    service: entryOf(one, now),
    details: { ...toldOf(document), note },
    places: await placesOf(acting, one.id),
    version,
    capacity_version: kept ?? 0,
    may: {
      keep: role === 'coordinator',
      keep_capacity: mayKeepCapacity(acting, one.organisation_id),
      refer: role !== null && may(role, 'append', 'general'),
    },
  };
}

function mayKeepCapacity(acting: Acting, organisation: string): boolean {
  if (acting.role === 'coordinator') return true;
  return acting.role === 'partner' && acting.organisation_id === organisation;
}

/** Written by the coordinator, or by the organisation whose service it is. */
async function keepCapacity(
  acting: Acting,
  service: string,
  { version, assured, ...said }: z.infer<typeof changedCapacity>,
  { at, zone }: Moment,
): Promise<{ version: number } | Problem> {
  await lockCapacity(acting, [service]);
  const { rows } = await acting.client.query<{
    organisation_id: string;
    version: number | null;
    is_merged: boolean;
  }>(
    `select s.organisation_id, c.version, s.merged_into is not null as is_merged from service s
       left join service_capacity c on c.service_id = s.id where s.id = $1`,
    [service],
  );
  const [known] = rows;
  if (known === undefined) return gone;
  if (!mayKeepCapacity(acting, known.organisation_id)) return { code: 'not_allowed' };
  if (known.is_merged || (known.version ?? 0) !== version) return changedMeanwhile;
  const values = [service, said.capacity, said.places_free, said.waiting_days];
  const today = assured ? dayAt(at, zone) : null;
  const { rowCount } =
    known.version === null
      ? await acting.client.query(
          `insert into service_capacity (service_id, capacity, places_free, waiting_days, assured_on)
           values ($1, $2, $3, $4, $5) on conflict do nothing`,
          [...values, today],
        )
      : await acting.client.query(
          `update service_capacity set capacity = $2, places_free = $3, waiting_days = $4,
             assured_on = coalesce($5, assured_on), version = version + 1
           where service_id = $1 and version = $6`,
          [...values, today, version],
        );
  return rowCount === 1 ? { version: version + 1 } : changedMeanwhile;
}
