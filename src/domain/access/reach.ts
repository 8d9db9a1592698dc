import { openConcerns } from '../case/concern.ts';
import { givenFor, SPECIALIST_TO_WORKER } from '../case/consent.ts';
import { emergencyUntil } from '../case/emergency-opening.ts';
import { receptionLeft } from '../case/reception.ts';
import { packetReach } from '../case/referral-state.ts';
import type { CaseState } from '../case/state.ts';
import type { Id } from '../id.ts';
import type { Instant } from '../time.ts';
import type { Compartment, Role } from './role.ts';

/**
 * One way to a file: whoever holds `key` reaches the facts of `compartment` until `until`. Reach is a
 * projection of the file's facts; the database stores it and row-level security reads nothing else.
 */
export interface Reach {
  readonly key: string;
  /** `packet`: the file is not read, but a referral's packet may be answered. */
  readonly compartment: Compartment | 'packet';
  readonly until: Instant | null;
}

/** The roles that reach every file of their place, and what they reach there. */
const BY_PLACE: Readonly<Partial<Record<Role, readonly Compartment[]>>> = {
  supervisor: ['general', 'protection'],
};

/** What the worker reads only by the person's own consent; `protection` is never among it. */
const BY_CONSENT: readonly Compartment[] = ['health', 'psychosocial', 'legal'];

/** The keys that an account of this role, place and organisation holds. `begin_actor` says the same in SQL. */
export function keysOf(
  accountId: Id,
  role: Role,
  placeId: Id | null,
  organisationId: Id | null,
): string[] {
  const keys = [`account:${accountId}`];
  if (placeId !== null) keys.push(`${role}:${placeId}`);
  if (role === 'partner' && organisationId !== null) keys.push(`organisation:${organisationId}`);
  return keys;
}

/**
 * Who reaches the file: its worker, its specialists (their own compartment and the general part),
 * the supervisors of its place and of every place above, whoever opened it until a worker is chosen,
 * and the intake officer until a worker has taken over and reception is over: whoever received the
 * person then knows no more than anybody. Whoever is on duty and was given an urgent worry reaches it
 * while that is open. Whoever opened it in an emergency reaches the general part
 * for some hours.
 */
export function reachOf(state: CaseState): Reach[] {
  const reach: Reach[] = [];
  const add = (key: string, compartment: Reach['compartment'], until: Instant | null = null) => {
    reach.push({ key, compartment, until });
  };
  const { worker, specialists } = state.assignment;
  const home = receptionLeft(state.reception);
  if (worker !== null) add(`account:${worker.account_id}`, 'general');
  // Whoever received somebody at the door goes on with the file until a worker is chosen.
  else if (state.opening.opened_by) add(`account:${state.opening.opened_by}`, 'general');
  for (const [account, { compartment }] of Object.entries(specialists)) {
    add(`account:${account}`, 'general');
    add(`account:${account}`, compartment);
  }
  if (worker !== null) {
    const told = givenFor(state.consent, SPECIALIST_TO_WORKER);
    const until =
      told?.expires_on === undefined ? null : (`${told.expires_on}T23:59:59.999Z` as const);
    for (const compartment of told === null ? [] : BY_CONSENT) {
      add(`account:${worker.account_id}`, compartment, until);
    }
  }
  for (const place of state.opening.place_path) {
    for (const [role, compartments] of Object.entries(BY_PLACE)) {
      for (const compartment of compartments) add(`${role}:${place}`, compartment);
    }
    // While a concern is open, whoever protects children here sees it at once, and no longer.
    if (openConcerns(state.concern).length > 0) {
      add(`specialist_protection:${place}`, 'general');
      add(`specialist_protection:${place}`, 'protection');
    }
    if (worker === null || !home) add(`intake_officer:${place}`, 'general');
  }
  // Whoever an urgent worry was given to sees the file until it is closed.
  for (const { given_to } of openConcerns(state.concern)) {
    if (given_to === undefined) continue;
    add(`account:${given_to}`, 'general');
    add(`account:${given_to}`, 'protection');
  }
  // A receiving service reaches no fact; it may answer what was sent to it until that vanishes.
  for (const { organisation_id, until } of packetReach(state.referral)) {
    add(`organisation:${organisation_id}`, 'packet', until);
  }
  for (const [account, until] of emergencyUntil(state.emergency_opening)) {
    const key = `account:${account}`;
    const own = reach.some((one) => one.key === key && one.compartment === 'general');
    if (!own) add(key, 'general', until);
  }
  return reach;
}
