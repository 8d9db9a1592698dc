import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import { COUNTRIES } from '#domain/people/country.ts';
import { countryName, languageName } from '../ui/format.ts';

interface Listed {
  readonly value: string;
  readonly label: string;
}

/** Languages that are spoken where people come home to and from; the usual ones first. */
const LANGUAGES =
  'uz ru kaa tg kk ky tk ar fa ps ku tr en de fr az tt uk hi ur zh ug ko ja es it pl'.split(' ');

export function useLanguageNames() {
  const { i18n } = useLingui();
  return useMemo(() => {
    const nameOf = (tag: string) => languageName(i18n.locale, tag);
    return { nameOf, all: LANGUAGES.map((value): Listed => ({ value, label: nameOf(value) })) };
  }, [i18n.locale]);
}

export function useCountryNames() {
  const { i18n } = useLingui();
  return useMemo(() => {
    const nameOf = (code: string) => countryName(i18n.locale, code);
    const all = COUNTRIES.map((value): Listed => ({ value, label: nameOf(value) }));
    return { nameOf, all: all.sort((a, b) => a.label.localeCompare(b.label, i18n.locale)) };
  }, [i18n.locale]);
}
