import { z } from 'zod';
import { readDirectory } from '#domain/directory/hsds/read-directory.ts';
import { code } from '#domain/directory/organisation.ts';
import { languageTag } from '#domain/people/person.ts';
import type { Problem } from '#domain/problem.ts';
import type { Deps } from '../../deps.ts';
import { sendProblem } from '../../problem-reply.ts';
import { newestModel } from '../../programme/newest-model.ts';
import type { ServerApp } from '../../server-app.ts';
import { asCoordinator } from '../coordinator.ts';
import { type Imported, importDirectory, wrongRows } from './import-directory.ts';
import { readFiles } from './read-files.ts';
import { unzip, ZIP_LIMITS } from './unzip.ts';

/** A directory of 20,000 services fits. */
const LARGEST = 48 * 1024 * 1024;
const file = z.strictObject({ name: z.string().max(300), text: z.string() });
const wanted = z.strictObject({
  files: z.array(file).max(40).default([]),
  /** The tabular package in one ZIP, as base64, instead of its files. */
  zip: z
    .string()
    .max(Math.ceil(ZIP_LIMITS.packed / 3) * 4)
    .optional(),
  /** True: says what would happen, and writes nothing. */
  trial: z.boolean(),
  language: languageTag.default('en'),
  need_domain: code.optional(),
  purpose: code.optional(),
});
const counts = z.object({ added: z.int(), changed: z.int(), unchanged: z.int() });
const imported = z.object({
  ...{ organisations: counts, services: counts, locations: counts },
  left_out: z.int(),
});

/** A directory comes in whole or not at all: one answer for the file, with every wrong row. */
export function addDirectoryImportRoutes(app: ServerApp, deps: Deps): void {
  app.post(
    '/api/directory/import',
    { bodyLimit: LARGEST, schema: { body: wanted, response: { 200: imported } } },
    async (request, reply) => {
      const { files, zip, trial, language, need_domain, purpose } = request.body;
      // Unpacking takes its time, and no transaction waits for it.
      const allowed = await asCoordinator(deps, request, async () => ({}));
      if ('code' in allowed) return sendProblem(reply, allowed);
      const unpacked = zip === undefined ? files : await unzip(Buffer.from(zip, 'base64'));
      if ('code' in unpacked) return sendProblem(reply, unpacked);
      const done = await asCoordinator<(Imported & { left_out: number }) | Problem>(
        deps,
        request,
        async (acting) => {
          const read = readFiles(unpacked);
          if ('code' in read) return read;
          if (read.problems.length > 0) return wrongRows(read.problems);
          const model = await newestModel(acting);
          if (model === null) return { code: 'model_unknown' };
          await acting.client.query('savepoint before_import');
          const defaults = { language, need_domain, purpose };
          const rows = readDirectory(read.records);
          const result = await importDirectory(acting, model, rows, defaults, deps.newId);
          if (trial || 'code' in result) {
            await acting.client.query('rollback to savepoint before_import');
          }
          return 'code' in result ? result : { ...result, left_out: read.left_out };
        },
      );
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );
}
