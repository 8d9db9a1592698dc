import { z } from 'zod';
import { placesAround } from '#domain/directory/reasons.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { line } from '#domain/text.ts';
import { occupationCode } from '#domain/work/occupation.ts';
import { readVacancies, VACANCY_COLUMNS } from '#domain/work/read-vacancies.ts';
import { shownVacancy, vacancyFields, vacancyPage } from '#domain/work/vacancy.ts';
import { dayAt } from '#domain/zone.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { asAnybody, asCoordinator } from '../directory/coordinator.ts';
import { changedMeanwhile, gone, placeProblem } from '../directory/organisation-routes.ts';
import { decodeCursor, encodeCursor } from '../page-cursor.ts';
import { sendProblem } from '../problem-reply.ts';
import { newestModel } from '../programme/newest-model.ts';
import type { ServerApp } from '../server-app.ts';
import { editedTitles } from './occupation-index.ts';
import { listVacancies, rowOf, vacancyById, writeVacancies } from './vacancy-rows.ts';
import { groundOfList, listPlaces, rowsOfUpload, wrongRows } from './work-file.ts';

const SHOWN = 50;
const counts = z.object({
  ...{ added: z.int(), changed: z.int(), unchanged: z.int() },
  /** Vacancies whose words are no occupation: they are found by their words alone. */
  words_only: z.int(),
  left_out: z.array(z.string()),
});
const question = z.strictObject({
  occupation: occupationCode.optional(),
  place: id.optional(),
  text: z.string().max(100).optional(),
  /** Those that are over or were taken back. */
  ended: z.stringbool().optional(),
  after: z.string().max(200).optional(),
});
const change = z.strictObject({ version: z.int(), withdrawn: z.boolean(), vacancy: vacancyFields });
/** Whoever enters vacancies: those who hear of them. */
const ENTERS = ['caseworker', 'supervisor', 'coordinator', 'partner'];

/** Vacancies: looked through by whoever works with people, written down by whoever hears of one. */
export function addVacancyRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/vacancies',
    { schema: { querystring: question, response: { 200: vacancyPage } } },
    async (request, reply) => {
      const { place, after, ended, ...asked } = request.query;
      const found = await asAnybody<z.infer<typeof vacancyPage>>(deps, request, async (acting) => {
        const around = place === undefined ? null : placesAround(place, await parentsOf(acting));
        const wanted = {
          ...{ ...asked, ended: ended === true, after: decodeCursor(id, after) },
          places: around === null ? null : [...around.within, ...around.above],
        };
        const rows = await listVacancies(acting, wanted, await todayOf(acting, deps), SHOWN);
        const shown = rows.slice(0, SHOWN);
        return { rows: shown, next: rows.length > SHOWN ? encodeCursor(shown.at(-1)?.id) : null };
      });
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  app.get(
    '/api/vacancies/:id',
    { schema: { params: z.object({ id }), response: { 200: shownVacancy } } },
    async (request, reply) => {
      const found = await asAnybody<z.infer<typeof shownVacancy> | Problem>(
        deps,
        request,
        async (acting) => (await vacancyById(acting, request.params.id)) ?? gone,
      );
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  app.post(
    '/api/vacancies',
    {
      schema: {
        body: z.strictObject({ id, vacancy: vacancyFields }),
        response: { 201: z.object({ id }) },
      },
    },
    async (request, reply) => {
      const { id: own, vacancy } = request.body;
      const problem = await entering(deps, request, async (acting) => {
        const wrong = await unknownProblem(acting, deps, vacancy);
        if (wrong !== null) return wrong;
        const { numInsertedOrUpdatedRows } = await acting.tx
          .insertInto('vacancy')
          .values({ ...rowOf(vacancy), id: own, entered_by: acting.actor.id })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirstOrThrow();
        return numInsertedOrUpdatedRows === 1n ? null : { code: 'already_so' };
      });
      if (problem !== null) return sendProblem(reply, problem);
      return reply.code(201).send({ id: own });
    },
  );

  app.put(
    '/api/vacancies/:id',
    {
      schema: {
        params: z.object({ id }),
        body: change,
        response: { 200: z.object({ version: z.int() }) },
      },
    },
    async (request, reply) => {
      const { version, withdrawn, vacancy } = request.body;
      const problem = await entering(deps, request, async (acting) => {
        const known = await vacancyById(acting, request.params.id);
        if (known === null) return gone;
        if (!known.mine) return { code: 'not_allowed' };
        const wrong = await unknownProblem(acting, deps, vacancy, known.valid_until);
        if (wrong !== null) return wrong;
        const { numUpdatedRows } = await acting.tx
          .updateTable('vacancy')
          .set({ ...rowOf(vacancy), withdrawn, version: version + 1 })
          .where('id', '=', request.params.id)
          .where('version', '=', version)
          .executeTakeFirstOrThrow();
        return numUpdatedRows === 1n ? null : changedMeanwhile;
      });
      return problem === null ? { version: version + 1 } : sendProblem(reply, problem);
    },
  );

  app.post(
    '/api/vacancies/import',
    {
      schema: {
        querystring: z.strictObject({ source: line, trial: z.stringbool() }),
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
      const ground = await groundOfList(rows, VACANCY_COLUMNS, ['occupation', 'title'], before);
      const read = readVacancies(rows, ground);
      if (read.problems.length > 0) return sendProblem(reply, wrongRows(read.problems));
      const { source, trial } = request.query;
      const done = await asCoordinator<z.infer<typeof counts>>(deps, request, async (acting) => {
        await acting.client.query('savepoint before_import');
        const written = await writeVacancies(acting, read.vacancies, source, deps.newId);
        if (trial) await acting.client.query('rollback to savepoint before_import');
        const words_only = read.vacancies.filter(({ occupation }) => occupation === null).length;
        return { ...written, words_only, left_out: [...read.left_out] };
      });
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );
}

async function entering(
  deps: Deps,
  request: Parameters<typeof asAnybody>[1],
  work: (acting: Acting) => Promise<Problem | null>,
): Promise<Problem | null> {
  return asAnybody<Problem | null>(deps, request, async (acting) =>
    ENTERS.includes(acting.role ?? '') ? work(acting) : { code: 'not_allowed' },
  );
}

/** What a vacancy names and is not there; a day that has passed already, unless it stood there before. */
async function unknownProblem(
  acting: Acting,
  deps: Deps,
  vacancy: z.infer<typeof vacancyFields>,
  before?: string,
): Promise<Problem | null> {
  const place = await placeProblem(acting, vacancy.place_id);
  if (place !== null) return wrongField('place_id', 'unknown');
  const { organisation_id, valid_until } = vacancy;
  if (acting.role === 'partner' && organisation_id !== acting.organisation_id)
    return wrongField('organisation_id', 'unknown');
  if (organisation_id !== null) {
    const known = await acting.tx
      .selectFrom('organisation')
      .select('id')
      .where('id', '=', organisation_id)
      .executeTakeFirst();
    if (known === undefined) return wrongField('organisation_id', 'unknown');
  }
  const over = valid_until < (await todayOf(acting, deps)) && valid_until !== before;
  return over ? wrongField('valid_until', 'day_has_passed') : null;
}

function wrongField(field: string, code: string): Problem {
  return { code: 'invalid_input', fields: [{ path: `body.vacancy.${field}`, code }] };
}

/** The day by the clock of the programme. */
export async function todayOf(acting: Acting, deps: Deps): Promise<string> {
  return dayAt(deps.clock(), (await newestModel(acting))?.time_zone ?? 'UTC');
}

export async function parentsOf(acting: Acting): Promise<ReadonlyMap<string, string | null>> {
  const rows = await acting.tx.selectFrom('place').select(['id', 'parent_id']).execute();
  return new Map(rows.map((row) => [row.id, row.parent_id]));
}
