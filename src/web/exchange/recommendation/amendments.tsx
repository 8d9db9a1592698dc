import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { amended } from '#domain/exchange/recommendation/amendment.ts';
import type { RecommendationWhole } from '#domain/exchange/recommendation/recommendation.ts';
import { countryName } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import parts from '../../ui/parts.module.css';
import { ProblemText } from '../../ui/problem-text.tsx';
import styles from './recommendation.module.css';
import type { PartProps } from './recommendation-screen.tsx';
import { AMENDMENT_NAMES } from './recommendation-words.ts';
import { useSay } from './use-recommendation.ts';

/** Other words for some words of the text: proposed by who takes part, decided by the chair. */
export function Amendments({ one }: PartProps) {
  if (one.amendments.length === 0 && !one.abilities.amend) return null;
  return (
    <Section title={<Trans>Amendments</Trans>}>
      {one.amendments.length === 0 ? <Trans>Nobody has proposed other words.</Trans> : null}
      <ul className={parts.list}>
        {one.amendments.map((amendment) => (
          <Amendment key={amendment.id} one={one} amendment={amendment} />
        ))}
      </ul>
      {one.abilities.amend ? <Propose one={one} /> : null}
    </Section>
  );
}

interface AmendmentProps extends PartProps {
  readonly amendment: RecommendationWhole['amendments'][number];
}

function Amendment({ one, amendment }: AmendmentProps) {
  const { i18n } = useLingui();
  const { author, country, state, old_words, new_words, reason, decision_reason } = amendment;
  const undecided = state === 'proposed' || state === 'conflict';
  const whole = one.text.versions[one.text.source]?.text ?? '';
  const meets = undecided ? amended(whole, amendment) : null;
  return (
    <li>
      <div className={parts.tags}>
        <strong>{author}</strong>
        {country === null ? null : <span>{countryName(i18n.locale, country)}</span>}
        <span className={parts.tag} data-tone={state === 'conflict' ? 'look' : undefined}>
          {i18n._(AMENDMENT_NAMES[state])}
        </span>
      </div>
      <div className={parts.pair}>
        <div>
          <span className={parts.soft}>
            <Trans>Words of the text</Trans>
          </span>
          <div className={styles.before} lang={one.text.source}>
            {old_words === '' ? <Trans>(at the end)</Trans> : old_words}
          </div>
        </div>
        <div>
          <span className={parts.soft}>
            <Trans>Words proposed instead</Trans>
          </span>
          <div className={styles.after} lang={one.text.source}>
            {new_words === '' ? <Trans>(left out)</Trans> : new_words}
          </div>
        </div>
      </div>
      {reason === null ? null : <p className={styles.words}>{reason}</p>}
      {state === 'conflict' ? (
        <p className={parts.soft}>
          <Trans>
            The text has changed under these words. Both are kept until the chair decides.
          </Trans>
        </p>
      ) : null}
      {decision_reason === null ? null : (
        <p className={parts.soft}>
          <Trans>The chair: {decision_reason}</Trans>
        </p>
      )}
      {undecided && one.abilities.chair ? (
        <Decide one={one} amendment={amendment} result={meets} />
      ) : null}
    </li>
  );
}

function Decide({
  one,
  amendment,
  result,
}: AmendmentProps & {
  /** The text with the amendment in it; null where it has no place there. */
  readonly result: string | null;
}) {
  const { t } = useLingui();
  const whole = one.text.versions[one.text.source]?.text ?? '';
  const [open, setOpen] = useState<'reject' | 'text'>();
  const [words, setWords] = useState('');
  const [text, setText] = useState(whole);
  const [seen, setSeen] = useState(one.text.revision);
  const { say, problem, busy } = useSay();
  const decide = (decision: 'accepted' | 'rejected', own: string | null) =>
    say(`amendments/${amendment.id}/decision`, {
      ...{ decision, reason: words.trim() === '' ? null : words.trim(), text: own, seen },
    });
  return (
    <div>
      {result === null ? null : (
        <details>
          <summary>
            <Trans>The text with it</Trans>
          </summary>
          <p className={styles.after} lang={one.text.source}>
            {result}
          </p>
        </details>
      )}
      {open === 'reject' ? (
        <Textarea
          label={t`Why it is not taken up`}
          autosize
          maxLength={8000}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      ) : null}
      {open === 'text' ? (
        <Textarea
          label={t`The text with this thought in it`}
          lang={one.text.source}
          autosize
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      ) : null}
      <ProblemText problem={problem} />
      <div className={parts.buttons}>
        {open === undefined ? (
          <>
            {amendment.mine ? (
              <span className={parts.soft}>
                <Trans>Somebody else of the chair has to take up your own words.</Trans>
              </span>
            ) : result === null ? (
              <Button
                size="compact-md"
                onClick={() => {
                  setText(whole);
                  setSeen(one.text.revision);
                  setOpen('text');
                }}
              >
                <Trans>Write it into the text</Trans>
              </Button>
            ) : (
              <Button
                size="compact-md"
                loading={busy}
                onClick={() => void decide('accepted', null)}
              >
                <Trans>Take it up</Trans>
              </Button>
            )}
            <Button size="compact-md" variant="default" onClick={() => setOpen('reject')}>
              <Trans>Do not take it up</Trans>
            </Button>
          </>
        ) : (
          <>
            <Button
              size="compact-md"
              loading={busy}
              disabled={open === 'text' ? text.trim() === '' : words.trim() === ''}
              onClick={() =>
                void (open === 'text' ? decide('accepted', text.trim()) : decide('rejected', null))
              }
            >
              <Trans>Save the decision</Trans>
            </Button>
            <Button size="compact-md" variant="subtle" onClick={() => setOpen(undefined)}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

function Propose({ one }: PartProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const [id, setId] = useState(() => uuid());
  const [oldWords, setOldWords] = useState('');
  const [newWords, setNewWords] = useState('');
  const [reason, setReason] = useState('');
  // What was chosen was chosen from the text as it stood when the form was opened.
  const [seen, setSeen] = useState(one.text.revision);
  const { say, problem, busy } = useSay();
  if (!open)
    return (
      <div className={parts.buttons}>
        <Button
          variant="default"
          onClick={() => {
            setSeen(one.text.revision);
            setOpen(true);
          }}
        >
          <Trans>Propose other words</Trans>
        </Button>
      </div>
    );
  const save = async () => {
    const body = {
      ...{ id, old_words: oldWords.trim(), new_words: newWords.trim(), seen },
      reason: reason.trim() === '' ? null : reason.trim(),
    };
    if (!(await say(`recommendations/${one.id}/amendments`, body, 'POST'))) return;
    setOpen(false);
    setId(uuid());
    setOldWords('');
    setNewWords('');
    setReason('');
  };
  return (
    <div className={parts.form}>
      <p className={styles.before} lang={one.text.source}>
        {one.text.versions[one.text.source]?.text}
      </p>
      <div className={parts.pair}>
        <Textarea
          label={t`Words of the text`}
          description={t`Copied from the text above; empty to add at the end.`}
          lang={one.text.source}
          autosize
          minRows={2}
          maxLength={4000}
          value={oldWords}
          onChange={(event) => setOldWords(event.currentTarget.value)}
        />
        <Textarea
          label={t`Words proposed instead`}
          description={t`Empty to leave the old ones out.`}
          lang={one.text.source}
          autosize
          minRows={2}
          maxLength={4000}
          value={newWords}
          onChange={(event) => setNewWords(event.currentTarget.value)}
        />
      </div>
      <Textarea
        label={t`Why`}
        description={t`May stay empty`}
        autosize
        maxLength={8000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ProblemText problem={problem} />
      <div className={parts.buttons}>
        <Button
          loading={busy}
          disabled={oldWords.trim() === newWords.trim()}
          onClick={() => void save()}
        >
          <Trans>Propose</Trans>
        </Button>
        <Button variant="subtle" onClick={() => setOpen(false)}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </div>
  );
}
