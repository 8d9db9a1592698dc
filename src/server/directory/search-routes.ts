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

/** Nobody reads more at once; whoever looks for less says more. */
const SHOWN = 100;

export type EntryRow = Omit<Entry, 'open'> & { readonly hours: readonly Hours[] };

/** A service with its capacity and all its hours, those of where it is given too. */
export const ENTRIES = `
  select s.id, s.organisation_id, s.name, o.name as organisation, s.need_domain, s.place_id,
    s.languages, s.minimum_age, s.maximum_age, s.serves, s.staff, s.childcare, s.active,
    c.capacity, c.places_free, c.waiting_days, to_char(c.assured_on, 'YYYY-MM-DD') as assured_on,
    coalesce(s.document->'schedules', '[]') || coalesce((
      select jsonb_agg(one) from service_at_location n,
        jsonb_array_elements(coalesce(n.document->'schedules', '[]')) one
      where n.service_id = s.id), '[]') as hours
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
        // Whether a door is open is known only once its hours were read.
        const most = asked.open === true ? null : SHOWN;
        const { ids, total } = await candidates(acting, asked, parents, most);
        const { rows } = await acting.client.query<EntryRow>(`${ENTRIES} where s.id = any ($1)`, [
          ids,
        ]);
        const at = await atNow(acting, deps);
        const fitting = rows.flatMap((row) => {
          const one = entryOf(row, at);
          const reasons = reasonsFor(one, asked, parents);
          return reasons === null ? [] : [{ ...one, reasons: [...reasons] }];
        });
        return {
          services: fitting.toSorted(order).slice(0, SHOWN),
          total: most === null ? fitting.length : total,
        };
      });
      return 'code' in answer ? sendProblem(reply, answer) : answer;
    },
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

export function entryOf({ hours, ...row }: EntryRow, { at, zone, isHoliday }: Moment): Entry {
  return { ...row, open: isOpen(hours, at, zone, isHoliday) };
}
