import { TextDecoder } from 'node:util';
import type { FastifySchemaCompiler } from 'fastify';
import { z } from 'zod';
import { fieldProblems, unstorableField } from '#domain/field-problem.ts';
import { InvalidInput } from './problem-reply.ts';
import type { ServerApp } from './server-app.ts';

const ROOTS: Readonly<Record<string, string>> = {
  body: 'body',
  params: 'path',
  querystring: 'query',
  headers: 'headers',
};

/** Parses each part of a request with its one schema; what is wrong comes back as named fields. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const root = ROOTS[httpPart ?? 'body'] ?? 'body';
  return (input: unknown) => {
    const parsed = z.safeParse(schema, input);
    if (parsed.success) return { value: parsed.data };
    return { error: new InvalidInput(fieldProblems(parsed.error.issues, root, input)) };
  };
};

/**
 * The door for texts: bytes that are not UTF-8, JSON that is not JSON, and text that PostgreSQL cannot
 * store are refused here by name, before any schema. Everything else passes byte for byte.
 */
export function guardInput(app: ServerApp): void {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('text/plain');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request, bytes: Buffer, done) => {
      if (bytes.length === 0) return done(null, undefined);
      let text: string;
      try {
        text = decoder.decode(bytes);
      } catch {
        return done(new InvalidInput([{ path: 'body', code: 'not_utf8' }]));
      }
      parseJson(request, text, (error, value) => {
        if (error === null) done(null, value);
        else done(new InvalidInput([{ path: 'body', code: 'not_json' }]));
      });
    },
  );
  app.addHook('preValidation', async (request) => {
    const field =
      unstorableField(request.params, 'path') ??
      unstorableField(request.query, 'query') ??
      unstorableField(request.body, 'body');
    if (field !== undefined) throw new InvalidInput([field]);
  });
}
