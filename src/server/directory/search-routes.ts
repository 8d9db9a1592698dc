import type { z } from 'zod';
import { type Entry, found, needs, wanted } from '#domain/directory/directory.ts';
import { type Hours, isOpen } from '#domain/directory/open-hours.ts';
import { order, reasonsFor } from '#domain/directory/reasons.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import { newestModel } from '../programme/newest-model.ts';
import type { ServerApp } from '../server-app.ts';
import { candidates } from './candidates.ts';
import { asAnybody } from './coordinator.ts';
import { openNow } from './open-now.ts';

/** Nobody reads more at once; whoever looks for less says more. */
const SHOWN = 100;

export type EntryRow = Omit<Entry, 'open'> & {
  readonly hours: readonly Hours[];
  /** The clock of its place; null = that of the programme. */
  readonly zone: string | null;
};

/** A service with its capacity and all its hours, those of where it is given too. */
export const ENTRIES = `
  select s.id, s.organisation_id, s.name, o.name as organisation, s.need_domain, s.place_id,
    s.languages, s.minimum_age, s.maximum_age, s.serves, s.staff, s.childcare, s.active,
    c.capacity, c.places_free, c.waiting_days, to_char(c.assured_on, 'YYYY-MM-DD') as assured_on,
    coalesce(s.document->'schedules', '[]') || coalesce((
      select jsonb_agg(one) from service_at_location n,
        jsonb_array_elements(coalesce(n.document->'schedules', '[]')) one
      where n.service_id = s.id), '[]') as hours, place_time_zone(s.place_id) as zone
  from service s join organisation o on o.id = s.organisation_id
    left join service_capacity c on c.service_id = s.id`;

/** Finds services for somebody: everybody who is signed in may look; no person is in question. */
export function addDirectorySearchRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/directory',
    { schema: { querystring: wanted, response: { 200: found } } },
    async (request, reply) => {
      const answer = await asAnybody<z.infer<typeof found>>(deps, request, async (acting) => {
        const asked = request.query;
        const parents = new Map(
          (await acting.tx.selectFrom('place').select(['id', 'parent_id']).execute()).map((row) => [
            row.id,
            row.parent_id,
          ]),
        );
        const at = await atNow(acting, deps);
        const open = asked.open === true ? await openNow(acting, at) : null;
        const { ids, total } = await candidates(acting, asked, parents, open, SHOWN);
        const { rows } = await acting.client.query<EntryRow>(`${ENTRIES} where s.id = any ($1)`, [
          ids,
        ]);
        const fitting = rows.flatMap((row) => {
          const one = entryOf(row, at);
          const reasons = reasonsFor(one, asked, parents);
          return reasons === null ? [] : [{ ...one, reasons: [...reasons] }];
        });
        const shown = fitting.toSorted(order);
        const points = await openPoints(
          acting,
          shown.map((one) => one.id),
        );
        return {
          services: shown.map((one) => ({ ...one, at: points.get(one.id) ?? null })),
          total,
        };
      });
      return 'code' in answer ? sendProblem(reply, answer) : answer;
    },
  );
}

type At = NonNullable<z.infer<typeof found>['services'][number]['at']>;

/** Coordinates of open addresses; a service that has a confidential one anywhere is on no map but in its region. */
async function openPoints(acting: Acting, ids: readonly string[]): Promise<Map<string, At>> {
  const { rows } = await acting.client.query<At & { service_id: string }>(
    `select distinct on (n.service_id) n.service_id,
       (l.document->>'longitude')::float8 as longitude, (l.document->>'latitude')::float8 as latitude
     from service_at_location n join location l on l.id = n.location_id
     where n.service_id = any ($1) and not exists (
         select from service_at_location c join location h on h.id = c.location_id and h.confidential
         where c.service_id = n.service_id)
       and jsonb_typeof(l.document->'longitude') = 'number' and jsonb_typeof(l.document->'latitude') = 'number'
     order by n.service_id, n.id`,
    [ids],
  );
  return new Map(
    rows.map(({ service_id, longitude, latitude }) => [service_id, { longitude, latitude }]),
  );
}

/** The areas of life of the programme: all that a receiving service reads of its model. */
export function addDirectoryNeedRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/directory/needs',
    { schema: { response: { 200: needs } } },
    async (request, reply) => {
      const found = await asAnybody<z.infer<typeof needs>>(deps, request, async (acting) => ({
        needs: ((await newestModel(acting))?.need_domains ?? []).map(({ code, labels }) => ({
          ...{ code, labels },
        })),
      }));
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );
}

export interface Moment {
  readonly at: string;
  readonly zone: string;
  readonly isHoliday: (day: string) => boolean;
}

/** Now, and the clock by which services are open. */
export async function atNow(acting: Acting, deps: Deps): Promise<Moment> {
  const model = await newestModel(acting);
  const holidays = new Set(model?.holidays.map(({ on }) => on));
  return {
    ...{ at: deps.clock().toISOString(), zone: model?.time_zone ?? 'UTC' },
    isHoliday: (day) => holidays.has(day) || holidays.has(day.slice(5)),
  };
}

export function entryOf(
  { hours, zone: own, ...row }: EntryRow,
  { at, zone, isHoliday }: Moment,
): Entry {
  return { ...row, open: isOpen(hours, at, own ?? zone, isHoliday) };
}
