import { z } from 'zod';

/** What somebody may do in the exchange, for one edition or for all of it. */
export const EXCHANGE_ROLES = [
  ...(['organiser', 'editor', 'reviewer', 'moderator', 'interpreter'] as const),
  ...(['speaker', 'attendee', 'delegate'] as const),
] as const;
export const exchangeRole = z.enum(EXCHANGE_ROLES);
export type ExchangeRole = z.infer<typeof exchangeRole>;

/**
 * Reads what the database says somebody holds: ` organiser:* reviewer:<edition> `, where `*` is the
 * whole exchange.
 */
export function heldRoles(held: string) {
  const has = (role: ExchangeRole, edition: string) => held.includes(` ${role}:${edition} `);
  return {
    holds: (edition: string | null, ...roles: ExchangeRole[]) =>
      roles.some((role) => has(role, '*') || (edition !== null && has(role, edition))),
    holdsAny: (...roles: ExchangeRole[]) => roles.some((role) => held.includes(` ${role}:`)),
  };
}
