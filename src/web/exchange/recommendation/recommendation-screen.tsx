import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { languageGaps } from '#domain/exchange/recommendation/adoption.ts';
import type { RecommendationWhole } from '#domain/exchange/recommendation/recommendation.ts';
import { Answered } from '../../ui/answered.tsx';
import { formatDay, languageName } from '../../ui/format.ts';
import { Page, Section } from '../../ui/page.tsx';
import parts from '../../ui/parts.module.css';
import { Notice } from '../../ui/problem-text.tsx';
import { Adoption, Replacement } from './adoption.tsx';
import { Amendments } from './amendments.tsx';
import { CameOf } from './came-of.tsx';
import { Owners } from './owners.tsx';
import { Plan } from './plan.tsx';
import { Positions } from './positions.tsx';
import { Progress } from './progress.tsx';
import styles from './recommendation.module.css';
import { THEME_NAMES } from './recommendation-words.ts';
import { Marks } from './recommendations-screen.tsx';
import { TextVersions } from './text-versions.tsx';
import { useRecommendation } from './use-recommendation.ts';
import { Worded } from './worded.tsx';

/** One recommendation: the drafting room before adoption, the follow-up after it. */
export function RecommendationScreen() {
  const { id = '' } = useParams({ strict: false });
  return <Answered asked={useRecommendation(id)}>{(one) => <Whole one={one} />}</Answered>;
}

/** What a part of the screen needs. */
export interface PartProps {
  readonly one: RecommendationWhole;
}

function Whole({ one }: PartProps) {
  const { t, i18n } = useLingui();
  const drafting = one.adopted_on === null;
  const lang = i18n.locale === 'ru' || i18n.locale === 'uz' ? i18n.locale : 'en';
  return (
    <Page
      title={t`Recommendation`}
      heading={<Trans>Recommendation {one.number}</Trans>}
      intro={<Worded wording={one.edition_title} />}
      actions={
        !one.published ? undefined : (
          <a href={`/exchange/${lang}/${one.edition}/recommendations/${one.number}`}>
            {t`Public page`}
          </a>
        )
      }
      wide
    >
      <Section title={<Trans>Text</Trans>}>
        <Marks row={one} />
        {drafting || one.published ? null : (
          <Notice>
            <Trans>Adopted. Readers see it once another editor has taken a second look.</Trans>
          </Notice>
        )}
        <blockquote className={styles.text}>
          <Worded wording={one.text} />
        </blockquote>
        <Gaps one={one} />
        <dl className={styles.facts}>
          <dt>
            <Trans context="of a recommendation">Theme</Trans>
          </dt>
          <dd>{i18n._(THEME_NAMES[one.theme])}</dd>
          {one.session === null ? null : (
            <>
              <dt>
                <Trans>It came from</Trans>
              </dt>
              <dd>
                <Worded wording={one.session.title} />
                {one.session.line === null ? null : (
                  <>
                    {', '}
                    <Trans>line {one.session.line}</Trans>
                  </>
                )}
              </dd>
            </>
          )}
          {one.adopted_on === null || one.body === null ? null : (
            <>
              <dt>
                <Trans>Adopted</Trans>
              </dt>
              <dd>
                {formatDay(i18n.locale, one.adopted_on)}, <Worded wording={one.body} />
              </dd>
            </>
          )}
          {one.replaces === null ? null : (
            <>
              <dt>
                <Trans>It takes the place of</Trans>
              </dt>
              <dd>
                <Trans>Recommendation {one.replaces.number}</Trans>
              </dd>
            </>
          )}
        </dl>
        <TextVersions one={one} />
      </Section>
      {drafting ? (
        <>
          <Amendments one={one} />
          <Positions one={one} />
          {one.abilities.chair ? <Adoption one={one} /> : null}
        </>
      ) : (
        <>
          <Progress one={one} />
          <CameOf one={one} />
          <Plan one={one} />
          {one.abilities.organise ? <Owners one={one} /> : null}
          <Positions one={one} />
          <Amendments one={one} />
          <Replacement one={one} />
        </>
      )}
    </Page>
  );
}

/** Which languages still lack the text; adoption waits for them. */
function Gaps({ one }: PartProps) {
  const { i18n } = useLingui();
  if (one.adopted_on !== null) return null;
  const { missing, stale } = languageGaps(one.text, one.languages);
  if (missing.length + stale.length === 0) return null;
  const names = (tags: readonly string[]) =>
    tags.map((tag) => languageName(i18n.locale, tag)).join(', ');
  return (
    <p className={parts.soft}>
      {missing.length === 0 ? null : <Trans>Not translated yet: {names(missing)}.</Trans>}{' '}
      {stale.length === 0 ? null : <Trans>Translated from an earlier text: {names(stale)}.</Trans>}
    </p>
  );
}
