import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import type { PollFull } from '#domain/exchange/opinion/poll.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../../http.ts';
import { FieldProblems, otherProblems, TextField, unfilled } from '../../ui/field.tsx';
import { languageName } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { Notice, ProblemText } from '../../ui/problem-text.tsx';
import { languageOfScreen } from './opinion-words.ts';

/** A statement of one's own: one thing, in one's own language. */
export function ProposeStatement({ poll }: { readonly poll: PollFull }) {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  // Sent again after an answer that was lost, it is the same statement.
  const [id, setId] = useState(() => uuid());
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [sent, setSent] = useState(false);
  const [busy, setBusy] = useState(false);
  const lang = languageOfScreen(i18n.locale);
  const moderates = poll.abilities.includes('moderate');

  async function submit(event: FormEvent) {
    event.preventDefault();
    setSent(false);
    const empty = unfilled({ 'said.text': text });
    setProblem(empty);
    if (empty !== undefined) return;
    setBusy(true);
    const body = { id, said: { lang, text: text.trim() } };
    const path = `/api/exchange/opinions/${poll.id}/statements`;
    const reply = await call(path, z.unknown(), { method: 'POST', body });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    setId(uuid());
    setText('');
    setSent(true);
    await queries.invalidateQueries({ queryKey: ['exchange', 'opinions', poll.id] });
  }

  return (
    <Section
      title={moderates ? <Trans>Add a statement</Trans> : <Trans>Propose a statement</Trans>}
    >
      <FieldProblems problem={problem}>
        <form onSubmit={submit} noValidate>
          <Stack>
            <TextField
              path="said.text"
              label={t`Your statement`}
              description={t`One thing that others can agree or disagree with, up to 300 characters. Language: ${languageName(i18n.locale, lang)}.`}
              maxLength={300}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <ProblemText problem={otherProblems(problem, ['said.text'])} />
            {sent ? (
              <div role="status">
                <Notice>
                  {moderates ? (
                    <Trans>
                      It can be voted on, unless something in it may point to one person: then
                      another moderator lets it in.
                    </Trans>
                  ) : (
                    <Trans>Thank you. A moderator reads it without your name.</Trans>
                  )}
                </Notice>
              </div>
            ) : null}
            <Button type="submit" loading={busy}>
              {moderates ? <Trans>Add the statement</Trans> : <Trans>Send the proposal</Trans>}
            </Button>
          </Stack>
        </form>
      </FieldProblems>
    </Section>
  );
}
