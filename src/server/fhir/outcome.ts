import type { OperationOutcome, OperationOutcomeIssue } from '@medplum/fhirtypes';
import type { FastifyReply } from 'fastify';
import { PROBLEMS, type Problem } from '#domain/problem.ts';

const CODE_OF: Readonly<Record<number, OperationOutcomeIssue['code']>> = {
  400: 'invalid',
  401: 'login',
  403: 'forbidden',
  404: 'not-found',
  405: 'not-supported',
  406: 'not-supported',
  409: 'business-rule',
  410: 'deleted',
  412: 'conflict',
  413: 'too-long',
  415: 'not-supported',
  422: 'business-rule',
  428: 'required',
  429: 'throttled',
  503: 'transient',
};

export interface Refusal {
  readonly status: number;
  /** A plain sentence in English; never anything of what was sent. */
  readonly text: string;
  /** The stable code of `domain/problem.ts`, where there is one. */
  readonly problem?: string;
  /** The elements that are wrong, as FHIRPath. */
  readonly expression?: readonly string[];
}

export const NOT_FOUND: Refusal = { status: 404, text: 'There is no such resource.' };

/** A reply in FHIR's own media type, never kept on the way. */
export function sendFhir(reply: FastifyReply, status: number, resource: object): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/fhir+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(resource);
}

/** The one place where a refusal becomes a reply. */
export function sendOutcome(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { status, text, problem, expression } = refusal;
  const issue: OperationOutcomeIssue = {
    severity: status >= 500 ? 'fatal' : 'error',
    code: CODE_OF[status] ?? 'exception',
    details: { ...(problem === undefined ? {} : { coding: [{ code: problem }] }), text },
    ...(expression === undefined || expression.length === 0 ? {} : { expression: [...expression] }),
  };
  const outcome: OperationOutcome = { resourceType: 'OperationOutcome', issue: [issue] };
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  if (status === 503) reply.header('retry-after', '1');
  return sendFhir(reply, status, outcome);
}

/** What a problem of ours is to a client. */
export function refusalOf({ code, fields }: Problem): Refusal {
  const status = PROBLEMS[code];
  if (status === 404) return NOT_FOUND;
  const expression = fields?.map(({ path }) => path) ?? [];
  return { status, problem: code, text: TEXTS[code] ?? 'This cannot be done.', expression };
}

const TEXTS: Readonly<Record<string, string>> = {
  invalid_input: 'Something in the request is not as it must be.',
  barrier_missing: 'What stood in the way must be named as a barrier.',
  barrier_unknown: 'This barrier is not known here.',
  day_in_the_future: 'This day lies ahead.',
  day_in_the_past: 'This day has passed.',
  ends_before_start: 'The next day lies before the day on which the person was seen.',
  words_not_taken: 'Free text is not taken here: what a service found is not told.',
  referral_ended: 'This task has ended.',
  too_large: 'The request is too large.',
  too_many_requests: 'Too many requests. Please wait a minute.',
  unsupported_media: 'Only application/fhir+json and application/json are read.',
  unavailable: 'Not available at the moment. Please try again.',
  internal: 'Something went wrong here.',
};
