import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { createContext, useContext } from 'react';
import { caseNumber } from '#domain/case/row.ts';
import { useDevice } from '../account/use-session.ts';
import type { CaseFile } from '../case/case-file.ts';
import { personName } from '../case/person-name.ts';
import { useCases } from '../case/use-cases.ts';
import { commandName } from '../command-names.ts';
import { problemMessage } from '../problem-messages.ts';
import { formatMoment } from '../ui/format.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import styles from '../ui/ui.module.css';
import { heldBackBy, type OutboxEntry, wasNotApplied, withDependents } from './outbox.ts';
import { useOutboxEntries } from './use-rows.ts';

/** The files of this device: read once for all entries. */
const Files = createContext<ReadonlyMap<string, CaseFile> | undefined>(undefined);

/** What this person has said and the server has not (or not wholly) taken over. Nothing is hidden. */
export function UnsentScreen() {
  const { t } = useLingui();
  const { nudge } = useDevice();
  const entries = useOutboxEntries();
  const files = useCases();
  const answered = entries.filter(
    (entry) => wasNotApplied(entry) || entry.answer?.answer === 'conflict',
  );
  const waiting = entries.filter((entry) => entry.state !== 'answered');
  const nothing = answered.length === 0 && waiting.length === 0;
  return (
    <Page
      title={t`Not yet sent`}
      intro={
        <Trans>Everything you save is first kept on this device and then sent in order.</Trans>
      }
      actions={
        <Button variant="default" onClick={nudge}>
          <Trans>Send now</Trans>
        </Button>
      }
    >
      {nothing ? (
        <Section title={<Trans>Entries</Trans>}>
          <EmptyState
            icon={<IconCircleCheck size={44} aria-hidden />}
            title={<Trans>All saved</Trans>}
          >
            <Trans>Everything that you entered has reached the server.</Trans>
          </EmptyState>
        </Section>
      ) : null}
      <Files value={files}>
        {answered.length > 0 ? (
          <Section title={<Trans>Please look at these</Trans>}>
            {answered.map((entry) => (
              <AnsweredEntry key={entry.id} entry={entry} entries={entries} />
            ))}
          </Section>
        ) : null}
        {waiting.length > 0 ? (
          <Section title={<Trans>Waiting</Trans>}>
            <ul className={styles.plainList}>
              {waiting.map((entry) => (
                <li key={entry.id}>
                  <EntryHead entry={entry} />
                  <div>
                    {heldBackBy(entry, entries) === undefined ? (
                      <Trans>Will be sent with the next connection.</Trans>
                    ) : (
                      <Trans>Waits for an earlier entry that was not accepted.</Trans>
                    )}
                  </div>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
      </Files>
    </Page>
  );
}

/** What was said, when and about whom: a dozen entries of a day without a line are not one person's. */
function EntryHead({ entry }: { readonly entry: OutboxEntry }) {
  const { i18n } = useLingui();
  return (
    <div>
      <strong>{i18n._(commandName(entry.command.kind))}</strong>{' '}
      <span style={{ color: 'var(--ink-soft)' }}>
        {formatMoment(i18n.locale, entry.command.said_at)}
      </span>
      <AboutWhom id={entry.command.case_id} />
    </div>
  );
}

function AboutWhom({ id }: { readonly id: string | undefined }) {
  const { t } = useLingui();
  const files = useContext(Files);
  if (id === undefined) return null;
  const file = files?.get(id);
  // A file that is no longer here is spoken of by its number.
  if (file === undefined) return <div>{caseNumber(id)}</div>;
  return (
    <div>
      <Link to="/cases/$id" params={{ id }} className={styles.rowLink}>
        {personName(file.person) || t`Name not yet known`}
      </Link>
    </div>
  );
}

interface AnsweredEntryProps {
  readonly entry: OutboxEntry;
  readonly entries: readonly OutboxEntry[];
}

function AnsweredEntry({ entry, entries }: AnsweredEntryProps) {
  const { i18n } = useLingui();
  const { outbox } = useDevice();
  const problem = entry.answer?.problem;
  const others = withDependents(entry, entries).length - 1;
  return (
    <div className={styles.answered}>
      <EntryHead entry={entry} />
      <p>
        <AnswerText entry={entry} />{' '}
        {problem === undefined
          ? null
          : i18n._(problemMessage(problem.code).id, { ...problem.details })}
      </p>
      <Texts value={entry.command.body} />
      <Button variant="default" onClick={() => void outbox.dismiss(entry.id)}>
        {wasNotApplied(entry) && others > 0 ? (
          <Trans>Remove, with {others} that depend on it</Trans>
        ) : wasNotApplied(entry) ? (
          <Trans>Remove</Trans>
        ) : (
          <Trans>I have seen it</Trans>
        )}
      </Button>
    </div>
  );
}

/** Each answer by name has its own words. */
function AnswerText({ entry }: { readonly entry: OutboxEntry }) {
  switch (entry.answer?.answer) {
    case 'refused':
      return <Trans>This was not accepted.</Trans>;
    case 'stale':
      return <Trans>This was not saved: what it was about has changed in the meantime.</Trans>;
    case 'gone':
      return <Trans>This was not saved: you do not have this support file any more.</Trans>;
    case 'conflict':
      return (
        <Trans>This was saved, but somebody else wrote something different. Both are kept.</Trans>
      );
    default:
      return <Trans>This was saved.</Trans>;
  }
}

/** What was typed, so that it can be read and copied before it is removed. */
function Texts({ value }: { readonly value: unknown }) {
  const texts = textsIn(value).filter((text) => /\s/.test(text));
  if (texts.length === 0) return null;
  return texts.map((text) => (
    <blockquote key={text} className={styles.typed}>
      {text}
    </blockquote>
  ));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
