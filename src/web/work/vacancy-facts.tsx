import { Trans, useLingui } from '@lingui/react/macro';
import type { ShownVacancy } from '#domain/work/vacancy.ts';
import { formatDay } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import { useOccupationTitle } from './use-occupations.ts';
import { useTerms, useWhere } from './use-vacancies.ts';

/** A vacancy as a line of a list. */
export function VacancyFacts({ one }: { readonly one: ShownVacancy }) {
  const { i18n } = useLingui();
  const where = useWhere();
  const terms = useTerms();
  const title = useOccupationTitle([one.occupation])(one.occupation);
  const until = formatDay(i18n.locale, one.valid_until);
  return (
    <>
      <strong>
        <bdi>{one.title}</bdi>
      </strong>
      {title === undefined || title.toLowerCase() === one.title.toLowerCase() ? null : (
        <span className={parts.soft}> – {title}</span>
      )}
      <div>{where(one)}</div>
      <div className={parts.soft}>{terms(one)}</div>
      {one.requirements === null ? null : <div className={parts.soft}>{one.requirements}</div>}
      <div className={parts.soft}>
        {one.contact === null ? null : (
          <>
            <bdi>{one.contact}</bdi> ·{' '}
          </>
        )}
        {one.withdrawn ? <Trans>taken</Trans> : <Trans>open until {until}</Trans>}
        {one.source === null ? null : <> · {one.source}</>}
      </div>
    </>
  );
}
