import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { type Instant, instant } from '../time.ts';
import type { Situation } from './command.ts';
import type { ProgrammeModel } from './model.ts';
import { daysAfter } from './referral-answer.ts';
import { isWithdrawn, type Referral, vanishesAt } from './referral-state.ts';
import type { CaseState } from './state.ts';

/** Where a model says nothing, a link holds so many days. */
const LINK_DAYS = 14;

/** After so many wrong codes a link is locked, whoever typed them. */
export const WRONG_CODES = 10;

/** How the link gets to the service; the code always goes another way. */
export const LINK_WAYS = ['mail', 'hand'] as const;

export const linkMade = z.strictObject({
  referral_id: id,
  link_id: id,
  way: z.enum(LINK_WAYS),
  expires_at: instant,
});

/** A way for a service without an account to one packet: a link, and a code that goes another way. */
export interface ReferralLink extends z.infer<typeof linkMade> {
  readonly made_at: Instant;
  /** The first opening of each day. */
  readonly opened_at: readonly Instant[];
  /** Why it was closed before its time; null while it was not. */
  readonly closed: 'by_worker' | 'replaced' | 'locked' | null;
}

export interface ReferralLinkState {
  readonly links: Readonly<Record<Id, ReferralLink>>;
}

/** When a link that is made now ends, by the programme model. */
export function linkExpiry({ referral }: ProgrammeModel, now: Instant): Instant {
  return daysAfter(now, referral.link_days ?? LINK_DAYS);
}

/** The newest link of a referral, open or not. */
export function lastLink({ links }: ReferralLinkState, referralId: Id): ReferralLink | null {
  return Object.values(links).findLast((link) => link.referral_id === referralId) ?? null;
}

type Told = Pick<CaseState, 'referral' | 'referral_link' | 'consent' | 'basis'>;

/**
 * Until when a link opens its packet; null where it opens nothing: closed, or its referral called back
 * or its consent withdrawn, which counts at once.
 */
export function linkOpenUntil(state: Told, link: ReferralLink): Instant | null {
  const referral: Referral | undefined = state.referral.referrals[link.referral_id];
  if (referral === undefined || link.closed !== null) return null;
  if (referral.status === 'cancelled' || isWithdrawn(state, referral)) return null;
  const gone = vanishesAt(referral);
  // A school that says weeks by its link goes on with it; nobody else's answer wakes a link up.
  const { kept_by_link: kept } = referral;
  const longer = kept?.link_id === link.link_id && kept.until > link.expires_at;
  const until = longer ? kept.until : link.expires_at;
  return gone !== null && gone < until ? gone : until;
}

/** The links that open a packet of this file, each until when. */
export function openLinks(state: Told): { readonly link_id: Id; readonly until: Instant }[] {
  return Object.values(state.referral_link.links).flatMap((link) => {
    const until = linkOpenUntil(state, link);
    return until === null ? [] : [{ link_id: link.link_id, until }];
  });
}

/** The actor's own link to this referral while it opens it; a link knows of no other. */
export function ownLink(
  state: Told,
  referralId: Id,
  { actor, now }: Situation,
): ReferralLink | null {
  const link = actor.kind === 'link' ? state.referral_link.links[actor.id] : undefined;
  if (link === undefined || link.referral_id !== referralId) return null;
  const until = linkOpenUntil(state, link);
  return until !== null && until > now ? link : null;
}
