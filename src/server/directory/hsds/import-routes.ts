import { z } from 'zod';
import { type FileRecord, readDirectory } from '#domain/directory/hsds/read-directory.ts';
import { code } from '#domain/directory/organisation.ts';
import { languageTag } from '#domain/people/person.ts';
import type { Problem } from '#domain/problem.ts';
import type { Deps } from '../../deps.ts';
import { sendProblem } from '../../problem-reply.ts';
import { newestModel } from '../../programme/newest-model.ts';
import type { ServerApp } from '../../server-app.ts';
import { asCoordinator } from '../coordinator.ts';
import { type Imported, importDirectory } from './import-directory.ts';

/** A directory of 20,000 services fits. */
const LARGEST = 48 * 1024 * 1024;
/** HSDS nests seven deep; what goes far beyond is no directory. */
const DEEPEST = 24;

const file = z.strictObject({ name: z.string().max(300), text: z.string() });
const wanted = z.strictObject({
  files: z.array(file).min(1).max(40),
  /** True: says what would happen, and writes nothing. */
  trial: z.boolean(),
  language: languageTag.default('en'),
  need_domain: code.optional(),
  purpose: code.optional(),
});
const counts = z.object({ added: z.int(), changed: z.int(), unchanged: z.int() });
const imported = z.object({ organisations: counts, services: counts, locations: counts });

/** A directory comes in whole or not at all: one answer for the file, with every wrong row. */
export function addDirectoryImportRoutes(app: ServerApp, deps: Deps): void {
  app.post(
    '/api/directory/import',
    { bodyLimit: LARGEST, schema: { body: wanted, response: { 200: imported } } },
    async (request, reply) => {
      const { files, trial, language, need_domain, purpose } = request.body;
      const done = await asCoordinator<Imported | Problem>(deps, request, async (acting) => {
        const records = readFiles(files);
        if ('code' in records) return records;
        const model = await newestModel(acting);
        if (model === null) return { code: 'model_unknown' };
        await acting.client.query('savepoint before_import');
        const defaults = { language, need_domain, purpose };
        const rows = readDirectory(records);
        const result = await importDirectory(acting, model, rows, defaults, deps.newId);
        if (trial || 'code' in result) {
          await acting.client.query('rollback to savepoint before_import');
        }
        return result;
      });
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );
}

type File = z.infer<typeof file>;

function readFiles(files: readonly File[]): readonly FileRecord[] | Problem {
  const [first] = files;
  if (first === undefined || files.every(({ text }) => text.trim() === '')) {
    return { code: 'file_empty' };
  }
  return files.length > 1 ? { code: 'file_unreadable' } : readJson(first.text);
}

/** One record, a list of them, or a page as the read API gives it. */
function readJson(text: string): readonly FileRecord[] | Problem {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { code: 'file_unreadable' };
  }
  if (typeof value !== 'object' || value === null || isTooDeep(value)) {
    return { code: 'file_unreadable' };
  }
  const list = Array.isArray(value) ? value : 'contents' in value ? value.contents : [value];
  if (!Array.isArray(list)) return { code: 'file_unreadable' };
  if (list.length === 0) return { code: 'file_empty' };
  return list.map((one, index) => ({ value: one, at: `rows.${index + 1}` }));
}

function isTooDeep(value: object): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    );
  }
  return false;
}
