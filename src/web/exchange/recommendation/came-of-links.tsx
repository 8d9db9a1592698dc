import { Trans, useLingui } from '@lingui/react/macro';
import {
  type Outcome,
  outcomePath,
  type SourcePractice,
  type SourceRecommendation,
} from '#domain/exchange/recommendation/came-of.ts';
import { Section } from '../../ui/page.tsx';
import styles from './recommendation.module.css';
import { Worded } from './worded.tsx';

interface LinksProps {
  readonly practice?: SourcePractice | null;
  readonly recommendations: readonly SourceRecommendation[];
  readonly models?: readonly Outcome[];
}

/** From where something came and what came of it, as readers follow it; nothing where there is none. */
export function CameOfLinks({ practice = null, recommendations, models = [] }: LinksProps) {
  const base = usePublicBase();
  if (practice === null && recommendations.length + models.length === 0) return null;
  return (
    <Section title={<Trans>On the way through the exchange</Trans>}>
      <dl className={styles.facts}>
        {practice === null ? null : (
          <>
            <dt>
              <Trans>It grew out of the practice</Trans>
            </dt>
            <dd>
              <a href={`${base}/practices/${practice.id}`}>
                <Worded wording={practice.title} />
              </a>
            </dd>
          </>
        )}
        {recommendations.length === 0 ? null : (
          <>
            <dt>
              <Trans>It came of</Trans>
            </dt>
            {recommendations.map(({ id, edition, number, text }) => (
              <dd key={id}>
                <a href={`${base}/${edition}/recommendations/${number}`}>
                  <Trans>Recommendation {number}</Trans>
                </a>
                {': '}
                <Worded wording={text} />
              </dd>
            ))}
          </>
        )}
        {models.length === 0 ? null : (
          <>
            <dt>
              <Trans>It became a programme model</Trans>
            </dt>
            {models.map((model) => (
              <dd key={model.id}>
                <OutcomeLink outcome={model} />
              </dd>
            ))}
          </>
        )}
      </dl>
    </Section>
  );
}

/** A practice or model under its title, where everybody reads it. */
export function OutcomeLink({ outcome }: { readonly outcome: Outcome }) {
  const base = usePublicBase();
  return (
    <a href={`${base}${outcomePath(outcome)}`}>
      <Worded wording={outcome.title} />
    </a>
  );
}

/** The public pages in the language of the screen. */
function usePublicBase(): string {
  const { i18n } = useLingui();
  const lang = i18n.locale === 'ru' || i18n.locale === 'uz' ? i18n.locale : 'en';
  return `/exchange/${lang}`;
}
