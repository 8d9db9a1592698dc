import { plural } from '@lingui/core/macro';
import { useLingui as useRuntime } from '@lingui/react';
import { Trans, useLingui } from '@lingui/react/macro';
import type { WorkProfileBody } from '#domain/case/work-profile.ts';
import parts from '../ui/parts.module.css';
import { useOccupationTitle } from './use-occupations.ts';
import {
  DISTANCE_WORDS,
  HOURS_WORDS,
  SCHOOLING_STATE_WORDS,
  SCHOOLING_WORDS,
  WISH_AS_WORDS,
} from './work-words.ts';

/** A work profile to read, in the file and on the person's own copy. */
export function ProfileFacts({ profile }: { readonly profile: WorkProfileBody }) {
  const { t } = useLingui();
  const { i18n } = useRuntime();
  const { wishes, experience, skills, schooling, schooling_state, limits } = profile;
  const title = useOccupationTitle([...wishes, ...experience].map(({ occupation }) => occupation));
  const limited = [
    i18n._(HOURS_WORDS[limits.hours]),
    i18n._(DISTANCE_WORDS[limits.distance]),
    limits.childcare ? t`children are to be looked after` : '',
    limits.papers_missing ? t`papers are still missing` : '',
    limits.lighter_work ? t`lighter work is needed` : '',
  ].filter(Boolean);
  return (
    <dl className={parts.facts} style={{ display: 'grid', gridTemplateColumns: '1fr' }}>
      <div>
        <dt>
          <Trans>Wishes, the dearest first</Trans>
        </dt>
        <dd>
          {wishes.length === 0 ? (
            <Trans>None said yet</Trans>
          ) : (
            <ol style={{ margin: 0, paddingInlineStart: '1.3rem' }}>
              {wishes.map((one, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a wish is known by its rank
                <li key={at}>
                  <bdi>{one.words}</bdi>
                  <Meant title={title(one.occupation)} words={one.words} />{' '}
                  <span className={parts.soft}>({i18n._(WISH_AS_WORDS[one.as])})</span>
                </li>
              ))}
            </ol>
          )}
        </dd>
      </div>
      {experience.length === 0 ? null : (
        <div>
          <dt>
            <Trans>Has done</Trans>
          </dt>
          <dd>
            {experience.map(({ years, ...one }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line of experience has no name of its own
              <div key={at}>
                <bdi>{one.words}</bdi>
                <Meant title={title(one.occupation)} words={one.words} />
                {years === undefined ? null : (
                  <span className={parts.soft}>
                    , {t`${plural(years, { one: 'for # year', other: 'for # years' })}`}
                  </span>
                )}
                {one.where === undefined ? null : <span className={parts.soft}>, {one.where}</span>}
              </div>
            ))}
          </dd>
        </div>
      )}
      {skills.length === 0 ? null : (
        <div>
          <dt>
            <Trans>Can</Trans>
          </dt>
          <dd>{skills.join('; ')}</dd>
        </div>
      )}
      {schooling === null ? null : (
        <div>
          <dt>
            <Trans>School and training</Trans>
          </dt>
          <dd>
            {i18n._(SCHOOLING_WORDS[schooling])}
            {schooling_state === null ? null : (
              <span className={parts.soft}>
                {' '}
                ({i18n._(SCHOOLING_STATE_WORDS[schooling_state])})
              </span>
            )}
          </dd>
        </div>
      )}
      <div>
        <dt>
          <Trans>What has to fit</Trans>
        </dt>
        <dd>
          {limited.join(' · ')}
          {limits.words === undefined ? null : <div>{limits.words}</div>}
        </dd>
      </div>
    </dl>
  );
}

/** The occupation that was chosen for the words, where its title says more than they do. */
function Meant({ title, words }: { readonly title: string | undefined; readonly words: string }) {
  if (title === undefined || title.toLowerCase() === words.trim().toLowerCase()) return null;
  return <span className={parts.soft}> – {title}</span>;
}
