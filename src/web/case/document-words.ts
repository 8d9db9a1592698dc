import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { PathState } from '#domain/case/document-path.ts';
import type { Act, DocumentStatus, FEE_PAYERS, WITHDRAWALS } from '#domain/case/document-state.ts';
import type { Sentence } from './fact-words.ts';
import { labelOf } from './labels.ts';

/** Where a paper stands. A no is a step like the others: it says what can be done next. */
export const DOCUMENT_STATUS_WORDS: Readonly<Record<DocumentStatus, MessageDescriptor>> = {
  begun: msg`not handed in yet`,
  lodged: msg`handed in`,
  queried: msg`something is still wanted`,
  refused: msg`the office said no`,
  appealed: msg`appealed`,
  in_court: msg`before a court`,
  granted: msg`granted`,
  issued: msg`in hand`,
  withdrawn: msg`no longer applied for`,
};

/** What happened, as the button that opens its form. */
export const ACT_WORDS: Readonly<Record<Act, MessageDescriptor>> = {
  lodge: msg`It was handed in`,
  query: msg`Something is still wanted`,
  supply: msg`What was wanted was handed in`,
  refuse: msg`The office said no`,
  appeal: msg`We appealed`,
  court: msg`It goes before a court`,
  decide: msg`It was decided`,
  issue: msg`It was issued`,
  withdraw: msg`No longer applied for`,
};

export const FEE_WORDS: Readonly<Record<(typeof FEE_PAYERS)[number], MessageDescriptor>> = {
  no_fee: msg`there was none`,
  person: msg`the person`,
  family: msg`the family`,
  programme: msg`the programme`,
  other: msg`somebody else`,
};

export const WITHDRAWAL_WORDS: Readonly<Record<(typeof WITHDRAWALS)[number], MessageDescriptor>> = {
  not_needed: msg`It is no longer needed`,
  not_wished: msg`The person does not wish it`,
  other_way: msg`Another way was found`,
  said_in_error: msg`It was written down in error`,
};

export const PATH_WORDS: Readonly<Record<PathState, MessageDescriptor>> = {
  in_hand: msg`in hand`,
  under_way: msg`on its way`,
  refused: msg`the office said no`,
  open: msg`not applied for`,
};

/** The facts of papers as sentences; which paper it is about stands in its beginning. */
export const DOCUMENT_FACTS: Readonly<Record<string, Sentence>> = {
  document_apart: (body) =>
    body.ended === true ? msg`A legal matter ended.` : msg`A specialist works on a legal matter.`,
  document_begun: about((what) => msg`${what}: we begin.`),
  document_lodged: about((what) => msg`${what}: handed in.`),
  document_queried: about((what) => msg`${what}: something is still wanted.`),
  document_supplied: about((what) => msg`${what}: what was wanted was handed in.`),
  document_refused: about((what) => msg`${what}: the office said no.`),
  document_appealed: about((what) => msg`${what}: appealed.`),
  document_in_court: about((what) => msg`${what}: before a court.`),
  document_decided: about((what, body) =>
    body.outcome === 'granted' ? msg`${what}: granted.` : msg`${what}: not granted.`,
  ),
  document_issued: about((what) => msg`${what}: issued.`),
  document_withdrawn: about((what) => msg`${what}: no longer applied for.`),
};

/** A sentence that names the paper, which the fact of its beginning tells. */
function about(
  sentence: (what: string, body: Parameters<Sentence>[0]) => MessageDescriptor,
): Sentence {
  return (body, { i18n, model, facts }) => {
    const begun = facts.find(
      ({ kind, body: said }) =>
        kind === 'document_begun' &&
        (said as { document_id?: unknown } | null)?.document_id === body.document_id,
    );
    const kind = (begun?.body as { kind?: string } | null | undefined)?.kind ?? '';
    return sentence(labelOf(i18n.locale, model.documents?.kinds ?? [], kind) || '…', body);
  };
}
