import type { z } from 'zod';
import type { Actor, Compartment, Role } from '../access/role.ts';
import type { Id } from '../id.ts';
import type { Instant } from '../time.ts';
import type { CaseState } from './state.ts';

/**
 * One thing that was said about a case and is never changed: the file is the list of them.
 * `body` is null where it has been erased (hashes and order stay, design 3).
 */
export interface Fact<Body = unknown> {
  readonly id: Id;
  readonly case_id: Id;
  readonly kind: string;
  readonly version: number;
  readonly compartment: Compartment;
  readonly actor: Actor;
  /** The role in which the actor said it. */
  readonly role: Role;
  /** The clock of the device where it was said: shown, never used for order. */
  readonly said_at: Instant;
  /** The server's clock. */
  readonly recorded_at: Instant;
  readonly body: Body | null;
}

/** A fact that a command would add; ids and times are added by the journal or the device. */
export interface NewFact {
  readonly kind: string;
  readonly compartment?: Compartment;
  readonly body: unknown;
}

/**
 * A kind of fact: the compartment it lives in (unless its author chose one), the schema of its body
 * in its newest version, older versions brought up by `upcast`, and what it does to its noun's slice.
 */
export interface FactKind<Slice, Body> {
  readonly version: number;
  readonly compartment: Compartment;
  readonly body: z.ZodType<Body>;
  readonly upcast?: (body: unknown, version: number) => unknown;
  apply(slice: Slice, fact: Fact<Body> & { readonly body: Body }): Slice;
  /** What is left of the slice's item when the body has been erased; by default nothing changes. */
  erased?(slice: Slice, fact: Fact<Body>): Slice;
}

/** Ties a fact's schema to its `apply` so that both have the same type. */
export function factKind<Slice, Body>(kind: FactKind<Slice, Body>): FactKind<Slice, Body> {
  return kind;
}

/** The key of a noun's slice in the state of a case. */
export type SliceName = keyof CaseState;
