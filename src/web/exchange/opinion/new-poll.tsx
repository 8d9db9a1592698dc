import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { inLanguage } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../../http.ts';
import { ChoiceField, FieldProblems, otherProblems, TextField, unfilled } from '../../ui/field.tsx';
import { languageName } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { useEditions } from '../start-screen.tsx';
import { useParticipant } from '../use-participant.ts';
import { languageOfScreen } from './opinion-words.ts';

/** A poll of a conference in which one moderates. Its statements and rounds follow on its own screen. */
export function NewPoll() {
  const { t, i18n } = useLingui();
  const me = useParticipant();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const editions = (useEditions().value?.editions ?? []).filter(({ id }) =>
    me.holds(id, 'organiser', 'moderator'),
  );
  // Sent again after an answer that was lost, it is the same poll.
  const [id] = useState(() => uuid());
  const [edition, setEdition] = useState('');
  const [title, setTitle] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const lang = languageOfScreen(i18n.locale);

  async function save(event: FormEvent) {
    event.preventDefault();
    const chosen = edition || (editions[0]?.id ?? '');
    const empty = unfilled({ edition_id: chosen, 'title.text': title });
    setProblem(empty);
    if (empty !== undefined) return;
    setBusy(true);
    const body = { id, edition_id: chosen, session_id: null, title: { lang, text: title.trim() } };
    const reply = await call('/api/exchange/opinions', z.unknown(), { method: 'POST', body });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    await queries.invalidateQueries({ queryKey: ['exchange', 'opinions'] });
    await navigate({ to: '/workspace/opinions/$id', params: { id } });
  }

  return (
    <Section title={<Trans>New poll</Trans>}>
      <FieldProblems problem={problem}>
        <form onSubmit={save} noValidate>
          <Stack>
            <ChoiceField
              path="edition_id"
              label={t`Conference`}
              value={edition || (editions[0]?.id ?? '')}
              data={editions.map(({ id: value, title: name }) => ({
                value,
                label: inLanguage(name, i18n.locale).text,
              }))}
              onChange={(event) => setEdition(event.currentTarget.value)}
            />
            <TextField
              path="title.text"
              label={t`What it is about`}
              description={t`Language: ${languageName(i18n.locale, lang)}. It is translated like every text.`}
              maxLength={200}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
            <ProblemText problem={otherProblems(problem, ['edition_id', 'title.text'])} />
            <Button type="submit" loading={busy}>
              <Trans>Make the poll</Trans>
            </Button>
          </Stack>
        </form>
      </FieldProblems>
    </Section>
  );
}
