import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { day } from '../time.ts';
import {
  accept,
  type Command,
  commandKind,
  type Decision,
  type Noun,
  refuse,
  type Situation,
  stale,
} from './command.ts';
import { documentKindOf } from './document-kind.ts';
import {
  type Act,
  AFTER,
  DOCUMENT_BODIES as BODIES,
  beginDocument,
  type Change,
  type Dated,
  type Document,
  type DocumentState,
  documentsOf,
  FROM,
  type HeldIn,
  inOrder,
  isUnderWay,
  kept,
} from './document-state.ts';
import { factKind, type NewFact } from './fact.ts';
import type { CaseState } from './state.ts';

const documentApart = z.strictObject({
  document_id: id,
  next_on: day.nullable(),
  ended: z.boolean(),
});
const documentInCourt = inOrder(BODIES.court.extend({ conflicting: z.boolean() }));

/** One paper after an act; of one whose beginning was erased nothing can be said. */
function change(
  slice: DocumentState,
  documentId: Id,
  to: (known: Document) => Partial<Document>,
): DocumentState {
  const known = slice.documents[documentId];
  if (known === undefined) return slice;
  const { conflict: _settled, ...rest } = known;
  return { ...slice, documents: { ...slice.documents, [documentId]: { ...rest, ...to(known) } } };
}

function laterFact<Body extends Dated>(
  schema: z.ZodType<Body>,
  after: (known: Document, body: Body) => Change,
) {
  return factKind({
    version: 1,
    compartment: 'general',
    body: inOrder(schema),
    apply: (slice: DocumentState, { body, id: by }): DocumentState =>
      change(slice, body.document_id, (known) => ({
        ...{ ...after(known, body), last_on: body.on, by },
      })),
  });
}

/** What a rule adds to the fact of an act: fields, more facts, or that somebody said otherwise. */
interface More {
  readonly fields?: object;
  readonly facts?: readonly NewFact[];
  readonly conflict?: true;
}
type Kept = Dated & { readonly compartment: HeldIn };

/** The command of an act: the place that the paper stands in, the day, then what is special about it. */
function laterCommand<Body extends Kept>(
  act: Act,
  schema: z.ZodType<Body>,
  after: (known: Document, body: Body) => Change,
  rule?: (known: Document, command: Command<Body>, situation: Situation, state: CaseState) => Rule,
) {
  return commandKind<Body>({
    body: inOrder(schema),
    verb: 'append',
    compartment: 'general',
    chosen: (body) => body.compartment,
    decide: (state, command, situation): Decision => {
      const { compartment, ...body } = command.body;
      const known = state.document.documents[command.body.document_id];
      // Kept elsewhere than this command says is as good as not there.
      if (known?.compartment !== compartment) return refuse('document_unknown');
      const problem = stepProblem(act, known, command, situation);
      if (problem !== null) return problem;
      const more = rule?.(known, command, situation, state) ?? { more: {} };
      if (!('more' in more)) return more;
      const { fields = {}, facts = [], conflict } = more.more;
      const said = { kind: FACT_OF[act], compartment, body: { ...body, ...fields } };
      const all = [...apart({ ...known, ...after(known, command.body) }), said, ...facts];
      return conflict === true ? { facts: all, conflict } : accept(...all);
    },
  });
}
type Rule = Decision | { readonly more: More };
const NOTHING_MORE: Rule = { more: {} };

const FACT_OF: Readonly<Record<Act, string>> = {
  lodge: 'document_lodged',
  query: 'document_queried',
  supply: 'document_supplied',
  refuse: 'document_refused',
  appeal: 'document_appealed',
  court: 'document_in_court',
  decide: 'document_decided',
  issue: 'document_issued',
  withdraw: 'document_withdrawn',
};

/** Whether the act fits where the paper stands, for somebody who may have seen it stand elsewhere. */
function stepProblem(
  act: Act,
  known: Document,
  command: Command<Dated>,
  { today }: Situation,
): Decision | null {
  const seen = command.seen?.[`document:${known.document_id}`];
  const late = seen !== undefined && seen !== known.by;
  if (!FROM[act].includes(known.status)) {
    if (!isUnderWay(known)) return stale('document_ended');
    if (late) return stale('document_moved_on');
    return refuse(act === 'appeal' ? 'document_not_refused' : 'document_step_unfit');
  }
  const { on } = command.body;
  if (on > today) return refuse('day_in_the_future');
  // Two people who did not know of each other may write things down in another order.
  if (!late && known.last_on !== null && on < known.last_on) return refuse('day_before_last_step');
  return null;
}

/** The general part of a legal matter: that it goes on, and when next. It comes first in the file. */
function apart({ compartment, document_id, awaits, status }: Document): NewFact[] {
  if (compartment === 'general') return [];
  const ended = !isUnderWay({ status });
  const body = { document_id, next_on: ended ? null : (awaits?.on ?? null), ended };
  return [{ kind: 'document_apart', body }];
}

/** A word where only the result may be kept is not taken; without it, a question says nothing. */
function wordsProblem(known: Document, words: string | undefined, { model }: Situation) {
  const only = documentKindOf(model, known.kind)?.result_only === true;
  return only && words !== undefined ? refuse('document_result_only') : null;
}

/**
 * A paper on its way: applied for, asked about, refused, appealed, before a court, in hand. A refusal is
 * a step like the others. The number of the paper is not kept: nobody needs it to go this way; where it
 * is needed (a packet to an office), it stands with the person's own papers, and only there.
 */
export const document = {
  slice: 'document',
  initial: { documents: {}, apart: {} } as DocumentState,
  facts: {
    document_apart: factKind({
      version: 1,
      compartment: 'general',
      body: documentApart,
      apply: (slice: DocumentState, { body }): DocumentState => ({
        ...slice,
        apart: { ...slice.apart, [body.document_id]: body },
      }),
    }),
    document_begun: factKind({
      version: 1,
      compartment: 'general',
      body: beginDocument,
      apply: (slice: DocumentState, { body, compartment, id: by, recorded_at }): DocumentState => {
        const begun: Document = {
          ...body,
          ...{ compartment: compartment === 'legal' ? 'legal' : 'general', status: 'begun' },
          ...{ awaits: null, held: null, missing: null, receipt: null, refusals: 0 },
          ...{ valid_until: null, milestone_id: null, last_on: null, by, began_at: recorded_at },
        };
        return { ...slice, documents: { ...slice.documents, [body.document_id]: begun } };
      },
    }),
    document_lodged: laterFact(BODIES.lodge, AFTER.lodge),
    document_queried: laterFact(BODIES.query, AFTER.query),
    document_supplied: laterFact(BODIES.supply, AFTER.supply),
    document_refused: laterFact(BODIES.refuse, AFTER.refuse),
    document_appealed: laterFact(BODIES.appeal, AFTER.appeal),
    document_in_court: factKind({
      version: 1,
      compartment: 'general',
      body: documentInCourt,
      apply: (slice: DocumentState, { body, id: by }): DocumentState =>
        change(slice, body.document_id, (known) => {
          const other = known.awaits?.on ?? null;
          const conflict = { hearing_on: other ?? body.on, by: known.by };
          return {
            ...{ ...AFTER.court(known, body), last_on: body.on, by },
            ...(body.conflicting ? { conflict } : {}),
          };
        }),
    }),
    document_decided: laterFact(BODIES.decide, AFTER.decide),
    document_issued: laterFact(BODIES.issue, AFTER.issue),
    document_withdrawn: laterFact(BODIES.withdraw, AFTER.withdraw),
  },
  commands: {
    begin_document: commandKind({
      body: beginDocument.extend(kept),
      verb: 'append',
      compartment: 'general',
      chosen: (body) => body.compartment,
      decide: (state, { body: { compartment, ...body } }, { model }) => {
        const { documents, apart: others } = state.document;
        const { document_id } = body;
        if (documents[document_id] !== undefined || others[document_id] !== undefined) {
          return refuse('already_recorded');
        }
        const kind = documentKindOf(model, body.kind);
        if (kind?.compartment !== compartment) return refuse('document_kind_unknown');
        const open = documentsOf(state.document).some(
          (one) => one.kind === body.kind && isUnderWay(one),
        );
        if (open) return refuse('document_under_way');
        const general = {
          kind: 'document_apart',
          body: { document_id, next_on: null, ended: false },
        };
        const begun = { kind: 'document_begun', compartment, body };
        return compartment === 'legal' ? accept(general, begun) : accept(begun);
      },
    }),
    lodge_document: laterCommand('lodge', BODIES.lodge.extend(kept), AFTER.lodge),
    query_document: laterCommand(
      'query',
      BODIES.query.extend(kept),
      AFTER.query,
      (known, { body }, situation) => {
        const only = documentKindOf(situation.model, known.kind)?.result_only === true;
        if (!only && body.missing === undefined) return refuse('document_missing_what');
        return wordsProblem(known, body.missing, situation) ?? NOTHING_MORE;
      },
    ),
    supply_document: laterCommand('supply', BODIES.supply.extend(kept), AFTER.supply),
    refuse_document: laterCommand(
      'refuse',
      BODIES.refuse.extend(kept),
      AFTER.refuse,
      (known, { body }, situation) => {
        const reasons = situation.model.documents?.refusal_reasons ?? [];
        if (!reasons.some(({ code }) => code === body.reason))
          return refuse('refusal_reason_unknown');
        return wordsProblem(known, body.words, situation) ?? NOTHING_MORE;
      },
    ),
    appeal_document: laterCommand('appeal', BODIES.appeal.extend(kept), AFTER.appeal),
    take_document_to_court: laterCommand(
      'court',
      BODIES.court.extend(kept),
      AFTER.court,
      (known, { body, seen }) => {
        const saw = seen?.[`document:${known.document_id}`];
        const before = known.status === 'in_court' ? (known.awaits?.on ?? null) : null;
        const unseen = saw !== undefined && saw !== known.by && before !== null;
        return unseen && body.hearing_on !== before
          ? { more: { fields: { conflicting: true }, conflict: true } }
          : { more: { fields: { conflicting: false } } };
      },
    ),
    decide_document: laterCommand('decide', BODIES.decide.extend(kept), AFTER.decide),
    issue_document: laterCommand(
      'issue',
      BODIES.issue.extend(kept),
      AFTER.issue,
      (known, { body }, { model }, state) => {
        const code = documentKindOf(model, known.kind)?.milestone;
        const { milestone_id, on } = body;
        if (code === undefined)
          return milestone_id === undefined ? NOTHING_MORE : refuse('milestone_unknown');
        // What is in hand was reached: said once, by the same words, with an id that its author made.
        if (milestone_id === undefined) {
          return { refused: { code: 'invalid_input', fields: [MILESTONE_MISSING] } };
        }
        if (state.milestone.reached[milestone_id] !== undefined) return refuse('already_recorded');
        return {
          more: { facts: [{ kind: 'milestone_reached', body: { milestone_id, code, on } }] },
        };
      },
    ),
    withdraw_document: laterCommand('withdraw', BODIES.withdraw.extend(kept), AFTER.withdraw),
  },
} as const satisfies Noun<'document'>;

const MILESTONE_MISSING = { path: 'body.milestone_id', code: 'required', details: {} } as const;
