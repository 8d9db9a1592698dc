import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { DayField, FieldProblems, otherProblems, TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import parts from '../../ui/parts.module.css';
import { ProblemText } from '../../ui/problem-text.tsx';
import type { PartProps } from './recommendation-screen.tsx';
import { useSay } from './use-recommendation.ts';

/** Adopted by a body on a day; from then on the text is frozen. */
export function Adoption({ one }: PartProps) {
  const { t } = useLingui();
  const [adopted_on, setDay] = useState(one.today);
  const [body, setBody] = useState('');
  const { say, problem, busy } = useSay();
  const save = () =>
    say(
      `recommendations/${one.id}/adoption`,
      { adopted_on, body: body.trim(), seen: one.text.revision },
      'POST',
    );
  return (
    <Section title={<Trans>Adoption</Trans>}>
      <p className={parts.soft}>
        <Trans>
          Every language of the conference has to have the text, and every amendment has to be
          decided. Afterwards the text stays as it is: a later change is a new recommendation.
        </Trans>
      </p>
      <FieldProblems problem={problem}>
        <div className={parts.form}>
          <div className={parts.pair}>
            <DayField
              path="adopted_on"
              label={t`Adopted on`}
              max={one.today}
              value={adopted_on}
              onChange={(event) => setDay(event.currentTarget.value)}
            />
            <TextField
              path="body"
              label={t`Adopted by`}
              description={t`For example: closing plenary`}
              maxLength={200}
              value={body}
              onChange={(event) => setBody(event.currentTarget.value)}
            />
          </div>
          <ProblemText problem={otherProblems(problem, ['adopted_on', 'body'])} />
          <div className={parts.buttons}>
            <Button loading={busy} disabled={body.trim() === ''} onClick={() => void save()}>
              <Trans>Adopt this text</Trans>
            </Button>
          </div>
        </div>
      </FieldProblems>
    </Section>
  );
}

/** An adopted text is not changed: a new one takes its place. */
export function Replacement({ one }: PartProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { source, versions } = one.text;
  const [open, setOpen] = useState(false);
  const [id] = useState(() => uuid());
  const [text, setText] = useState(versions[source]?.text ?? '');
  const { say, problem, busy } = useSay();
  if (!one.abilities.organise || one.replaced_by !== null) return null;
  const save = async () => {
    const body = { id, lang: source, text: text.trim() };
    if (await say(`recommendations/${one.id}/replacement`, body, 'POST'))
      await navigate({ to: '/workspace/recommendations/$id', params: { id } });
  };
  return (
    <Section title={<Trans>A new text in its place</Trans>}>
      {open ? (
        <div className={parts.form}>
          <Textarea
            label={t`First text of the new recommendation`}
            lang={source}
            autosize
            maxLength={4000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <ProblemText problem={problem} />
          <div className={parts.buttons}>
            <Button loading={busy} disabled={text.trim() === ''} onClick={() => void save()}>
              <Trans>Begin drafting</Trans>
            </Button>
            <Button variant="subtle" onClick={() => setOpen(false)}>
              <Trans>Cancel</Trans>
            </Button>
          </div>
        </div>
      ) : (
        <Button variant="default" onClick={() => setOpen(true)}>
          <Trans>Draft a new text</Trans>
        </Button>
      )}
    </Section>
  );
}
