import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ASSISTANCE_WITHDRAWALS, Assistance, RECEIVED_BY } from '#domain/case/assistance.ts';
import type { Money } from '#domain/money.ts';
import { formatMoney } from '../ui/format.ts';
import type { Body, Sentence } from './fact-words.ts';
import { labelOf } from './labels.ts';

export const RECEIVED_BY_WORDS: Readonly<Record<(typeof RECEIVED_BY)[number], MessageDescriptor>> =
  {
    person: msg`the person`,
    household_member: msg`somebody of the household`,
    guardian: msg`a guardian`,
  };

export const ASSISTANCE_WITHDRAWAL_WORDS: Readonly<
  Record<(typeof ASSISTANCE_WITHDRAWALS)[number], MessageDescriptor>
> = {
  said_in_error: msg`It was written down in error`,
  not_received: msg`It never came`,
  given_back: msg`It was given back`,
};

/** What was given, in figures: money, or so many of a unit with what they may be worth. */
export function givenText(locale: string, { given }: Pick<Assistance, 'given'>): string {
  if (given.as === 'money') return formatMoney(locale, given.paid);
  const goods = `${formatMoney(locale, { amount: given.quantity, currency: '' })}${given.unit}`;
  return given.worth === undefined ? goods : `${goods} (≈ ${formatMoney(locale, given.worth)})`;
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** The facts of assistance as sentences. */
export const ASSISTANCE_FACTS: Readonly<Record<string, Sentence>> = {
  assistance_given: (body, { i18n, model }) => {
    const kind = labelOf(i18n.locale, model.assistance?.kinds ?? [], text(body.kind));
    const what = givenText(i18n.locale, body as Body & Pick<Assistance, 'given'>);
    return msg`Assistance given: ${kind}, ${what}`;
  },
  assistance_asked: (body, { i18n, model }) => {
    const kind = labelOf(i18n.locale, model.assistance?.kinds ?? [], text(body.kind));
    const what = formatMoney(i18n.locale, body.worth as Money);
    return body.given_as === undefined
      ? msg`Assistance over the limit was asked for: ${kind}, ${what}`
      : msg`The supervisor is asked afterwards for what could not wait: ${kind}, ${what}`;
  },
  assistance_approved: () => msg`Assistance over the limit was approved.`,
  assistance_declined: () => msg`Assistance over the limit was not approved.`,
  assistance_withdrawn: () => msg`Assistance that was written down was taken back.`,
};
