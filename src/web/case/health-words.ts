import { msg } from '@lingui/core/macro';
import { formatDay } from '../ui/format.ts';
import type { Sentence } from './fact-words.ts';
import { labelOf } from './labels.ts';

export const PROOF_WORDS = {
  paper: msg`From a paper`,
  told: msg`From what the family says`,
  given_now: msg`Given now`,
} as const;

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** The sentences of what is said about health; but for the next day, only those who may read it see them. */
export const HEALTH_FACTS: Readonly<Record<string, Sentence>> = {
  health_seen: (body, { i18n }) => {
    const day = formatDay(i18n.locale, text(body.on));
    return body.came === true
      ? msg`Seen about health on ${day}.`
      : msg`Not there on ${day}, when expected about health.`;
  },
  health_due: (body, { i18n }) => {
    if (typeof body.next_on !== 'string') return msg`No health appointment is due.`;
    const day = formatDay(i18n.locale, body.next_on);
    return msg`A health appointment is due on ${day}.`;
  },
  vaccination_recorded: (body, { i18n, model }) => {
    const day = formatDay(i18n.locale, text(body.on));
    const dose = labelOf(i18n.locale, model.vaccinations?.doses ?? [], text(body.code));
    return msg`Vaccination on ${day}: ${dose}`;
  },
};
