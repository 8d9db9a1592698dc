import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { CHECK_IN_OUTCOMES } from '#domain/case/closure.ts';
import type { FEEDBACK_VALUES, FEEDBACK_WAYS } from '#domain/case/feedback.ts';
import type { Mark } from '#domain/case/plan-difference.ts';
import type { Sentence } from './fact-words.ts';
import { labelOf } from './labels.ts';

type Words<K extends string> = Readonly<Record<K, MessageDescriptor>>;

export const CHECK_IN_WORDS: Words<(typeof CHECK_IN_OUTCOMES)[number]> = {
  done: msg`done`,
  not_reached: msg`not reached`,
  declined: msg`the person did not wish it`,
  no_contact: msg`the person wishes no contact any more`,
};

export const CHECK_IN_CHOICES: Words<(typeof CHECK_IN_OUTCOMES)[number]> = {
  done: msg`We spoke`,
  not_reached: msg`Not reached`,
  declined: msg`Not this time`,
  no_contact: msg`No contact any more`,
};

export const FEEDBACK_VALUE_WORDS: Words<(typeof FEEDBACK_VALUES)[number]> = {
  yes: msg`Yes`,
  partly: msg`In part`,
  no: msg`No`,
};

export const FEEDBACK_WAY_WORDS: Words<(typeof FEEDBACK_WAYS)[number]> = {
  worker: msg`The support worker`,
  colleague: msg`A colleague`,
  alone: msg`Nobody: written by the person alone`,
};

export const MARK_WORDS: Words<Mark> = {
  new: msg`new`,
  changed: msg`changed`,
  gone: msg`gone`,
  same: msg`the same`,
};

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** The facts of aftercare, feedback and what happens in a life, as sentences. */
export const AFTERCARE_FACTS: Readonly<Record<string, Sentence>> = {
  check_in_ended: (body) => {
    if (body.outcome === 'not_reached') return msg`Contact after completion: not reached.`;
    if (body.outcome === 'no_contact') return msg`The person wishes no contact any more.`;
    if (body.asks_help === true) return msg`Contact after completion: the person asks for help.`;
    return body.outcome === 'done'
      ? msg`Contact after completion.`
      : msg`Contact after completion was not wished for.`;
  },
  help_answered: () => msg`Help that was asked for after completion was answered.`,
  feedback_given: (body) =>
    body.given === true
      ? msg`The person said how it was.`
      : msg`The person was asked how it was, and would rather not say.`,
  life_event_recorded: (body, { i18n, model }) => {
    const event = labelOf(i18n.locale, model.life_events?.events ?? [], text(body.code));
    return msg`It happened: ${event}`;
  },
};
