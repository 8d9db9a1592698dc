import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  MATTER_ANSWERS,
  MATTER_WITHDRAWALS,
  MatterStatus,
} from '#domain/case/commission-state.ts';
import type { DECISION_OWNERS, VIEW_WAYS } from '#domain/case/conference.ts';
import type { Sentence } from './fact-words.ts';
import { labelOf } from './labels.ts';

export const MATTER_WORDS: Readonly<Record<MatterStatus, MessageDescriptor>> = {
  put: msg`on an agenda`,
  decided: msg`decided, an answer is waited for`,
  answered: msg`answered`,
  withdrawn: msg`withdrawn`,
};

export const MATTER_ANSWER_WORDS: Readonly<
  Record<(typeof MATTER_ANSWERS)[number], MessageDescriptor>
> = {
  done: msg`It was done`,
  partly: msg`It was done in part`,
  refused: msg`The agency said no`,
};

export const MATTER_WITHDRAWAL_WORDS: Readonly<
  Record<(typeof MATTER_WITHDRAWALS)[number], MessageDescriptor>
> = {
  not_wished: msg`The person does not wish it`,
  not_needed: msg`It is no longer needed`,
  said_in_error: msg`It was written down in error`,
};

export const DECISION_OWNER_WORDS: Readonly<
  Record<(typeof DECISION_OWNERS)[number], MessageDescriptor>
> = {
  person: msg`the person`,
  worker: msg`the support worker`,
  family: msg`the family`,
  service: msg`a service`,
  supervisor: msg`the supervisor`,
};

export const VIEW_WORDS: Readonly<Record<(typeof VIEW_WAYS)[number], MessageDescriptor>> = {
  in_person: msg`The person was there`,
  by_somebody_chosen: msg`Somebody whom the person chose spoke for them`,
  told_before: msg`The person said it beforehand`,
  written: msg`The person wrote it`,
};

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** The facts of commissions and conferences as sentences. */
export const COMMISSION_FACTS: Readonly<Record<string, Sentence>> = {
  matter_put: (body, { i18n, model }) => {
    const list = model.commissions?.commissions ?? [];
    const commission = labelOf(i18n.locale, list, text(body.commission));
    const asked = text(body.asked);
    return msg`On the agenda of a commission (${commission}): ${asked}`;
  },
  matter_decided: (body, { i18n, model }) => {
    const list = model.commissions?.agencies ?? [];
    const agency = labelOf(i18n.locale, list, text(body.agency));
    const number = text(body.number);
    const what = text(body.what);
    return msg`Decision ${number} of a commission: ${what} (${agency})`;
  },
  matter_answered: () => msg`The agency answered; the step goes on.`,
  matter_withdrawn: () => msg`A matter was taken off the commission’s agenda.`,
  conference_held: (body) => {
    const chair = text(body.chair);
    return msg`A case conference, led by ${chair}.`;
  },
  conference_decision_ended: () => msg`What a case conference had decided was ended.`,
};
