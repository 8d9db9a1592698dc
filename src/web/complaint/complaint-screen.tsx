import { Trans, useLingui } from '@lingui/react/macro';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { complaint } from '#domain/complaint/complaint.ts';
import { useAsk } from '../ask.ts';
import { Answered } from '../ui/answered.tsx';
import { formatDay, formatMoment, languageName } from '../ui/format.ts';
import { Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Notice } from '../ui/problem-text.tsx';
import { ROLE_NAMES } from '../ui/role-names.ts';
import styles from './complaint.module.css';
import { ComplaintActs } from './complaint-acts.tsx';
import {
  ABOUT_WORDS,
  CAME_BY_WORDS,
  OUTCOME_WORDS,
  STANDING_WORDS,
  STEP_WORDS,
  WAY_WORDS,
} from './complaint-words.ts';

export type Complaint = z.infer<typeof complaint>;

/** One complaint: what was said, how to answer safely, and what was done so far. */
export function ComplaintScreen() {
  const { t } = useLingui();
  const { id } = useParams({ from: '/complaints/$id' });
  const asked = useAsk(['complaint', id], `/api/complaints/${id}`, complaint);
  return (
    <Page title={t`A complaint`}>
      <p style={{ marginBlockStart: '-0.75rem' }}>
        <Link to="/complaints" className={parts.link}>
          <IconArrowLeft size={20} aria-hidden className="turns" /> <Trans>All complaints</Trans>
        </Link>
      </p>
      <Answered asked={asked}>
        {(found) => (
          <>
            <What found={found} />
            <SafeWay found={found} />
            <Steps found={found} />
            <ComplaintActs found={found} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function What({ found }: { readonly found: Complaint }) {
  const { t, i18n } = useLingui();
  const { words, wish, happened_on, number, name } = found;
  const standing =
    found.outcome === null ? STANDING_WORDS[found.standing] : OUTCOME_WORDS[found.outcome];
  const due = found.due_at === null ? null : formatMoment(i18n.locale, found.due_at);
  return (
    <Section title={i18n._(ABOUT_WORDS[found.about])}>
      <div className={parts.tags}>
        <span className={parts.tag}>{i18n._(standing)}</span>
        {found.about_child ? (
          <span className={parts.tag} data-tone="some">
            <Trans>About a child</Trans>
          </span>
        ) : null}
        {found.overdue ? (
          <span className={parts.tag} data-tone="look">
            <Trans>Overdue</Trans>
          </span>
        ) : null}
      </div>
      {due === null ? null : (
        <div className={parts.soft}>
          {found.owes === 'acknowledgement' ? (
            <Trans>To be acknowledged by {due}.</Trans>
          ) : (
            <Trans>To be answered by {due}.</Trans>
          )}
        </div>
      )}
      {words === null ? null : (
        <p className={styles.words} lang={found.language} dir="auto">
          {words}
        </p>
      )}
      {found.recording === null ? null : (
        // biome-ignore lint/a11y/useMediaCaption: what was said is known to nobody yet
        <audio
          controls
          preload="none"
          src={`/api/complaints/${found.id}/recording`}
          aria-label={t`What was said`}
          style={{ inlineSize: '100%' }}
        />
      )}
      {wish === null ? null : (
        <>
          <h3>
            <Trans>What should happen now</Trans>
          </h3>
          <p className={styles.words} lang={found.language} dir="auto">
            {wish}
          </p>
        </>
      )}
      <dl className={parts.facts}>
        <Line term={<Trans>How it came</Trans>}>{i18n._(CAME_BY_WORDS[found.came_by])}</Line>
        <TakenBy role={found.taken_role} />
        <Line term={<Trans>Language of the answer</Trans>}>
          {languageName(i18n.locale, found.language)}
        </Line>
        {happened_on === null ? null : (
          <Line term={<Trans>When it happened</Trans>}>{formatDay(i18n.locale, happened_on)}</Line>
        )}
        {name === null ? null : <Line term={<Trans>Name</Trans>}>{name}</Line>}
        {number === null ? null : (
          <Line term={<Trans>Number, as it was written</Trans>}>
            <bdi>{number}</bdi>
          </Line>
        )}
      </dl>
    </Section>
  );
}

function TakenBy({ role }: { readonly role: string | null }) {
  const { i18n } = useLingui();
  const known = Object.entries(ROLE_NAMES).find(([one]) => one === role)?.[1];
  if (known === undefined) return null;
  return <Line term={<Trans>Written down by</Trans>}>{i18n._(known)}</Line>;
}

function SafeWay({ found }: { readonly found: Complaint }) {
  const { i18n } = useLingui();
  return (
    <Section title={<Trans>How the answer reaches the person safely</Trans>}>
      <p className={styles.plain}>
        <strong>{i18n._(WAY_WORDS[found.answer_way])}</strong>
      </p>
      {found.answer_words === null ? null : (
        <p className={styles.words} dir="auto">
          {found.answer_words}
        </p>
      )}
      {found.anonymous ? (
        <Notice>
          <Trans>Nobody who is asked about it may learn who said it.</Trans>
        </Notice>
      ) : null}
    </Section>
  );
}

function Steps({ found }: { readonly found: Complaint }) {
  const { i18n } = useLingui();
  return (
    <Section title={<Trans>What happened with it</Trans>}>
      <ol className={styles.steps}>
        {found.steps.map((step) => (
          <li key={step.id} data-own={step.kind === 'replied' || undefined}>
            <strong>{i18n._(STEP_WORDS[step.kind])}</strong>{' '}
            <span className={parts.soft}>{formatMoment(i18n.locale, step.at)}</span>
            {step.outcome === null ? null : <div>{i18n._(OUTCOME_WORDS[step.outcome])}</div>}
            {step.words === null ? null : (
              <p className={styles.words} dir="auto">
                {step.words}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Line({ term, children }: { readonly term: ReactNode; readonly children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
