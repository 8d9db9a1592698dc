import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { accept, commandKind, type Noun, refuse, stale } from './command.ts';
import { saidByBarred } from './consent-giver.ts';
import { factKind } from './fact.ts';
import { offeredDays, referralAnswer } from './referral-answer.ts';
import {
  LINK_WAYS,
  linkExpiry,
  linkMade,
  ownLink,
  type ReferralLink,
  type ReferralLinkState,
} from './referral-link-state.ts';
import { answering } from './referral-rules.ts';
import { isOpen, mayLeave } from './referral-state.ts';

const named = { referral_id: id };
const makeLink = z.strictObject({ ...named, link_id: id, way: z.enum(LINK_WAYS) });
const closeLink = z.strictObject({ ...named, link_id: id });
const byLink = z.strictObject(named);
const answerByLink = z.strictObject({ ...named, answer: referralAnswer });

const linkOpened = z.strictObject({ ...named, link_id: id });
const linkClosed = z.strictObject({
  ...named,
  link_id: id,
  why: z.enum(['by_worker', 'replaced', 'locked']),
});

function change(
  slice: ReferralLinkState,
  linkId: Id,
  to: (known: ReferralLink) => Partial<ReferralLink>,
): ReferralLinkState {
  const known = slice.links[linkId];
  if (known === undefined) return slice;
  return { links: { ...slice.links, [linkId]: { ...known, ...to(known) } } };
}

/** A link to one packet for a service without an account: made, opened, answered by, and closed. */
export const referralLink = {
  slice: 'referral_link',
  initial: { links: {} } as ReferralLinkState,
  facts: {
    referral_link_made: factKind({
      version: 1,
      compartment: 'general',
      body: linkMade,
      apply: (slice: ReferralLinkState, { body, recorded_at }): ReferralLinkState => ({
        links: {
          ...slice.links,
          [body.link_id]: { ...body, made_at: recorded_at, opened_at: [], closed: null },
        },
      }),
    }),
    referral_link_opened: factKind({
      version: 1,
      compartment: 'general',
      body: linkOpened,
      apply: (slice: ReferralLinkState, { body, recorded_at }): ReferralLinkState =>
        change(slice, body.link_id, ({ opened_at }) => ({
          opened_at: [...opened_at, recorded_at],
        })),
    }),
    referral_link_closed: factKind({
      version: 1,
      compartment: 'general',
      body: linkClosed,
      apply: (slice: ReferralLinkState, { body }): ReferralLinkState =>
        change(slice, body.link_id, () => ({ closed: body.why })),
    }),
  },
  commands: {
    make_referral_link: commandKind({
      body: makeLink,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, situation) => {
        const { referral_id, link_id, way } = body;
        const known = state.referral.referrals[referral_id];
        if (known === undefined) return refuse('referral_unknown');
        if (known.status === 'draft') return refuse('referral_not_sent');
        if (!isOpen(known)) return stale('referral_ended');
        if (state.referral_link.links[link_id] !== undefined) return refuse('already_recorded');
        const barred = saidByBarred(state, situation);
        if (!mayLeave(state, known, situation.today, barred)) return refuse('consent_missing');
        // One link at a time: whoever holds an older one is shut out by the new one.
        const older = Object.values(state.referral_link.links).filter(
          (link) => link.referral_id === referral_id && link.closed === null,
        );
        const expires_at = linkExpiry(situation.model, situation.now);
        return accept(
          ...older.map((link) => ({
            kind: 'referral_link_closed',
            body: { referral_id, link_id: link.link_id, why: 'replaced' },
          })),
          { kind: 'referral_link_made', body: { referral_id, link_id, way, expires_at } },
        );
      },
    }),
    close_referral_link: commandKind({
      body: closeLink,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }) => {
        const link = state.referral_link.links[body.link_id];
        if (link === undefined || link.referral_id !== body.referral_id) {
          return refuse('referral_unknown');
        }
        if (link.closed !== null) return stale('already_so');
        return accept({ kind: 'referral_link_closed', body: { ...body, why: 'by_worker' } });
      },
    }),
    open_by_link: commandKind({
      body: byLink,
      verb: 'answer',
      compartment: 'general',
      onClosed: true,
      decide: (state, { body }, situation) => {
        const link = ownLink(state, body.referral_id, situation);
        if (link === null) return refuse('referral_unknown');
        // Each opening stands in the read log; the file is told of the first on a day.
        const day = situation.now.slice(0, 10);
        if (link.opened_at.some((at) => at.startsWith(day))) return stale('already_so');
        return accept({ kind: 'referral_link_opened', body: { ...body, link_id: link.link_id } });
      },
    }),
    lock_link: commandKind({
      body: byLink,
      verb: 'answer',
      compartment: 'general',
      onClosed: true,
      decide: (state, { body }, situation) => {
        const link = ownLink(state, body.referral_id, situation);
        if (link === null) return refuse('referral_unknown');
        const { link_id } = link;
        return accept({ kind: 'referral_link_closed', body: { ...body, link_id, why: 'locked' } });
      },
    }),
    answer_by_link: commandKind({
      body: answerByLink,
      verb: 'answer',
      compartment: 'general',
      onClosed: true,
      decide: (state, command, situation) => {
        const { referral_id, answer } = command.body;
        const link = ownLink(state, referral_id, situation);
        if (link !== null && offeredDays(answer).some((on) => on < situation.today)) {
          return refuse('day_in_the_past');
        }
        const known = link === null ? undefined : state.referral.referrals[referral_id];
        return answering(known, command, situation, 'link');
      },
    }),
  },
} as const satisfies Noun<'referral_link'>;
