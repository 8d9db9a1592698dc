import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { SPOKEN_LANGUAGES } from '#domain/exchange/participant.ts';
import { CARD_SECTIONS, type CardSection } from '#domain/exchange/practice/card.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { ChoiceField, TextField } from '../../ui/field.tsx';
import { countryName, languageName } from '../../ui/format.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Notice, ProblemText } from '../../ui/problem-text.tsx';
import { CameOfLinks } from '../recommendation/came-of-links.tsx';
import { CardField } from './card-field.tsx';
import { Clashes } from './clashes.tsx';
import { FIELDS, REVIEW_WORDS, SECTIONS, STATES } from './practice-words.ts';
import { ReviewersDesk } from './reviewers-desk.tsx';
import { useCard } from './use-card.ts';
import { useSay, type WholePractice, wholePractice } from './use-practice.ts';

/** One practice as it is written: its sections, what is still missing, the steps that are possible now. */
export function PracticeScreen() {
  const { id } = useParams({ from: '/workspace/practices/$id' });
  const { t } = useLingui();
  const asked = useAsk(
    ['exchange', 'practice', id],
    `/api/exchange/practices/${id}`,
    wholePractice,
  );
  return (
    <Answered asked={asked}>
      {(whole) => (
        <Page
          title={t`Practice`}
          heading={inLanguage(whole.texts.title, whole.texts.title.source).text}
          intro={<StateLine whole={whole} />}
        >
          <Steps whole={whole} />
          <Clashes whole={whole} />
          {whole.may.desk ? <ReviewersDesk whole={whole} /> : null}
          <CameOfLinks recommendations={whole.recommendations} models={whole.models} />
          <GivenReviews whole={whole} />
          <Card whole={whole} />
        </Page>
      )}
    </Answered>
  );
}

function StateLine({ whole }: { readonly whole: WholePractice }) {
  const { i18n } = useLingui();
  const version = whole.published_version;
  return (
    <>
      {i18n._(STATES[whole.state])}
      {whole.waiting ? (
        <>
          {' · '}
          <Trans>waits for a second editor</Trans>
        </>
      ) : null}
      {version === null ? null : (
        <>
          {' · '}
          <a
            href={`/exchange/${i18n.locale === 'ar-XB' ? 'en' : i18n.locale}/practices/${whole.id}`}
          >
            <Trans>Version {version} is public</Trans>
          </a>
        </>
      )}
    </>
  );
}

function Steps({ whole }: { readonly whole: WholePractice }) {
  const { i18n } = useLingui();
  const { say, problem, busy } = useSay();
  const path = `/api/exchange/practices/${whole.id}`;
  const { may, missing } = whole;
  const step = (name: string, label: React.ReactNode, variant: 'filled' | 'default' = 'filled') => (
    <Button variant={variant} loading={busy} onClick={() => void say('POST', `${path}/${name}`)}>
      {label}
    </Button>
  );
  const asks = may.ask_publication && !whole.waiting;
  if (!may.submit && !asks && !may.reopen && whole.sent_back === null) return null;
  return (
    <Section title={<Trans>What comes next</Trans>}>
      {whole.sent_back === null ? null : (
        <Notice>
          <Trans>The second editor sent it back: {whole.sent_back}</Trans>
        </Notice>
      )}
      {may.submit && missing.length > 0 ? (
        <p>
          <Trans>Still missing: {missing.map((field) => i18n._(FIELDS[field])).join(', ')}</Trans>
        </p>
      ) : null}
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.75rem' }}>
        {may.submit && missing.length === 0
          ? step('submit', <Trans>Submit for review</Trans>)
          : null}
        {asks
          ? step(
              'publication-request',
              <Trans>Ask for publication</Trans>,
              whole.state === 'accepted' ? 'filled' : 'default',
            )
          : null}
        {may.reopen ? step('reopen', <Trans>Write a new version</Trans>, 'default') : null}
      </div>
      {asks && whole.state !== 'accepted' ? (
        <p>
          <Trans>Where only translations were added, no new review is needed.</Trans>
        </p>
      ) : null}
      <ProblemText problem={problem} />
    </Section>
  );
}

/** What the two reviewers said: their countries and reasons, as readers will see them. */
function GivenReviews({ whole }: { readonly whole: WholePractice }) {
  const { i18n, t } = useLingui();
  if (whole.reviews.length === 0) return null;
  return (
    <Section title={<Trans>What reviewers said</Trans>}>
      {whole.reviews.map((review) => (
        <div key={review.decided_at}>
          <h3>
            {review.country === null
              ? t`International organisation`
              : countryName(i18n.locale, review.country)}
            {': '}
            {review.decision === 'accept' ? t`accepted` : t`returned`}
          </h3>
          <p lang={review.language}>{review.summary}</p>
          <ul>
            {Object.entries(review.criteria).map(([name, { met, reason }]) => (
              <li key={name}>
                {i18n._(REVIEW_WORDS[name as keyof typeof REVIEW_WORDS])} (
                {met ? t`met` : t`not met`}): <span lang={review.language}>{reason}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

function Card({ whole }: { readonly whole: WholePractice }) {
  const { t, i18n } = useLingui();
  const [lang, setLang] = useState(whole.texts.title.source);
  const card = useCard(whole, lang);
  const tags = [
    ...new Set([...Object.keys(whole.texts.title.versions), ...SPOKEN_LANGUAGES, 'uz-Cyrl']),
  ];
  return (
    <>
      <Section title={<Trans>Language</Trans>}>
        <ChoiceField
          path="lang"
          label={t`Texts are shown and written in`}
          value={lang}
          data={tags.map((value) => ({ value, label: languageName(i18n.locale, value) }))}
          onChange={(event) => setLang(event.currentTarget.value)}
        />
        <p role="status">
          {card.busy ? (
            <Trans>Saving…</Trans>
          ) : card.saved ? (
            <Trans>Everything is saved.</Trans>
          ) : (
            <Trans>What you write is saved when you leave the field.</Trans>
          )}
        </p>
        {card.problem?.code === 'changed_meanwhile' && whole.clashes.length === 0 ? null : (
          <ProblemText problem={card.problem} />
        )}
      </Section>
      {(Object.keys(CARD_SECTIONS) as CardSection[]).map((section) => (
        <Section key={section} title={i18n._(SECTIONS[section])}>
          <div style={{ display: 'grid', gap: '1rem' }}>
            {CARD_SECTIONS[section].map((field) => (
              <CardField key={field} field={field} card={card} lang={lang} />
            ))}
          </div>
        </Section>
      ))}
      {whole.may.write ? <Along id={whole.id} /> : null}
    </>
  );
}

/** Somebody who writes along; whether an address is known here is not told. */
function Along({ id }: { readonly id: string }) {
  const { t } = useLingui();
  const { say, problem, busy } = useSay();
  const [email, setEmail] = useState('');
  const [asked, setAsked] = useState(false);
  return (
    <Section title={<Trans>Writing together</Trans>}>
      <TextField
        path="email"
        type="email"
        label={t`E-mail of a colleague who is to write along`}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Button
        mt="sm"
        variant="default"
        loading={busy}
        disabled={!email.includes('@')}
        onClick={async () => {
          const body = { email: email.trim() };
          setAsked(await say('POST', `/api/exchange/practices/${id}/editors`, body));
        }}
      >
        <Trans>Let them write along</Trans>
      </Button>
      {asked ? (
        <p role="status">
          <Trans>If this address has an account here, the practice is now among theirs.</Trans>
        </p>
      ) : null}
      <ProblemText problem={problem} />
    </Section>
  );
}
