import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { MinutesOfSession } from '#domain/exchange/recommendation/recommendation.ts';
import { RECOMMENDATION_THEMES } from '#domain/exchange/recommendation/theme.ts';
import { ChoiceField, FieldProblems, otherProblems } from '../../ui/field.tsx';
import parts from '../../ui/parts.module.css';
import { ProblemText } from '../../ui/problem-text.tsx';
import styles from './recommendation.module.css';
import { THEME_NAMES } from './recommendation-words.ts';
import { useSay } from './use-recommendation.ts';
import { Worded } from './worded.tsx';

interface LineProps {
  readonly line: MinutesOfSession['lines'][number];
  readonly minutes: MinutesOfSession;
}

/** A line of the minutes: put right, or marked as a recommendation. */
export function SavedLine({ line, minutes }: LineProps) {
  const [open, setOpen] = useState<'change' | 'mark'>();
  const close = () => setOpen(undefined);
  return (
    <li className={styles.line}>
      <span className={styles.number}>{line.number}</span>
      <div>
        {line.speaker === null ? null : <strong>{line.speaker}: </strong>}
        <Worded wording={line.words} />
        {line.recommendation === null ? null : (
          <div>
            <Link
              to="/workspace/recommendations/$id"
              params={{ id: line.recommendation.id }}
              className={parts.link}
            >
              <Trans>Recommendation {line.recommendation.number}</Trans>
            </Link>
          </div>
        )}
        {minutes.abilities.write && open === undefined ? (
          <div className={parts.buttons}>
            {line.recommendation === null ? (
              <Button size="compact-md" variant="default" onClick={() => setOpen('mark')}>
                <Trans>Make it a recommendation</Trans>
              </Button>
            ) : null}
            <Button size="compact-md" variant="subtle" onClick={() => setOpen('change')}>
              <Trans>Put right</Trans>
            </Button>
          </div>
        ) : null}
        {open === 'change' ? <ChangeLine line={line} close={close} /> : null}
        {open === 'mark' ? <MarkLine line={line} close={close} /> : null}
      </div>
    </li>
  );
}

interface FormProps {
  readonly line: LineProps['line'];
  readonly close: () => void;
}

function ChangeLine({ line, close }: FormProps) {
  const { t } = useLingui();
  const { source, versions, revision } = line.words;
  const [words, setWords] = useState(versions[source]?.text ?? '');
  const { say, problem, busy } = useSay();
  const save = async () => {
    const { speaker } = line;
    const body = { lang: source, words: words.trim(), speaker, seen: revision };
    if (await say(`minutes/${line.id}`, body)) close();
  };
  return (
    <div className={parts.form}>
      <Textarea
        label={t`Words of the line`}
        lang={source}
        autosize
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <ProblemText problem={problem} />
      <div className={parts.buttons}>
        <Button loading={busy} disabled={words.trim() === ''} onClick={() => void save()}>
          <Trans>Save</Trans>
        </Button>
        <Button variant="subtle" onClick={close}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </div>
  );
}

/** The line as the first text of a recommendation: what a country is asked to do, in one or two sentences. */
function MarkLine({ line, close }: FormProps) {
  const { t, i18n } = useLingui();
  const { source, versions } = line.words;
  const [text, setText] = useState(versions[source]?.text ?? '');
  const [theme, setTheme] = useState('');
  // Sent again after an answer that was lost, it is the same recommendation.
  const [id] = useState(() => uuid());
  const { say, problem, busy } = useSay();
  const save = async () => {
    const body = { id, theme, lang: source, text: text.trim() };
    if (await say(`minutes/${line.id}/recommendation`, body, 'POST')) close();
  };
  return (
    <FieldProblems problem={problem}>
      <div className={parts.form}>
        <Textarea
          label={t`First text of the recommendation`}
          description={t`Who should do what, in one or two sentences. It is amended and adopted later.`}
          lang={source}
          autosize
          minRows={2}
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ChoiceField
          path="theme"
          label={t({ message: 'Theme', context: 'of a recommendation' })}
          value={theme}
          data={[
            { value: '', label: t`Please choose` },
            ...RECOMMENDATION_THEMES.map((value) => ({
              value,
              label: i18n._(THEME_NAMES[value]),
            })),
          ]}
          onChange={(event) => setTheme(event.currentTarget.value)}
        />
        <ProblemText problem={otherProblems(problem, ['theme'])} />
        <div className={parts.buttons}>
          <Button loading={busy} disabled={text.trim() === ''} onClick={() => void save()}>
            <Trans>Make it a recommendation</Trans>
          </Button>
          <Button variant="subtle" onClick={close}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </div>
    </FieldProblems>
  );
}
