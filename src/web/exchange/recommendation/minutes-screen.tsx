import { Trans, useLingui } from '@lingui/react/macro';
import { Autocomplete, Button, Textarea } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import {
  type MinutesOfSession,
  minutesOfSession,
} from '#domain/exchange/recommendation/recommendation.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { ChoiceField } from '../../ui/field.tsx';
import { languageName } from '../../ui/format.ts';
import { Page, Section } from '../../ui/page.tsx';
import parts from '../../ui/parts.module.css';
import { ProblemText } from '../../ui/problem-text.tsx';
import { SavedLine } from './minutes-line.tsx';
import { MinutesPublication } from './minutes-publication.tsx';
import styles from './recommendation.module.css';
import { RULE_WORDS } from './recommendation-words.ts';
import { type UnsavedLines, useUnsavedLines } from './use-unsaved-lines.ts';
import { useWritingLanguage } from './worded.tsx';

/** Taking minutes: a line, Enter, the next line; each is saved at once. */
export function MinutesScreen() {
  const { session = '' } = useParams({ strict: false });
  const asked = useAsk(
    ['exchange', 'minutes', session],
    `/api/exchange/sessions/${session}/minutes`,
    minutesOfSession,
    { again: () => 15_000 },
  );
  return (
    // A session may be closed: what is said there is not sent away to be spelled.
    <div spellCheck={false}>
      <Answered asked={asked}>
        {(minutes) => <Minutes key={minutes.session.id} minutes={minutes} />}
      </Answered>
    </div>
  );
}

function Minutes({ minutes }: { readonly minutes: MinutesOfSession }) {
  const { t, i18n } = useLingui();
  const { session, lines, abilities } = minutes;
  const unsaved = useUnsavedLines(session.id);
  const saved = new Set(lines.map(({ id }) => id));
  const waiting = unsaved.lines.filter(({ id }) => !saved.has(id));
  return (
    <Page
      title={t`Minutes`}
      heading={inLanguage(session.title, i18n.locale).text}
      intro={i18n._(RULE_WORDS[session.rule])}
    >
      <Section title={<Trans>Minutes</Trans>}>
        {lines.length === 0 && waiting.length === 0 ? <Trans>No line yet.</Trans> : null}
        <ol className={parts.list}>
          {lines.map((line) => (
            <SavedLine key={line.id} line={line} minutes={minutes} />
          ))}
          {waiting.map((line, at) => (
            <Waiting key={line.id} line={line} unsaved={unsaved} first={at === 0} />
          ))}
        </ol>
        {abilities.write ? <NewLine minutes={minutes} unsaved={unsaved} /> : null}
      </Section>
      {lines.length === 0 ? null : <MinutesPublication session={session.id} />}
    </Page>
  );
}

interface NewLineProps {
  readonly minutes: MinutesOfSession;
  readonly unsaved: UnsavedLines;
}

function NewLine({ minutes: { session, speakers }, unsaved }: NewLineProps) {
  const { t, i18n } = useLingui();
  const mine = useWritingLanguage();
  const [lang, setLang] = useState(mine);
  const [words, setWords] = useState('');
  const [speaker, setSpeaker] = useState('');

  function save() {
    const said = words.trim();
    if (said === '') return;
    const named = session.rule === 'public' && speaker.trim() !== '' ? speaker.trim() : null;
    unsaved.add({ id: uuid(), lang, words: said, speaker: named });
    setWords('');
  }
  function onKeyDown(event: KeyboardEvent) {
    // Enter ends the line, as fast typing wants it; Shift+Enter breaks it.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    save();
  }
  const languages = [...new Set([mine, ...session.languages])];
  return (
    <div className={parts.form}>
      <div className={parts.pair}>
        {session.rule === 'public' ? (
          <Autocomplete
            label={t`Who says it`}
            description={t`May stay empty`}
            data={[...speakers]}
            value={speaker}
            maxLength={200}
            onChange={setSpeaker}
          />
        ) : null}
        <ChoiceField
          path="lang"
          label={t`Language of the line`}
          value={lang}
          data={languages.map((value) => ({ value, label: languageName(i18n.locale, value) }))}
          onChange={(event) => setLang(event.currentTarget.value)}
        />
      </div>
      <Textarea
        label={t`Next line`}
        description={t`Enter saves it; Shift and Enter begin a new row in it.`}
        lang={lang}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={parts.buttons}>
        <Button onClick={save} disabled={words.trim() === ''}>
          <Trans>Save the line</Trans>
        </Button>
      </div>
    </div>
  );
}

interface WaitingProps {
  readonly line: UnsavedLines['lines'][number];
  readonly unsaved: UnsavedLines;
  readonly first: boolean;
}

/** A line that the server does not have: kept here, and said so; put right where it was refused. */
function Waiting({ line, unsaved, first }: WaitingProps) {
  const { t } = useLingui();
  const [words, setWords] = useState(line.words);
  const refused = first ? unsaved.problem : undefined;
  return (
    <li>
      <span className={parts.tag} data-tone="look">
        <Trans>Not saved yet: kept on this device</Trans>
      </span>
      {refused === undefined ? (
        <p className={styles.words} lang={line.lang}>
          {line.words}
        </p>
      ) : (
        <div className={parts.form}>
          <ProblemText problem={refused} />
          <Textarea
            label={t`Put the line right`}
            autosize
            maxLength={2000}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <div className={parts.buttons}>
            <Button
              disabled={words.trim() === ''}
              onClick={() => unsaved.change(line.id, words.trim())}
            >
              <Trans>Save the line</Trans>
            </Button>
            <Button variant="subtle" onClick={() => unsaved.drop(line.id)}>
              <Trans>Leave this line out</Trans>
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}
