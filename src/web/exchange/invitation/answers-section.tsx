import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import {
  type InvitationSheet,
  invitationSheet,
} from '#domain/exchange/invitation/invitation-sheet.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../../http.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ChoiceField, FieldProblems, TextField } from '../../ui/field.tsx';
import { formatMoment } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import styles from './letter.module.css';
import { STATE_NAMES } from './state-names.ts';

/** What an institution answered, whom it named, and answers that came by post or telephone. */
export function AnswersSection({ sheet }: { readonly sheet: InvitationSheet }) {
  const { i18n } = useLingui();
  const { replies, nominations, reply_url } = sheet;
  return (
    <>
      <Section title={<Trans>Answers</Trans>}>
        {reply_url === null ? null : (
          <p>
            <Trans>The institution answers here:</Trans>{' '}
            <Anchor href={reply_url} className={styles.address}>
              {reply_url}
            </Anchor>
          </p>
        )}
        {replies.length === 0 ? (
          <p>
            <Trans>No answer has come yet.</Trans>
          </p>
        ) : (
          <ul>
            {replies.map(({ id, reply, words, at, noted }) => (
              <li key={id}>
                <strong>{i18n._(STATE_NAMES[reply])}</strong>, {formatMoment(i18n.locale, at)}
                {noted ? (
                  <>
                    {' '}
                    <Trans>(written down by an organiser)</Trans>
                  </>
                ) : null}
                {words === null ? null : <p style={{ whiteSpace: 'pre-wrap' }}>{words}</p>}
              </li>
            ))}
          </ul>
        )}
        <NotedAnswer id={sheet.id} />
      </Section>
      {nominations.length === 0 ? null : <Nominations rows={nominations} />}
    </>
  );
}

function NotedAnswer({ id }: { readonly id: string }) {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const [reply, setReply] = useState<'acknowledged' | 'accepted' | 'declined'>('acknowledged');
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<Problem>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const body = { reply, words: words.trim() || null, nominees: [] };
    const path = `/api/exchange/invitations/${id}/replies`;
    const answer = await call(path, invitationSheet, { method: 'POST', body });
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    setWords('');
    await queries.invalidateQueries({ queryKey: ['exchange', 'invitation'] });
  }

  return (
    <FieldProblems problem={problem}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <ChoiceField
            path="reply"
            label={t`An answer that came another way`}
            value={reply}
            data={(['acknowledged', 'accepted', 'declined'] as const).map((value) => ({
              value,
              label: i18n._(STATE_NAMES[value]),
            }))}
            onChange={(event) => setReply(event.currentTarget.value as typeof reply)}
          />
          <TextField
            path="words"
            label={t`What they said`}
            maxLength={2000}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <ProblemText problem={problem} />
          <Button type="submit" variant="default">
            <Trans>Write the answer down</Trans>
          </Button>
        </Stack>
      </form>
    </FieldProblems>
  );
}

function Nominations({ rows }: { readonly rows: InvitationSheet['nominations'] }) {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState<string>();

  async function invite(id: string) {
    setBusy(id);
    const path = `/api/exchange/nominations/${id}/invite`;
    const reply = await call(path, invitationSheet, { method: 'POST', body: {} });
    setBusy(undefined);
    setProblem(reply.ok ? undefined : reply.problem);
    if (reply.ok) await queries.invalidateQueries({ queryKey: ['exchange', 'invitation'] });
  }

  return (
    <Section title={<Trans>People whom the institution named</Trans>}>
      <p>
        <Trans>
          Let in, they get an account with a message that leads in, and a seat at the conference.
        </Trans>
      </p>
      <ProblemText problem={problem} />
      <DataTable
        caption={t`People whom the institution named`}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', title: t`Name`, cell: ({ name }) => name },
          { key: 'position', title: t`Office`, cell: ({ position }) => position ?? '–' },
          {
            key: 'email',
            title: t`E-mail`,
            cell: ({ email }) => <span className={styles.address}>{email}</span>,
          },
          {
            key: 'invited',
            title: t`Let in`,
            cell: ({ id, invited_at }) =>
              invited_at === null ? (
                <Button size="compact-md" loading={busy === id} onClick={() => void invite(id)}>
                  <Trans>Let in</Trans>
                </Button>
              ) : (
                formatMoment(i18n.locale, invited_at)
              ),
          },
        ]}
      />
    </Section>
  );
}
