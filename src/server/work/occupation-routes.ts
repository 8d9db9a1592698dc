import { z } from 'zod';
import type { Problem } from '#domain/problem.ts';
import { localTitles, occupationCode, shownOccupation } from '#domain/work/occupation.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { asAnybody, asCoordinator } from '../directory/coordinator.ts';
import { changedMeanwhile, gone } from '../directory/organisation-routes.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import {
  type Edited,
  editedTitles,
  nearestOccupations,
  occupationsByCode,
  prepareOccupations,
} from './occupation-index.ts';

const SHOWN = 12;
const MOST_CODES = 60;
const found = z.object({ occupations: z.array(shownOccupation) });
const question = z.strictObject({
  /** Free words in any language. */
  q: z.string().max(300).optional(),
  /** Codes with commas between them, whose titles are wanted. */
  codes: z.string().max(1_500).optional(),
});
const editedRows = z.object({
  titles: z.array(localTitles.extend({ version: z.int() })),
});

/** Occupations by free words or by code, for whoever is signed in; their local titles, for the coordinator. */
export function addOccupationRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/occupations',
    { schema: { querystring: question, response: { 200: found } } },
    async (request, reply) => {
      const { q, codes } = request.query;
      const edited = await asAnybody<Edited>(deps, request, editedTitles);
      if ('code' in edited) return sendProblem(reply, edited);
      if (codes !== undefined) {
        const wanted = codes.split(',').slice(0, MOST_CODES);
        return { occupations: [...(await occupationsByCode(edited, wanted))] };
      }
      if (q === undefined || q.trim() === '') {
        prepareOccupations(edited);
        return { occupations: [] };
      }
      return { occupations: [...(await nearestOccupations(edited, q, SHOWN))] };
    },
  );

  app.get(
    '/api/occupations/:code/titles',
    { schema: { params: z.object({ code: occupationCode }), response: { 200: editedRows } } },
    async (request, reply) => {
      const answer = await asCoordinator<z.infer<typeof editedRows>>(
        deps,
        request,
        async (acting) => ({
          titles: await acting.tx
            .selectFrom('occupation_title')
            .select(['language', 'titles', 'version'])
            .where('code', '=', request.params.code)
            .orderBy('language')
            .execute(),
        }),
      );
      return 'code' in answer ? sendProblem(reply, answer) : answer;
    },
  );

  app.put(
    '/api/occupations/:code/titles',
    {
      schema: {
        params: z.object({ code: occupationCode }),
        // 0 = there was none before.
        body: localTitles.extend({ version: z.int().min(0) }),
        response: { 200: z.object({ version: z.int() }) },
      },
    },
    async (request, reply) => {
      const { version, ...titles } = request.body;
      const { code } = request.params;
      const edited = await asCoordinator<Edited>(deps, request, editedTitles);
      if ('code' in edited) return sendProblem(reply, edited);
      if ((await occupationsByCode(edited, [code])).length === 0) return sendProblem(reply, gone);
      const changed = await asCoordinator(deps, request, (acting) =>
        keepTitles(acting, code, titles, version),
      );
      return changed === null ? { version: version + 1 } : sendProblem(reply, changed);
    },
  );
}

async function keepTitles(
  acting: Acting,
  code: string,
  { language, titles }: z.infer<typeof localTitles>,
  version: number,
): Promise<Problem | null> {
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await acting.tx
      .insertInto('occupation_title')
      .values({ code, language, titles })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n ? null : changedMeanwhile;
  }
  const { numUpdatedRows } = await acting.tx
    .updateTable('occupation_title')
    .set({ titles, version: version + 1 })
    .where('code', '=', code)
    .where('language', '=', language)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n ? null : changedMeanwhile;
}
