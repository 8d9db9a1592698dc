import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { line, prose } from '../text.ts';
import { type Day, day, type Instant, instant } from '../time.ts';
import { accept, commandKind, type Noun, refuse } from './command.ts';
import { factKind } from './fact.ts';

export const REQUEST_OUTCOMES = ['refused', 'limited', 'given_on_paper'] as const;
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];
/** Which kind of authority asked: all that the list says about it. */
export const AUTHORITY_KINDS = [
  'court',
  'prosecution',
  'police',
  'security_service',
  'child_protection',
  'other',
] as const;
export type AuthorityKind = (typeof AUTHORITY_KINDS)[number];
/** Whether the person knows that somebody asked. */
export const TOLD_STATES = ['told', 'not_yet', 'law_forbids'] as const;
export type ToldState = (typeof TOLD_STATES)[number];

/**
 * An authority asked about the person (practice.md 5.4): who, on which ground, for what, and what was
 * answered by whom. It is a record of what happened outside; it opens nothing and sends nothing.
 */
export const recordAuthorityRequest = z
  .strictObject({
    request_id: id,
    asked_by: line,
    /** Absent where it was written down before this was asked for. */
    authority: z.enum(AUTHORITY_KINDS).optional(),
    asked_on: day,
    /** The law that they named; whether it holds was looked at by whoever decided. */
    claimed_ground: line,
    asked_for: prose,
    outcome: z.enum(REQUEST_OUTCOMES),
    /** Name and office of whoever decided. */
    decided_by: line,
    decided_on: day,
    /** What left on paper, where something did. */
    given: prose.optional(),
    told_person: z.enum(TOLD_STATES),
  })
  .refine((request) => request.outcome === 'refused' || request.given !== undefined, {
    error: 'required',
    path: ['given'],
  });

export interface AuthorityRequest {
  readonly request_id: Id;
  readonly asked_on: Day;
  readonly outcome: RequestOutcome;
  readonly authority?: AuthorityKind;
  readonly told_person: ToldState;
  readonly recorded_by: Id;
  readonly recorded_at: Instant;
}
export interface AuthorityRequestState {
  readonly requests: Readonly<Record<Id, AuthorityRequest>>;
}

/** A request as a list shows it: that it was, which kind asked, how it ended; nothing of the file. */
export const listedRequest = z.object({
  id,
  number: z.string(),
  /** Only for a supervisor, whose file it is; the data protection officer opens no file. */
  case_id: id.nullable(),
  outcome: z.enum(REQUEST_OUTCOMES),
  authority: z.enum(AUTHORITY_KINDS).nullable(),
  told_person: z.enum(TOLD_STATES),
  asked_on: day,
  recorded_at: instant,
  recorded_by: z.string().nullable(),
});
export type ListedRequest = z.infer<typeof listedRequest>;

/** Which of them: by how they ended and when they were asked; a page begins after `after`. */
export const requestListQuery = z
  .strictObject({
    outcome: z.enum(REQUEST_OUTCOMES).optional(),
    from: day.optional(),
    until: day.optional(),
    after: z.string().max(300).optional(),
  })
  .refine((query) => !query.from || !query.until || query.from <= query.until, {
    path: ['until'],
    error: 'before_start',
  });
export const requestList = z.object({
  /** How many in the time asked for, by how they ended. */
  counts: z.record(z.enum(REQUEST_OUTCOMES), z.int()),
  requests: z.array(listedRequest),
  next: z.string().nullable(),
});

export const authorityRequest = {
  slice: 'authority_request',
  initial: { requests: {} } as AuthorityRequestState,
  facts: {
    authority_request_recorded: factKind({
      version: 1,
      // Read by supervisors and protection specialists only: that somebody asked is itself a label.
      compartment: 'protection',
      body: recordAuthorityRequest,
      apply: (slice: AuthorityRequestState, fact): AuthorityRequestState => {
        const { request_id, asked_on, outcome, authority, told_person } = fact.body;
        const recorded: AuthorityRequest = {
          ...{ request_id, asked_on, outcome, told_person },
          ...(authority === undefined ? {} : { authority }),
          ...{ recorded_by: fact.actor.id, recorded_at: fact.recorded_at },
        };
        return { requests: { ...slice.requests, [request_id]: recorded } };
      },
    }),
  },
  commands: {
    record_authority_request: commandKind({
      body: recordAuthorityRequest,
      verb: 'record_authority_request',
      compartment: 'general',
      onClosed: true,
      decide: (state, { body }, { today }) => {
        if (state.authority_request.requests[body.request_id] !== undefined) {
          return refuse('already_recorded');
        }
        if (body.asked_on > today || body.decided_on > today) return refuse('day_in_the_future');
        if (body.decided_on < body.asked_on) return refuse('ends_before_start');
        return accept({ kind: 'authority_request_recorded', body });
      },
    }),
  },
} as const satisfies Noun<'authority_request'>;
