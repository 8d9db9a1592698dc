// Here too, so that the bundler keeps it in front of the schemas that the first screens share.
import './interpreted-schemas.ts';
import { z } from 'zod';
import { PROBLEMS, type Problem, type ProblemCode } from '#domain/problem.ts';
import { fileChanged } from './chosen-file.ts';

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  /** `status` 0 = no answer came at all: no line, or the server is away. */
  | { readonly ok: false; readonly status: number; readonly problem: Problem };

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON, or as it is where it is a form or a file. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Milliseconds until the call counts as unanswered; 30 s unless told. */
  readonly patience?: number;
  /** Sent to the end even where the page is left or the phone puts it to sleep. */
  readonly keepalive?: boolean;
}

const problemReply = z.object({
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).optional(),
  fields: z
    .array(
      z.object({
        path: z.string(),
        code: z.string(),
        details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      }),
    )
    .optional(),
});

const sessionEndListeners = new Set<() => void>();

/** Calls back whenever the server says that the session is over; returns how to stop. */
export function onSessionEnd(listener: () => void): () => void {
  sessionEndListeners.add(listener);
  return () => sessionEndListeners.delete(listener);
}

/**
 * One call to our own server; the reply is parsed by `schema` and never trusted otherwise. Failures
 * are values: a problem of the catalogue, `unavailable` with status 0 where no answer came.
 */
export async function call<T>(
  path: string,
  schema: z.ZodType<T>,
  options: Call = {},
): Promise<Reply<T>> {
  if (await fileChanged(options.body)) return failed(0, { code: 'file_changed' });
  const response = await respond(path, options);
  if (response === undefined) {
    return failed(0, { code: (await fileChanged(options.body)) ? 'file_changed' : 'unavailable' });
  }
  const text = await response.text().catch(() => '');
  const content = parsed(text);
  if (!response.ok) {
    const problem = problemOf(response.status, content);
    if (problem.code === 'not_signed_in' || problem.code === 'session_expired') {
      for (const listener of sessionEndListeners) listener();
    }
    return failed(response.status, problem);
  }
  const value = schema.safeParse(content);
  // An answer in another form means an older or newer server: nothing of it is used.
  if (!value.success) return failed(response.status, { code: 'internal' });
  return { ok: true, value: value.data };
}

async function respond(path: string, options: Call): Promise<Response | undefined> {
  const { method = 'GET', body, headers = {}, patience = 30_000 } = options;
  const signals = [AbortSignal.timeout(patience), ...(options.signal ? [options.signal] : [])];
  const asIs = body instanceof FormData || body instanceof Blob;
  const json = body !== undefined && !asIs;
  try {
    return await fetch(path, {
      method,
      headers: {
        accept: 'application/json',
        ...(json ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(asIs ? { body } : json ? { body: JSON.stringify(body) } : {}),
      credentials: 'same-origin',
      cache: 'no-store',
      keepalive: options.keepalive === true,
      signal: AbortSignal.any(signals),
    });
  } catch {
    return undefined;
  }
}

function failed(status: number, problem: Problem): { ok: false; status: number; problem: Problem } {
  return { ok: false, status, problem };
}

function parsed(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}

function problemOf(status: number, content: unknown): Problem {
  const told = problemReply.safeParse(content);
  if (told.success && isProblemCode(told.data.code)) {
    const { code, details, fields } = told.data;
    return {
      code,
      ...(details === undefined ? {} : { details }),
      ...(fields === undefined ? {} : { fields: fields.map(fieldOf) }),
    };
  }
  return { code: BY_STATUS[status] ?? (status >= 502 ? 'unavailable' : 'internal') };
}

function fieldOf(field: {
  path: string;
  code: string;
  details?: Record<string, string | number> | undefined;
}) {
  const { path, code, details } = field;
  return { path, code, ...(details === undefined ? {} : { details }) };
}

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  401: 'not_signed_in',
  403: 'not_allowed',
  404: 'gone',
  413: 'too_large',
  415: 'unsupported_media',
  429: 'too_many_requests',
};
