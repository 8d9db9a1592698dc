import { useLingui as useRuntime } from '@lingui/react';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Entry } from '#domain/directory/directory.ts';
import { formatDay, languageName } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import { SERVES_WORDS, STAFF_WORDS } from './directory-words.ts';

/** How full it is, how long one waits, and when that was last made sure of. */
export function CapacityLine({ service }: { readonly service: Entry }) {
  const { i18n } = useLingui();
  const { places_free: free, waiting_days: days, assured_on } = service;
  return (
    <div className={parts.soft}>
      {free === null ? (
        <Trans>Free places not known</Trans>
      ) : free === 0 ? (
        <Trans>No free place</Trans>
      ) : (
        <Trans>Free places: {free}</Trans>
      )}
      {days === null ? null : (
        <>
          {' · '}
          {days === 0 ? <Trans>no wait</Trans> : <Trans>wait in days: {days}</Trans>}
        </>
      )}
      {assured_on === null ? null : (
        <>
          {' · '}
          <Trans>checked on {formatDay(i18n.locale, assured_on)}</Trans>
        </>
      )}
    </div>
  );
}

/** For whom, who works there, which languages: one line. */
export function useFacts(): (service: Entry) => string {
  const { t } = useLingui();
  const { i18n } = useRuntime();
  return (service) => {
    const { minimum_age: from, maximum_age: to } = service;
    const ages =
      from === null && to === null
        ? null
        : to === null
          ? t`from ${from} years`
          : from === null
            ? t`up to ${to} years`
            : t`${from} to ${to} years`;
    const languages = service.languages.map((one) => languageName(i18n.locale, one)).join(', ');
    return [
      service.serves === 'everybody' ? null : i18n._(SERVES_WORDS[service.serves]),
      ages,
      service.staff === null ? null : i18n._(STAFF_WORDS[service.staff]),
      service.childcare ? t`children are looked after` : null,
      languages === '' ? null : languages,
    ]
      .filter((one) => one !== null)
      .join(' · ');
  };
}
