import { z } from 'zod';
import type { Actor } from '#domain/access/role.ts';
import { id } from '#domain/id.ts';
import type { Database } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { knownStages, knownText, modelText, stageWords } from './model.ts';

/** No list names more people than this on a page, whoever asks. `page_of_files()` cuts the page there. */
export const PAGE = 50;

const page = z.object({ after: id.optional() });
/** A file is read by a version of the programme model; a reader that has it says so, and it stays away. */
const reader = z.object({ known: id.optional() });

interface Listed {
  /** The rows as JSON texts, with commas between. */
  readonly cases: string;
  readonly models: readonly string[];
  readonly files: number;
  readonly last_id: string | null;
}

interface Opened {
  readonly model_id: string;
  /** List row, person and households as JSON text. */
  readonly told: string;
  /** Every fact that the actor reaches as JSON texts, with commas between. */
  readonly facts: string;
}

/**
 * Files over the line: what a device carries, for roles and compartments that no device carries. What the
 * database made into JSON is not taken apart and made again.
 */
export function addFileRoutes(app: ServerApp, deps: Deps): void {
  const { database, newId, clock } = deps;

  app.get('/api/cases', { schema: { querystring: page } }, async ({ actor, query }, reply) => {
    const { kind, id: who } = actor;
    const [listed] = await database.once<Listed>({
      name: 'list_files',
      text: 'select * from list_files($1, $2, $3, $4, $5)',
      values: [kind, who, query.after ?? null, newId(), clock()],
    });
    if (listed === undefined) throw new Error('a list without an answer');
    const models = await wordsOf(database, actor, listed.models);
    const next = listed.files === PAGE ? listed.last_id : null;
    const text = `{"cases":[${listed.cases}],"next":${JSON.stringify(next)},"models":${models}}`;
    return reply.type(JSON_TEXT).send(text);
  });

  const opening = { params: z.object({ id }), querystring: reader };
  app.get('/api/cases/:id', { schema: opening }, async ({ actor, params, query }, reply) => {
    const { kind, id: who } = actor;
    const [opened] = await database.once<Opened>({
      name: 'open_file',
      text: 'select * from open_file($1, $2, $3, $4, $5)',
      values: [kind, who, params.id, newId(), clock()],
    });
    if (opened === undefined) return sendProblem(reply, { code: 'gone' });
    const { model_id, told, facts } = opened;
    const head = `${told.slice(0, -1)},"facts":[${facts}],"model":`;
    if (model_id === query.known) return reply.type(JSON_TEXT).send(`${head}null}`);
    const model =
      knownText(model_id) ?? (await database.as(actor, (acting) => modelText(acting, model_id)));
    return reply.type(JSON_TEXT).send(Buffer.concat([head, model, '}'].map(bytes)));
  });
}

const JSON_TEXT = 'application/json; charset=utf-8';

function bytes(piece: Buffer | string): Buffer {
  return typeof piece === 'string' ? Buffer.from(piece) : piece;
}

/** The stages of these models in words; of a model that this process has not read yet they are read now. */
async function wordsOf(database: Database, actor: Actor, ids: readonly string[]): Promise<string> {
  return knownStages(ids) ?? database.as(actor, (acting) => stageWords(acting, ids));
}
