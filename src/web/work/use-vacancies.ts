import { useLingui as useRuntime } from '@lingui/react';
import { useLingui } from '@lingui/react/macro';
import type { ShownVacancy, VacancyFields } from '#domain/work/vacancy.ts';
import { useNames } from '../case/use-names.ts';
import { usePlaces } from '../case/use-places.ts';
import { formatMoney, labelIn, languageName } from '../ui/format.ts';
import { PAY_PER_WORDS, VACANCY_HOURS_WORDS } from './vacancy-words.ts';

/** Who employs, and where. */
export function useWhere(): (one: VacancyFields) => string {
  const { t, i18n } = useLingui();
  const names = useNames();
  const places = usePlaces();
  return (one) => {
    const employer =
      one.organisation_id === null ? one.employer : names.organisation(one.organisation_id);
    const place = places?.get(one.place_id);
    return [
      employer,
      one.at_home ? t`at home` : '',
      place === undefined ? '' : labelIn(i18n.locale, place.name),
    ]
      .filter(Boolean)
      .join(' · ');
  };
}

/** Hours, pay, languages and what is asked for, as one line. */
export function useTerms(): (one: VacancyFields) => string {
  const { t } = useLingui();
  const { i18n } = useRuntime();
  const money = (amount: string | null, currency: string) =>
    amount === null ? undefined : formatMoney(i18n.locale, { amount, currency });
  return (one) => {
    const currency = one.pay_currency ?? '';
    const from = money(one.pay_from, currency);
    const to = money(one.pay_to, currency);
    const per = one.pay_per === null ? '' : i18n._(PAY_PER_WORDS[one.pay_per]);
    const pay =
      from !== undefined && to !== undefined
        ? t`${from} to ${to} ${per}`
        : from !== undefined
          ? t`from ${from} ${per}`
          : to !== undefined
            ? t`up to ${to} ${per}`
            : '';
    const openings = one.openings;
    return [
      one.hours === null ? '' : i18n._(VACANCY_HOURS_WORDS[one.hours]),
      pay,
      one.languages.map((tag) => languageName(i18n.locale, tag)).join(', '),
      one.experience_needed ? t`experience is asked for` : '',
      one.papers_needed === true ? t`papers are asked for` : '',
      one.childcare === true ? t`children are looked after there` : '',
      one.heavy === true ? t`heavy work` : '',
      openings > 1 ? t`places: ${openings}` : '',
    ]
      .filter(Boolean)
      .join(' · ');
  };
}

/** What the form of a vacancy sends, from one that is shown. */
export function fieldsOf(one: ShownVacancy): VacancyFields {
  const { id: _id, source: _source, reference: _reference, ...rest } = one;
  const { withdrawn: _withdrawn, version: _version, mine: _mine, ...fields } = rest;
  return fields;
}

/** The form of a vacancy as it opens: empty, or with what is known. */
export function startOf(
  known: ShownVacancy | undefined,
  organisation: string | null,
): VacancyFields {
  if (known !== undefined) return fieldsOf(known);
  return {
    ...{ title: '', occupation: null, organisation_id: organisation, employer: null, place_id: '' },
    ...{ at_home: false, hours: null, pay_from: null, pay_to: null, pay_currency: null },
    ...{ pay_per: null, languages: [], requirements: null, experience_needed: false },
    ...{ papers_needed: null, childcare: null, heavy: null, openings: 1, contact: null },
    valid_until: '',
  };
}
