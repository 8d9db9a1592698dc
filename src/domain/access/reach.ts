import { namedFor, openConcerns } from '../case/concern.ts';
import { givenFor, SPECIALIST_TO_WORKER } from '../case/consent.ts';
import { emergencyUntil } from '../case/emergency-opening.ts';
import { listedParticipations } from '../case/group.ts';
import { receptionLeft } from '../case/reception.ts';
import { openLinks } from '../case/referral-link-state.ts';
import { packetReach } from '../case/referral-state.ts';
import type { CaseState } from '../case/state.ts';
import { lastTransfer, type Transfer, waitingTransfer } from '../case/transfer-state.ts';
import type { Id } from '../id.ts';
import type { Instant } from '../time.ts';
import type { Compartment, Role } from './role.ts';

/**
 * One way to a file: whoever holds `key` reaches the facts of `compartment` until `until`. Reach is a
 * projection of the file's facts; the database stores it and row-level security reads nothing else.
 */
export interface Reach {
  readonly key: string;
  /**
   * `packet`: the file is not read, but a referral's packet may be answered; `group`: nor here, but the
   * organisation that runs a group may say who came; `transfer`: another region's request may be answered.
   */
  readonly compartment: Compartment | 'packet' | 'group' | 'transfer';
  readonly until: Instant | null;
  /** Reading only, and only what was recorded until then: the region that gave the file away. */
  readonly reads_to?: Instant;
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

/** The keys of those who gave the file away: its worker, and the supervisors of its places. */
function sendersOf(given: Transfer | null): readonly string[] {
  if (given?.from == null) return [];
  const { worker, path } = given.from;
  return [
    ...(worker === null ? [] : [`account:${worker}`]),
    ...path.map((place) => `supervisor:${place}`),
  ];
}

/**
 * Who reaches the file: its worker, its specialists (their own compartment and the general part),
 * the supervisors of its place and of every place above, whoever opened it until a worker is chosen,
 * and the intake officer until a worker has taken over and reception is over: whoever received the
 * person then knows no more than anybody. Whoever is on duty and was given an urgent worry reaches it
 * while that is open. Whoever opened it in an emergency reaches the general part
 * for some hours. The region that gave it away reads what was in it for some days, and the one that is
 * asked to take it may answer that and nothing else.
 */
export function reachOf(state: CaseState): Reach[] {
  const reach: Reach[] = [];
  const add = (key: string, compartment: Reach['compartment'], until: Instant | null = null) => {
    reach.push({ key, compartment, until });
  };
  const { worker, specialists } = state.assignment;
  const home = receptionLeft(state.reception);
  const given = lastTransfer(state.transfer);
  if (worker !== null) add(`account:${worker.account_id}`, 'general');
  // Whoever received somebody at the door goes on with the file until a worker is chosen.
  else if (state.opening.opened_by && given === null)
    add(`account:${state.opening.opened_by}`, 'general');
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
    // Where it came from another region, reception there has done its part.
    if (given === null && (worker === null || !home)) add(`intake_officer:${place}`, 'general');
  }
  // Whoever an urgent worry was given to sees the file until it is closed.
  for (const concern of openConcerns(state.concern)) {
    const given_to = namedFor(concern, state);
    if (given_to === null) continue;
    add(`account:${given_to}`, 'general');
    add(`account:${given_to}`, 'protection');
  }
  // A receiving service reaches no fact; it may answer what was sent to it until that vanishes.
  for (const { organisation_id, until } of packetReach(state.referral)) {
    add(`organisation:${organisation_id}`, 'packet', until);
  }
  for (const { link_id, until } of openLinks(state)) add(`link:${link_id}`, 'packet', until);
  // Who runs a group says who came to it, as long as the person takes part. Where a psychosocial group is
  // meant, only the specialist does.
  const running = listedParticipations(state).filter(
    ([, { compartment }]) => compartment === 'general',
  );
  for (const organisation of new Set(running.map(([, one]) => one.organisation_id))) {
    add(`organisation:${organisation}`, 'group');
  }
  const emergencies = emergencyUntil(state.emergency_opening);
  const asked = waitingTransfer(state.transfer);
  for (const place of asked?.to_path ?? []) {
    if (!state.opening.place_path.includes(place)) add(`supervisor:${place}`, 'transfer');
  }
  for (const key of sendersOf(given)) {
    if (given?.from == null || given.over_at === null) continue;
    if (reach.some((one) => one.key === key && one.compartment === 'general')) continue;
    const { reads_until: until } = given.from;
    // Opened in an emergency after those days: that is what holds now.
    if ((emergencies.get(key.replace('account:', '')) ?? '') > until) continue;
    reach.push({ key, compartment: 'general', until, reads_to: given.over_at });
  }
  for (const [account, until] of emergencies) {
    const key = `account:${account}`;
    const own = reach.some((one) => one.key === key && one.compartment === 'general');
    if (!own) add(key, 'general', until);
  }
  return reach;
}
