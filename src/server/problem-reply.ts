import type { FastifyReply, FastifyRequest } from 'fastify';
import { type FieldProblem, PROBLEMS, type Problem } from '#domain/problem.ts';
import type { Log } from './log.ts';

/** Thrown by the validator at the door; carries the fields that are wrong, never their values. */
export class InvalidInput extends Error {
  readonly fields: readonly FieldProblem[];
  constructor(fields: readonly FieldProblem[]) {
    super('invalid input');
    this.fields = fields;
  }
}

/** Thrown where too many wait for the same scarce thing; the caller may try again in a moment. */
export class Busy extends Error {}

/** Thrown where an input names by its id what is not there. */
export class NamesNothing extends Error {}

/** The one place where a problem becomes a reply (RFC 9457). `title` is the stable code. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const status = PROBLEMS[problem.code];
  if (status === 503) reply.header('retry-after', '1');
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({ type: 'about:blank', title: problem.code, status, ...problem });
}

/** Fastify's error handler: what is foreseen gets its code, all else is `internal` with an id. */
export function replyToError(log: Log) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const problem = problemOf(error);
    if (problem.code !== 'internal') return sendProblem(reply, problem);
    log.error({ err: error, request: request.id, route: request.routeOptions.url }, 'bug');
    return sendProblem(reply, { code: 'internal', details: { request: request.id } });
  };
}

/** What an exception means to the caller; `internal` where it is a bug. */
export function problemOf(error: unknown): Problem {
  if (error instanceof InvalidInput) return { code: 'invalid_input', fields: error.fields };
  if (!(error instanceof Error)) return { code: 'internal' };
  if (error instanceof Busy) return { code: 'unavailable' };
  if (error instanceof NamesNothing) return { code: 'gone' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (isDatabaseAway(error, code)) return { code: 'unavailable' };
  // A number beyond what its column holds, where the schema says no bound: nothing was written.
  if (code === '22003') {
    return { code: 'invalid_input', fields: [{ path: 'body', code: 'wrong_format' }] };
  }
  if (TOO_LARGE.has(code)) return { code: 'too_large' };
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return { code: 'unsupported_media' };
  if (code === 'FST_INVALID_MULTIPART_CONTENT_TYPE') return { code: 'unsupported_media' };
  if (CUT_FORM.test(error.message)) {
    return { code: 'invalid_input', fields: [{ path: 'body', code: 'unreadable' }] };
  }
  if (code === 'FST_UNDER_PRESSURE') return { code: 'unavailable' };
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status === 429) return { code: 'too_many_requests' };
  if (status === 413) return { code: 'too_large' };
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return { code: 'invalid_input', fields: [{ path: 'body', code: 'unreadable' }] };
  }
  return { code: 'internal' };
}

const TOO_LARGE = new Set([
  'FST_ERR_CTP_BODY_TOO_LARGE',
  'FST_REQ_FILE_TOO_LARGE',
  'FST_PARTS_LIMIT',
  'FST_FILES_LIMIT',
  'FST_FIELDS_LIMIT',
]);

/** What the reader of multipart forms says, without a code, of a form that was cut or is none. */
const CUT_FORM =
  /^(Multipart: Boundary not found|Unexpected end of multipart data|\w+ terminated early due to unexpected end of multipart data)$/;

/** Socket errors, a full disk, and the SQLSTATEs of a server that stops, starts, is full, or gave up on a lock. */
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EDQUOT',
  'ENOSPC',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  '25P03',
  '40001',
  '40P01',
  '53100',
  '53200',
  '53300',
  '55P03',
  '57014',
  '57P01',
  '57P02',
  '57P03',
]);

const AWAY_MESSAGE =
  /^(timeout exceeded when trying to connect|connection terminated|client was closed|query read timeout|the database system is)/i;

function isDatabaseAway(error: Error, code: string): boolean {
  // A missing socket file is a database that is away; any other missing file is a bug.
  if (code === 'ENOENT') return 'syscall' in error && error.syscall === 'connect';
  if (AWAY.has(code)) return true;
  return code.startsWith('08') || AWAY_MESSAGE.test(error.message);
}
