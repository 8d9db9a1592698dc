import { z } from 'zod';
import type { Verb } from '../access/rights.ts';
import type { Actor, Compartment, Role } from '../access/role.ts';
import type { CourseSummary } from '../course/course.ts';
import type { Id } from '../id.ts';
import { id } from '../id.ts';
import type { Birth } from '../people/birth.ts';
import type { ConsentProposal } from '../people/consent-proposal.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import { type Day, type Instant, instant } from '../time.ts';
import type { SeatSummary } from './course-wish.ts';
import type { Fact, FactKind, NewFact } from './fact.ts';
import type { GroupSummary } from './group.ts';
import type { ProgrammeModel } from './model.ts';
import type { CaseState } from './state.ts';

/** The envelope in which every command about a case travels; `body` is parsed by the command's kind. */
export const envelope = z.strictObject({
  id,
  case_id: id,
  kind: z.string().min(1).max(60),
  body: z.unknown(),
  /** The clock of the device on which it was said. */
  said_at: instant,
  /** What the author had seen: the id of the last fact about each thing that the command changes. */
  seen: z.record(z.string().max(80), z.uuid()).optional(),
});
export type Envelope = z.infer<typeof envelope>;

/** A parsed command. */
export interface Command<Body = unknown> extends Omit<Envelope, 'body'> {
  readonly body: Body;
}

/** The rows outside the file that a rule may need: what a device also holds for the cases it carries. */
export interface Situation {
  readonly now: Instant;
  /** The day at `now` in the model's time zone. */
  readonly today: Day;
  readonly actor: Actor;
  readonly role: Role;
  /** The place at which the actor holds the role; absent where nobody holds one. */
  readonly actor_place?: Id | null;
  /** The actor's organisation, if it acts for one. */
  readonly organisation_id: Id | null;
  readonly model: ProgrammeModel;
  readonly person: PersonSummary;
  /** The case's place and its ancestors, nearest first. */
  readonly place_path: readonly Id[];
  /** The services that a referral in this command names. */
  readonly services?: Readonly<Record<Id, ServiceSummary>>;
  /** The organisations that this command names; absent on a device, where the server decides later. */
  readonly organisations?: Readonly<Record<Id, { readonly kind: string }>>;
  /** The accounts that this command names; absent on a device, where the server decides later. */
  readonly accounts?: Readonly<Record<Id, { role: Role | string; place_path: readonly Id[] }>>;
  /** The places that this command names, each with its ancestors, nearest first; absent like accounts. */
  readonly places?: Readonly<Record<Id, readonly Id[]>>;
  /** Groups that this command names, or all that a device holds; absent over the line like accounts. */
  readonly groups?: Readonly<Record<Id, GroupSummary>>;
  /** Courses that this command names, or all that a device holds; absent over the line like accounts. */
  readonly courses?: Readonly<Record<Id, CourseSummary>>;
  /** Seats of this person, where the command answers one; absent on a device. */
  readonly seats?: readonly SeatSummary[];
  /** Organisations that also serve the place of a transfer, where a transfer is accepted. */
  readonly recipients_there?: readonly Id[];
  /** The programme models that this command names; absent like accounts. */
  readonly models?: Readonly<Record<Id, ProgrammeModel>>;
  /** How many open files the actor works on already, where the command takes one more. */
  readonly caseload?: number;
  /** Who is on duty for urgent worries here, else the supervisor; absent on a device. */
  readonly on_duty?: { readonly account_id: Id; readonly as: 'duty' | 'supervisor' } | null;
  /** The last day on which the person came home, as written down; absent on a device. */
  readonly arrived_on?: Day | null;
  /** Who may consent for a child; absent on a device, where the server decides later. */
  readonly givers?: readonly ConsentProposal[];
  /** The facts of the case in their order, for commands that name earlier ones; on a device those it holds. */
  readonly facts?: readonly Fact[];
}

/** What a rule may know of the person whose case it is. */
export interface PersonSummary {
  readonly id: Id;
  readonly has_name: boolean;
  readonly birth: Birth | null;
  readonly languages: readonly string[];
  /** Persons who hold guardianship of, or are a present parent of, a child. */
  readonly guardian_ids: readonly Id[];
}

/** What a rule may know of a service that a referral goes to. */
export interface ServiceSummary {
  readonly id: Id;
  readonly organisation_id: Id;
  readonly need_domain: string;
  /** The consent purpose that a referral to it serves. */
  readonly purpose: string;
  /** Known on the server only. */
  readonly organisation_kind?: string;
  /** Two entries of the directory were joined since: the service that was named is now this one, or this house's. */
  readonly joined?: boolean;
}

/**
 * What the rules say to a command. `conflict` = written, and marked so that a human looks at both
 * values; `stale` = the target changed so that the command makes no sense; nothing is written.
 */
export type Decision =
  | {
      readonly facts: readonly NewFact[];
      /**
       * What a device may not be able to know: written last, after the stages that follow, so that the
       * ids of all others are those that the device gave them.
       */
      readonly last?: readonly NewFact[];
      readonly conflict?: true;
      /** The model that the file follows from these facts on, where that is what they say. */
      readonly model?: ProgrammeModel;
    }
  | { readonly refused: Problem }
  | { readonly stale: Problem };

export interface CommandKind<Body> {
  readonly body: z.ZodType<Body>;
  readonly verb: Verb;
  /** The compartment the right is needed in, unless `chosen` says that the author chose one. */
  readonly compartment: Compartment;
  chosen?(body: Body): Compartment;
  /** True for the one command that begins a file, and for those allowed on a closed one. */
  readonly begins?: true;
  readonly onClosed?: true;
  decide(state: CaseState, command: Command<Body>, situation: Situation): Decision;
}

/** Ties a command's schema to its rule so that both have the same type. */
export function commandKind<Body>(kind: CommandKind<Body>): CommandKind<Body> {
  return kind;
}

/** A noun of the case file: its part of the state, its facts and its commands, all in one file. */
export interface Noun<Name extends keyof CaseState = keyof CaseState> {
  readonly slice: Name;
  readonly initial: CaseState[Name];
  // Facts and commands of different bodies share a table; the registry never looks inside a body.
  readonly facts: Readonly<Record<string, FactKind<CaseState[Name], unknown>>>;
  readonly commands: Readonly<Record<string, CommandKind<unknown>>>;
}

export function accept(...facts: readonly NewFact[]): Decision {
  return { facts };
}

export function refuse(code: ProblemCode, details?: Problem['details']): Decision {
  return { refused: details === undefined ? { code } : { code, details } };
}

export function stale(code: ProblemCode): Decision {
  return { stale: { code } };
}
