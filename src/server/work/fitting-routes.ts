import { z } from 'zod';
import { type Fit, fit, fitOf, fitOrder, fitQuestion } from '#domain/work/fit.ts';
import { type ShownVacancy, shownVacancy } from '#domain/work/vacancy.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { asAnybody } from '../directory/coordinator.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { parentsOf, todayOf } from './vacancy-routes.ts';
import { VACANCIES } from './vacancy-rows.ts';

const SHOWN = 50;
/** So many open vacancies are ordered, the newest; a country has more, the search by words finds those too. */
const MOST = 3_000;
const fitting = z.object({
  vacancies: z.array(shownVacancy.extend({ fit })),
  total: z.int(),
});

/**
 * Vacancies for somebody, with what speaks for and against each. Asked with codes and limits: no person is in question,
 * nothing of the question is kept, and nobody but the reader learns that it was asked.
 */
export function addFittingRoutes(app: ServerApp, deps: Deps): void {
  app.post(
    '/api/vacancies/fitting',
    {
      schema: {
        body: z.strictObject({ asked: fitQuestion, from: z.int().min(0).max(MOST).default(0) }),
        response: { 200: fitting },
      },
    },
    async (request, reply) => {
      const { asked, from } = request.body;
      const answer = await asAnybody<z.infer<typeof fitting>>(deps, request, async (acting) => {
        const parents = await parentsOf(acting);
        const demanded = await demandedAt(acting, asked.place_id, parents);
        const rows = await openVacancies(acting, await todayOf(acting, deps));
        const all: (ShownVacancy & { fit: Fit })[] = rows
          .map((row) => ({ ...row, fit: fitOf(row, asked, { parents, demanded }) }))
          .toSorted((a, b) => fitOrder(a.fit, b.fit));
        return { vacancies: all.slice(from, from + SHOWN), total: all.length };
      });
      return 'code' in answer ? sendProblem(reply, answer) : answer;
    },
  );
}

async function openVacancies(acting: Acting, today: string): Promise<readonly ShownVacancy[]> {
  const { rows } = await acting.client.query<ShownVacancy>(
    `${VACANCIES} where not v.withdrawn and v.valid_until >= $1 order by v.id desc limit $2`,
    [today, MOST],
  );
  return rows;
}

/** Unit groups that somebody counts or forecasts a need for, here or in the region or country above. */
async function demandedAt(
  acting: Acting,
  place: string,
  parents: ReadonlyMap<string, string | null>,
): Promise<ReadonlySet<string>> {
  const path = [place];
  for (let next = parents.get(place) ?? null; next !== null; next = parents.get(next) ?? null)
    path.push(next);
  const { rows } = await acting.client.query<{ occupation: string }>(
    `select occupation from (
       select distinct on (kind, occupation, place_id) occupation, value
       from labour_demand where place_id = any ($1)
       order by kind, occupation, place_id, period desc, as_of desc) newest
     where value > 0 group by occupation`,
    [path],
  );
  return new Set(rows.map(({ occupation }) => occupation));
}
