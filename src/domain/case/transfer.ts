import type { Id } from '../id.ts';
import { accept, commandKind, type Noun, refuse, type Situation, stale } from './command.ts';
import { isToAskAgain } from './consent.ts';
import { factKind, type NewFact } from './fact.ts';
import { placeChange, regionOf } from './opening.ts';
import type { CaseState } from './state.ts';
import {
  acceptTransfer,
  askAboutTransfer,
  declineTransfer,
  openQuestion,
  proposeTransfer,
  readsUntil,
  replyAboutTransfer,
  type Transfer,
  type TransferState,
  transferAccepted,
  transferAddressed,
  waitingTransfer,
  withdrawTransfer,
} from './transfer-state.ts';

function change(slice: TransferState, transferId: Id, patch: Partial<Transfer>): TransferState {
  const known = slice.transfers[transferId];
  if (known === undefined) return slice;
  return { transfers: { ...slice.transfers, [transferId]: { ...known, ...patch } } };
}

/** The needs that somebody still has, by domain: no words, and none of them twice. */
function told({ need }: CaseState, { person }: Situation) {
  const open = Object.values(need.needs).filter((item) => item.resolved_at === null);
  const answers = Object.entries(need.domains);
  const asked = answers.filter(([, { value }]) => value === 'some' || value === 'urgent');
  const needs = [...new Set([...asked.map(([code]) => code), ...open.map((item) => item.domain)])];
  const urgent =
    open.some((item) => item.urgent) || answers.some(([, { value }]) => value === 'urgent');
  return { needs: needs.toSorted(), languages: [...person.languages], urgent };
}

/** The proposal of this id while it waits, or what is wrong. */
function waiting(state: CaseState, transferId: Id) {
  const known = state.transfer.transfers[transferId];
  if (known === undefined) return { answer: refuse('transfer_unknown') };
  return known.status === 'proposed' ? { known } : { answer: stale('transfer_over') };
}

/**
 * Whether the actor answers for the other region: holds a place that the file goes to and does not lie
 * in now. Whoever leads both regions decides nothing between them; only the server knows places.
 */
function receives({ to_path }: Transfer, state: CaseState, { actor, accounts }: Situation) {
  const place = accounts?.[actor.id]?.place_path[0];
  if (place === undefined) return false;
  return to_path.includes(place) && !state.opening.place_path.includes(place);
}

/** Whether the account works with people at the new place, above or below it, in its region. */
function worksThere({ to_path }: Transfer, accountId: Id, { accounts }: Situation): boolean {
  const held = accounts?.[accountId];
  const [own] = held?.place_path ?? [];
  const [there = ''] = to_path;
  if (held?.role !== 'caseworker' || own === undefined) return false;
  return to_path.includes(own) || held.place_path.includes(there);
}

/** What moves when the other region says yes: reading, specialists, place, worker, consents, at once. */
function moved(
  state: CaseState,
  { transfer_id, to_path }: Transfer,
  worker: Id | undefined,
  situation: Situation,
): readonly NewFact[] {
  const { model, now, recipients_there = [] } = situation;
  const from_worker = state.assignment.worker?.account_id ?? null;
  const consent_ids = Object.values(state.consent.records)
    .filter((one) => isToAskAgain(one, recipients_there))
    .map((one) => one.consent_id);
  const from_path = state.opening.place_path;
  const reads_until = readsUntil(model, now);
  return [
    {
      kind: 'transfer_accepted',
      body: { transfer_id, from_worker, from_path, reads_until },
    },
    ...Object.keys(state.assignment.specialists).map((account_id) => ({
      ...{ kind: 'specialist_released', body: { account_id } },
    })),
    placeChange(to_path),
    ...(worker !== undefined
      ? [{ kind: 'worker_assigned', body: { account_id: worker } }]
      : from_worker !== null
        ? [{ kind: 'worker_released', body: { account_id: from_worker } }]
        : []),
    ...(consent_ids.length === 0
      ? []
      : [{ kind: 'consents_to_ask_again', body: { transfer_id, consent_ids } }]),
  ];
}

/**
 * The way between regions. It takes effect when the other region accepts and not before; until then
 * that region knows a number and what it takes to decide. Whoever gave the file away reads for some
 * days what was in it, and writes nothing.
 */
export const transfer = {
  slice: 'transfer',
  initial: { transfers: {} } as TransferState,
  facts: {
    transfer_proposed: factKind({
      version: 1,
      compartment: 'general',
      body: proposeTransfer,
      apply: (slice: TransferState, fact): TransferState => ({
        transfers: {
          ...slice.transfers,
          [fact.body.transfer_id]: {
            ...{ ...fact.body, status: 'proposed', proposed_by: fact.actor.id },
            ...{ proposed_at: fact.recorded_at, to_path: [], told: null, talk: [] },
            ...{ over_at: null, declined: null, from: null },
          },
        },
      }),
    }),
    transfer_addressed: factKind({
      version: 1,
      compartment: 'general',
      body: transferAddressed,
      apply: (slice: TransferState, { body: { transfer_id, to_path, told: of } }): TransferState =>
        change(slice, transfer_id, { to_path, told: of }),
    }),
    transfer_asked: factKind({
      version: 1,
      compartment: 'general',
      body: askAboutTransfer,
      apply: (slice: TransferState, { body, recorded_at }): TransferState => {
        const talk = slice.transfers[body.transfer_id]?.talk ?? [];
        const asked = { asked_at: recorded_at, words: body.words, reply: null, replied_at: null };
        return change(slice, body.transfer_id, { talk: [...talk, asked] });
      },
    }),
    transfer_replied: factKind({
      version: 1,
      compartment: 'general',
      body: replyAboutTransfer,
      apply: (slice: TransferState, { body, recorded_at }): TransferState => {
        const talk = slice.transfers[body.transfer_id]?.talk ?? [];
        const last = talk.at(-1);
        if (last === undefined) return slice;
        const answered = { ...last, reply: body.words, replied_at: recorded_at };
        return change(slice, body.transfer_id, { talk: [...talk.slice(0, -1), answered] });
      },
    }),
    transfer_accepted: factKind({
      version: 1,
      compartment: 'general',
      body: transferAccepted,
      apply: (slice: TransferState, { body, recorded_at }): TransferState => {
        const { transfer_id, from_worker, from_path, reads_until } = body;
        const from = { worker: from_worker, path: from_path, reads_until };
        return change(slice, transfer_id, { status: 'accepted', over_at: recorded_at, from });
      },
    }),
    transfer_declined: factKind({
      version: 1,
      compartment: 'general',
      body: declineTransfer,
      apply: (slice: TransferState, { body, recorded_at }): TransferState => {
        const { transfer_id, ...declined } = body;
        return change(slice, transfer_id, { status: 'declined', over_at: recorded_at, declined });
      },
    }),
    transfer_withdrawn: factKind({
      version: 1,
      compartment: 'general',
      body: withdrawTransfer,
      apply: (slice: TransferState, { body, recorded_at }): TransferState =>
        change(slice, body.transfer_id, { status: 'withdrawn', over_at: recorded_at }),
    }),
  },
  commands: {
    propose_transfer: commandKind({
      body: proposeTransfer,
      verb: 'propose_transfer',
      compartment: 'general',
      decide: (state, { body }, situation) => {
        if (state.transfer.transfers[body.transfer_id] !== undefined) {
          return refuse('already_recorded');
        }
        if (waitingTransfer(state.transfer) !== null) return refuse('transfer_under_way');
        if (body.wished_on < situation.today) return refuse('day_in_the_past');
        const said = { kind: 'transfer_proposed', body };
        // Said on a device: where the place lies, the server knows.
        if (situation.places === undefined) return accept(said);
        const to_path = situation.places[body.to_place_id] ?? [];
        const region = regionOf(to_path);
        if (region === undefined) return refuse('place_unknown');
        if (state.opening.place_path.includes(region)) return refuse('same_region');
        const { transfer_id } = body;
        const addressed = { transfer_id, to_path, told: told(state, situation) };
        return { facts: [said], last: [{ kind: 'transfer_addressed', body: addressed }] };
      },
    }),
    withdraw_transfer: commandKind({
      body: withdrawTransfer,
      verb: 'propose_transfer',
      compartment: 'general',
      decide: (state, { body }) => {
        const found = waiting(state, body.transfer_id);
        return 'answer' in found ? found.answer : accept({ kind: 'transfer_withdrawn', body });
      },
    }),
    reply_about_transfer: commandKind({
      body: replyAboutTransfer,
      verb: 'propose_transfer',
      compartment: 'general',
      decide: (state, { body }) => {
        const found = waiting(state, body.transfer_id);
        if ('answer' in found) return found.answer;
        if (openQuestion(state.transfer) === null) return refuse('nothing_asked');
        return accept({ kind: 'transfer_replied', body });
      },
    }),
    ask_about_transfer: commandKind({
      body: askAboutTransfer,
      verb: 'answer_transfer',
      compartment: 'general',
      decide: (state, { body }, situation) => {
        const found = waiting(state, body.transfer_id);
        if ('answer' in found) return found.answer;
        if (!receives(found.known, state, situation)) return refuse('not_allowed');
        if (openQuestion(state.transfer) !== null) return refuse('asked_already');
        return accept({ kind: 'transfer_asked', body });
      },
    }),
    accept_transfer: commandKind({
      body: acceptTransfer,
      verb: 'answer_transfer',
      compartment: 'general',
      decide: (state, { body: { transfer_id, account_id } }, situation) => {
        const found = waiting(state, transfer_id);
        if ('answer' in found) return found.answer;
        if (!receives(found.known, state, situation)) return refuse('not_allowed');
        if (account_id !== undefined && !worksThere(found.known, account_id, situation)) {
          return refuse('not_a_worker_here');
        }
        return { facts: [], last: moved(state, found.known, account_id, situation) };
      },
    }),
    decline_transfer: commandKind({
      body: declineTransfer,
      verb: 'answer_transfer',
      compartment: 'general',
      decide: (state, { body }, situation) => {
        const found = waiting(state, body.transfer_id);
        if ('answer' in found) return found.answer;
        if (!receives(found.known, state, situation)) return refuse('not_allowed');
        return accept({ kind: 'transfer_declined', body });
      },
    }),
  },
} as const satisfies Noun<'transfer'>;
