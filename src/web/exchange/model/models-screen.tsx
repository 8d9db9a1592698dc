import { Trans, useLingui } from '@lingui/react/macro';
import { IconRoute } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { inLanguage } from '#domain/exchange/wording.ts';
import { Answered } from '../../ui/answered.tsx';
import { countryName } from '../../ui/format.ts';
import { EmptyState, Page, Section } from '../../ui/page.tsx';
import parts from '../../ui/parts.module.css';
import { useParticipant } from '../use-participant.ts';
import { REVIEW_WORDS, STATE_WORDS } from './model-card-words.ts';
import { NewModel } from './new-model.tsx';
import { useModelCards } from './use-models.ts';

/** The programme models that countries offer, and a new one of one's own. */
export function ModelsScreen() {
  const { t, i18n } = useLingui();
  const me = useParticipant();
  const asked = useModelCards();
  const countries = me.roles.flatMap(({ role, country }) =>
    role === 'delegate' && country !== null ? [country] : [],
  );
  return (
    <Page
      title={t`Programme models`}
      intro={
        <Trans>
          A country offers its whole model with what it learned; others ask, import the package and
          adopt parts of it.
        </Trans>
      }
    >
      <Section title={<Trans>Models</Trans>}>
        <Answered asked={asked}>
          {({ models }) =>
            models.length === 0 ? (
              <EmptyState
                icon={<IconRoute size={44} aria-hidden />}
                title={<Trans>No model is offered yet</Trans>}
              />
            ) : (
              <ul className={parts.list}>
                {models.map(({ id, title, country, state, review }) => (
                  <li key={id}>
                    <Link to="/workspace/models/$id" params={{ id }}>
                      {inLanguage(title, i18n.locale).text}
                    </Link>
                    <div className={parts.tags}>
                      <span className={parts.tag}>{countryName(i18n.locale, country)}</span>
                      <span
                        className={parts.tag}
                        data-tone={state === 'published' ? 'some' : 'look'}
                      >
                        {i18n._(STATE_WORDS[state])}
                      </span>
                      <span className={parts.tag}>{i18n._(REVIEW_WORDS[review])}</span>
                    </div>
                  </li>
                ))}
              </ul>
            )
          }
        </Answered>
      </Section>
      {countries.length > 0 || me.holdsAny('editor', 'organiser') ? (
        <NewModel country={countries[0] ?? me.country ?? ''} />
      ) : null}
    </Page>
  );
}
