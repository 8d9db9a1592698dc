import { msg } from '@lingui/core/macro';
import { formatDay } from '../ui/format.ts';
import type { Body, Sentence } from './fact-words.ts';

export const MADE_WITH_WORDS = {
  person: msg`The person alone`,
  person_and_trusted: msg`The person and somebody they trust`,
} as const;

export const COPY_WORDS = {
  given: msg`Has a sheet`,
  not_safe: msg`A sheet would not be safe`,
  not_wished: msg`No sheet wished`,
} as const;

export const SAFETY_PART_WORDS = {
  protection: msg`Somebody is to be feared`,
  psychosocial: msg`The person may harm themselves`,
} as const;

export const SAFETY_OUTCOME_WORDS = {
  still_fits: msg`It still fits`,
  no_longer_needed: msg`It is no longer needed`,
} as const;

export const SESSION_FORM_WORDS = {
  individual: msg`Individual`,
  family: msg`Family`,
  group: msg`Group`,
} as const;

export const SCREENING_WORDS = {
  support_wished: msg`Support is wished`,
  no_support_wished: msg`No support is wished`,
  declined: msg`Did not want to be asked`,
} as const;

export const WITHHOLDING_REASON_WORDS = {
  fear_of_harm: msg`Fear of harm`,
  safety_of_child: msg`Safety of a child`,
  other_person: msg`It is about somebody else`,
} as const;

const next = (body: Body) => (typeof body.next_on === 'string' ? body.next_on : null);

/** The sentences of what protects somebody and of work with a specialist. */
export const SAFETY_FACTS: Readonly<Record<string, Sentence>> = {
  safety_plan_agreed: () => msg`A safety plan was agreed on.`,
  safety_plan_reviewed: () => msg`A safety plan was looked at again.`,
  held_apart: () => msg`Something lies with a specialist.`,
  session_recorded: (body, { i18n }) => {
    const form = i18n._(SESSION_FORM_WORDS[body.form as keyof typeof SESSION_FORM_WORDS]);
    const on = formatDay(i18n.locale, String(body.on));
    return body.attended ? msg`${form} session on ${on}.` : msg`${form} session on ${on}: missed.`;
  },
  screening_recorded: () => msg`The person was asked how they are.`,
  specialist_next: (body, { i18n }) => {
    const on = next(body);
    if (on === null) return msg`A specialist is working with the person.`;
    const day = formatDay(i18n.locale, on);
    return msg`A specialist is working with the person. Next date: ${day}.`;
  },
  concern_given: (body, { names }) => {
    const name = names.account(String(body.account_id)) ?? '…';
    return msg`${name} looks into the worry.`;
  },
  log_withheld: () => msg`Something is left out of the person’s own log.`,
  withholding_reviewed: (body) =>
    body.outcome === 'ends'
      ? msg`Nothing more is left out of the person’s own log here.`
      : msg`It is still left out of the person’s own log.`,
};
