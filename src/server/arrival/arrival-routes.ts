import { rm } from 'node:fs/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { cellText } from '#domain/arrival/cell.ts';
import { checkMapping } from '#domain/arrival/check-mapping.ts';
import {
  type ArrivalList,
  arrivalList,
  arrivalLists,
  arrivalPlan,
  type ListAbility,
  type ListColumns,
  listColumns,
  readingChoice,
} from '#domain/arrival/list.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';
import { arrivalWork } from './arrival-work.ts';
import { groundOf } from './list-ground.ts';
import {
  addList,
  fileKey,
  forgetFile,
  listById,
  moveOn,
  recentLists,
  savePlan,
} from './list-rows.ts';
import { sealedFile, sealedPath } from './sealed-file.ts';
import { sweepRegularly } from './sweep.ts';
import { lookAtList } from './try-list.ts';
import { beginUndo, undoList } from './undo-list.ts';
import { takeUpload, type Upload } from './upload.ts';

const params = z.object({ id });
const one = { params, response: { 200: arrivalList } };
const begun = { params, response: { 202: arrivalList } };

/** Arrival lists: upload, columns, check, import, undo. For intake officers; to others they do not exist. */
export function addArrivalRoutes(app: ServerApp, deps: Deps): void {
  const work = arrivalWork(deps);
  app.addHook('onClose', () => work.close());
  sweepRegularly(app, deps);
  const find = (request: FastifyRequest, listId: string) =>
    deps.database.as(request.actor, (acting) => listById(acting, listId, deps.clock()));
  /** Finds the list and asks whether this may be done with it now. */
  const allowed = async (request: FastifyRequest, listId: string, ability: ListAbility) => {
    const list = await find(request, listId);
    if (list === null) return problem('gone');
    return list.abilities.includes(ability) ? { list } : problem('list_not_there_yet');
  };
  const again = async (
    request: FastifyRequest,
    reply: FastifyReply,
    listId: string,
    code = 200,
  ) => {
    const list = await find(request, listId);
    return list === null ? sendProblem(reply, { code: 'gone' }) : reply.code(code).send(list);
  };
  const removeCopy = (listId: string) =>
    rm(sealedPath(deps.config.dataDirectory, listId), { force: true });

  app.get('/api/arrival-lists', { schema: { response: { 200: arrivalLists } } }, (request, reply) =>
    deps.database.as(request.actor, async (acting) => {
      if (acting.role !== 'intake_officer') return sendProblem(reply, { code: 'gone' });
      const lists = await recentLists(acting, deps.clock());
      return reply.send({ lists, may_upload: acting.place_id !== null });
    }),
  );

  app.post(
    '/api/arrival-lists',
    { schema: { consumes: ['multipart/form-data'], response: { 201: arrivalList } } },
    async (request, reply) => {
      const ground = await deps.database.as(request.actor, (acting) =>
        groundOf(acting, deps.clock()),
      );
      if (ground === null) return sendProblem(reply, { code: 'gone' });
      const upload = await takeUpload(request, deps);
      if ('problem' in upload) return sendProblem(reply, upload.problem);
      const place_path = ground.place_paths.get(ground.place_id) ?? [];
      await keep(request, upload, place_path);
      return again(request, reply, upload.listId, 201);
    },
  );

  app.get('/api/arrival-lists/:id', { schema: one }, (request, reply) =>
    again(request, reply, request.params.id),
  );

  app.get(
    '/api/arrival-lists/:id/columns',
    { schema: { params, querystring: readingChoice, response: { 200: listColumns } } },
    async (request, reply) => {
      const found = await allowed(request, request.params.id, 'map');
      if ('problem' in found) return sendProblem(reply, found.problem);
      const looked = await look(request, request.params.id, {
        ...found.list.plan?.reading,
        ...request.query,
      });
      return 'problem' in looked ? sendProblem(reply, looked.problem) : reply.send(looked);
    },
  );

  app.put(
    '/api/arrival-lists/:id/mapping',
    { schema: { ...one, body: arrivalPlan } },
    async (request, reply) => {
      const plan = request.body;
      const listId = request.params.id;
      const found = await allowed(request, listId, 'map');
      if ('problem' in found) return sendProblem(reply, found.problem);
      const looked = await look(request, listId, plan.reading ?? {});
      if ('problem' in looked) return sendProblem(reply, looked.problem);
      const fields = [
        ...checkMapping(
          looked.columns.map((column) => column.heading),
          plan.mapping,
        ),
      ];
      const wrong = await deps.database.as(request.actor, async (acting) => {
        const ground = await groundOf(acting, deps.clock());
        const place = plan.default_place_id;
        if (place !== undefined && ground?.place_paths.has(place) !== true) {
          fields.push({ path: 'default_place_id', code: 'not_one_of' });
        }
        if (fields.length === 0) await savePlan(acting, listId, plan);
        return fields.map((field) => ({ ...field, path: `body.${field.path}` }));
      });
      if (wrong.length > 0) return sendProblem(reply, { code: 'invalid_input', fields: wrong });
      return again(request, reply, listId);
    },
  );

  app.post('/api/arrival-lists/:id/check', { schema: begun }, async (request, reply) => {
    const listId = request.params.id;
    const found = await allowed(request, listId, 'check');
    if ('problem' in found) return sendProblem(reply, found.problem);
    if (found.list.plan === null) return sendProblem(reply, { code: 'list_not_there_yet' });
    return start(request, reply, found.list, 'check');
  });

  app.post('/api/arrival-lists/:id/import', { schema: begun }, async (request, reply) => {
    const found = await allowed(request, request.params.id, 'import');
    if ('problem' in found) return sendProblem(reply, found.problem);
    return start(request, reply, found.list, 'import');
  });

  app.post('/api/arrival-lists/:id/undo', { schema: begun }, async (request, reply) => {
    const listId = request.params.id;
    const found = await allowed(request, listId, 'undo');
    if ('problem' in found) return sendProblem(reply, found.problem);
    const refused = await beginUndo(deps.database, request.actor, listId);
    if (refused) return sendProblem(reply, refused.problem);
    await deps.database.as(request.actor, (acting) => forgetFile(acting, listId));
    await removeCopy(listId);
    work.follow(undoList(deps.database, request.actor, listId, deps.clock));
    return again(request, reply, listId, 202);
  });

  app.delete('/api/arrival-lists/:id', { schema: one }, async (request, reply) => {
    const listId = request.params.id;
    const found = await allowed(request, listId, 'cancel');
    if ('problem' in found) return sendProblem(reply, found.problem);
    await deps.database.as(request.actor, async (acting) => {
      await moveOn(acting, listId, ['open', 'checked'], 'cancelled', deps.clock());
      await forgetFile(acting, listId);
    });
    await removeCopy(listId);
    return again(request, reply, listId);
  });

  async function keep(request: FastifyRequest, upload: Upload, place_path: readonly string[]) {
    const { listId, file } = upload;
    try {
      await deps.database.as(request.actor, async (acting: Acting) => {
        await addList(acting, { id: listId, place_path, at: deps.clock() }, file);
        await logRead(
          acting,
          { action: 'uploaded', details: { list: 'arrival_list' } },
          deps.clock(),
        );
      });
    } catch (error) {
      await removeCopy(listId);
      throw error;
    }
  }

  async function start(
    request: FastifyRequest,
    reply: FastifyReply,
    list: ArrivalList,
    task: 'check' | 'import',
  ) {
    const to = task === 'check' ? 'checking' : 'importing';
    const moved = await deps.database.as(request.actor, async (acting) => {
      if ((await fileKey(acting, list.id, deps.clock())) === null) return 'list_file_gone';
      const on = await moveOn(acting, list.id, [list.state], to, deps.clock());
      return on ? null : 'list_not_there_yet';
    });
    if (moved !== null) return sendProblem(reply, { code: moved });
    work.start(task, list.id, request.actor);
    return again(request, reply, list.id, 202);
  }

  /** Reads the beginning of the sealed copy; nothing of it is kept. */
  async function look(
    request: FastifyRequest,
    listId: string,
    choice: z.infer<typeof readingChoice>,
  ): Promise<ListColumns | { readonly problem: Problem }> {
    const key = await deps.database.as(request.actor, (acting) =>
      fileKey(acting, listId, deps.clock()),
    );
    if (key === null) return problem('list_file_gone');
    const looked = await lookAtList(
      sealedFile(sealedPath(deps.config.dataDirectory, listId), key),
      choice,
    );
    if ('problem' in looked) return looked;
    const { format, encoding, delimiter, sheets, guess, sample } = looked;
    return {
      ...{ format, encoding, delimiter },
      ...(sheets === undefined ? {} : { sheets: [...sheets] }),
      columns: guess.columns.map(({ reasons: _reasons, ...column }) => ({
        ...column,
        heading: storable(column.heading),
        // What may not be held is not shown either.
        sample:
          column.drop === 'forbidden'
            ? []
            : sample.slice(0, 3).map((row) => storable(cellText(row.cells[column.column]))),
      })),
      ...(guess.name_order === undefined ? {} : { name_order: guess.name_order }),
    };
  }
}

function storable(text: string): string {
  return text.slice(0, 200).toWellFormed();
}

function problem(code: Problem['code']): { readonly problem: Problem } {
  return { problem: { code } };
}
