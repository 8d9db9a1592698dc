import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ModelCard } from '#domain/exchange/model/model-card.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import { Answered } from '../../ui/answered.tsx';
import { countryName } from '../../ui/format.ts';
import { Page, Section } from '../../ui/page.tsx';
import parts from '../../ui/parts.module.css';
import { ProblemText } from '../../ui/problem-text.tsx';
import { CardAdopt } from './card-adopt.tsx';
import { CardDossier } from './card-dossier.tsx';
import { CardEndorsements } from './card-endorsements.tsx';
import { CardFiles } from './card-files.tsx';
import { CardQuestions } from './card-questions.tsx';
import { CardSource } from './card-source.tsx';
import { REVIEW_WORDS, STATE_WORDS } from './model-card-words.ts';
import { useModelCard, useSendModel } from './use-models.ts';
import { WordedText } from './worded-text.tsx';

/** One model: what is said of it, its packages, the review by peers, and the way to readers. */
export function CardScreen() {
  const { t, i18n } = useLingui();
  const { id } = useParams({ from: '/workspace/models/$id' });
  const asked = useModelCard(id);
  const title = asked.value?.model.title;
  return (
    <Page
      title={t`Programme model`}
      heading={title === undefined ? undefined : inLanguage(title, i18n.locale).text}
      actions={<Link to="/workspace/models">{t`All models`}</Link>}
      wide
    >
      <Answered asked={asked}>
        {({ model }) => (
          <>
            <Head model={model} />
            <CardSource model={model} />
            <CardFiles model={model} />
            <CardDossier model={model} />
            <CardQuestions model={model} />
            <CardEndorsements model={model} />
            {model.may.edit ? <Publish model={model} /> : <CardAdopt model={model} />}
          </>
        )}
      </Answered>
    </Page>
  );
}

function Head({ model }: { readonly model: ModelCard }) {
  const { t, i18n } = useLingui();
  const { id, title, summary, may } = model;
  const lang = i18n.locale === 'ar-XB' ? 'en' : i18n.locale;
  return (
    <Section title={<Trans>What it is</Trans>}>
      <div className={parts.tags}>
        <span className={parts.tag}>{countryName(i18n.locale, model.country)}</span>
        <span className={parts.tag} data-tone={model.state === 'published' ? 'some' : 'look'}>
          {i18n._(STATE_WORDS[model.state])}
        </span>
        <span className={parts.tag}>{i18n._(REVIEW_WORDS[model.review])}</span>
      </div>
      {may.edit ? (
        <WordedText
          {...{ noun: 'model', id, field: 'title', wording: title, editable: true }}
          label={t({ message: 'Title', context: 'of a model' })}
        />
      ) : null}
      <WordedText
        {...{ noun: 'model', id, field: 'summary', wording: summary, editable: may.edit }}
        label={t`In a few sentences: for whom, and how it works`}
      />
      {model.state === 'published' ? (
        <p style={{ marginBlockEnd: 0 }}>
          <a href={`/exchange/${lang}/models/${model.slug}`}>
            <Trans>As readers see it</Trans>
          </a>
        </p>
      ) : null}
    </Section>
  );
}

/** Everything above goes before a second editor; what readers see changes only then. */
function Publish({ model }: { readonly model: ModelCard }) {
  const send = useSendModel();
  const [problem, setProblem] = useState<Problem>();
  const [asked, setAsked] = useState(false);
  const waiting = model.state === 'waiting' || asked;
  return (
    <Section title={<Trans>To the readers</Trans>}>
      <p style={{ marginBlockStart: 0 }}>
        <Trans>
          A second editor looks through all texts for people before they go out. Readers see exactly
          what was asked for; what you change later goes out when you ask again.
        </Trans>
      </p>
      <ProblemText problem={problem} />
      {waiting ? (
        <p role="status">
          <Trans>It waits for a second editor.</Trans>
        </p>
      ) : null}
      <Button
        disabled={model.state === 'waiting'}
        onClick={async () => {
          const refused = await send('POST', `/${model.id}/publish`);
          setProblem(refused);
          setAsked(refused === undefined || refused.code === 'already_so');
        }}
      >
        <Trans>Ask for publication</Trans>
      </Button>
    </Section>
  );
}
