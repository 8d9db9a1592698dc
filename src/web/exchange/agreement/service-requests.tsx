import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { v7 } from 'uuid';
import { z } from 'zod';
import {
  agreedSession,
  type ServiceRequest,
  serviceRequest,
} from '#domain/exchange/agreement/agreement-sheet.ts';
import { SERVICE_KINDS } from '#domain/exchange/agreement/service-request.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../../ask.ts';
import { call } from '../../http.ts';
import { Answered } from '../../ui/answered.tsx';
import { ChoiceField, FieldProblems, TextField } from '../../ui/field.tsx';
import { languageName } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { useParticipant } from '../use-participant.ts';
import { SERVICE_NAMES, SERVICE_STATE_NAMES } from './agreement-names.ts';

const list = z.object({ requests: z.array(serviceRequest), more: z.boolean() });

/** What the sessions of an edition ask of its technicians, and the answers. */
export function ServiceRequests(props: {
  readonly edition: string;
  readonly languages: readonly string[];
}) {
  const { edition, languages } = props;
  const me = useParticipant();
  const asked = useAsk(
    ['exchange', 'service-requests', edition],
    `/api/exchange/editions/${edition}/service-requests`,
    list,
  );
  return (
    <Section title={<Trans>What sessions ask for</Trans>}>
      <Answered asked={asked}>
        {({ requests }) => (
          <>
            {requests.map((request) => (
              <Request
                key={request.id}
                request={request}
                answers={me.holds(edition, 'organiser')}
              />
            ))}
          </>
        )}
      </Answered>
      <NewRequest edition={edition} languages={languages} />
    </Section>
  );
}

function Request(props: { readonly request: ServiceRequest; readonly answers: boolean }) {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const { id, title, kind, from_language, to_language, note, state, answer } = props.request;
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const pair = [from_language, to_language]
    .flatMap((tag) => (tag === null ? [] : [languageName(i18n.locale, tag)]))
    .join(' → ');

  async function say(next: 'accepted' | 'changed' | 'declined') {
    const path = `/api/exchange/service-requests/${id}/answer`;
    const body = { state: next, answer: words.trim() || null, seen: state };
    const reply = await call(path, serviceRequest, { method: 'POST', body });
    setProblem(reply.ok ? undefined : reply.problem);
    if (reply.ok) await queries.invalidateQueries({ queryKey: ['exchange', 'service-requests'] });
  }

  return (
    <div>
      <p>
        <strong>{inLanguage(title, i18n.locale).text}</strong>: {i18n._(SERVICE_NAMES[kind])}
        {pair === '' ? null : `, ${pair}`} · {i18n._(SERVICE_STATE_NAMES[state])}
        {note === null ? null : <> · {note}</>}
        {answer === null ? null : <> · {answer}</>}
      </p>
      {props.answers && state === 'asked' ? (
        <FieldProblems problem={problem}>
          <Stack>
            <TextField
              path="answer"
              label={t`Answer in words`}
              description={t`Needed for a no and for another offer.`}
              maxLength={1000}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            <ProblemText problem={problem} />
            <Group>
              <Button onClick={() => void say('accepted')}>
                <Trans>Accept</Trans>
              </Button>
              <Button variant="default" onClick={() => void say('changed')}>
                <Trans>Offer something else</Trans>
              </Button>
              <Button variant="default" onClick={() => void say('declined')}>
                <Trans>Decline</Trans>
              </Button>
            </Group>
          </Stack>
        </FieldProblems>
      ) : null}
    </div>
  );
}

function NewRequest(props: { readonly edition: string; readonly languages: readonly string[] }) {
  const { edition, languages } = props;
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const [session, setSession] = useState('');
  const [kind, setKind] = useState<string>('interpretation');
  const [from, setFrom] = useState(languages[0] ?? 'en');
  const [to, setTo] = useState(languages[1] ?? 'ru');
  const [problem, setProblem] = useState<Problem>();
  const sessions = useAsk(
    ['exchange', 'agreements', edition],
    `/api/exchange/editions/${edition}/agreements`,
    z.object({ sessions: z.array(agreedSession) }),
  ).value?.sessions;
  if (sessions === undefined || sessions.length === 0) return null;
  const spoken = languages.map((value) => ({ value, label: languageName(i18n.locale, value) }));

  async function submit(event: FormEvent) {
    event.preventDefault();
    const body = {
      ...{ id: v7(), session_id: session, kind, note: null },
      from_language: kind === 'interpretation' ? from : null,
      to_language: kind === 'interpretation' || kind === 'captions' ? to : null,
    };
    const reply = await call('/api/exchange/service-requests', serviceRequest, {
      ...{ method: 'POST', body },
    });
    setProblem(reply.ok ? undefined : reply.problem);
    if (reply.ok) await queries.invalidateQueries({ queryKey: ['exchange', 'service-requests'] });
  }

  return (
    <FieldProblems problem={problem}>
      <form onSubmit={submit} noValidate>
        <Stack mt="md">
          <ChoiceField
            path="session_id"
            label={t`For which session`}
            value={session}
            data={[
              { value: '', label: t`Please choose` },
              ...sessions.map(({ session_id, title }) => ({
                value: session_id,
                label: inLanguage(title, i18n.locale).text,
              })),
            ]}
            onChange={(event) => setSession(event.currentTarget.value)}
          />
          <ChoiceField
            path="kind"
            label={t`What is needed`}
            value={kind}
            data={SERVICE_KINDS.map((value) => ({ value, label: i18n._(SERVICE_NAMES[value]) }))}
            onChange={(event) => setKind(event.currentTarget.value)}
          />
          {kind === 'interpretation' ? (
            <ChoiceField
              path="from_language"
              label={t`From which language`}
              value={from}
              data={spoken}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
          ) : null}
          {kind === 'interpretation' || kind === 'captions' ? (
            <ChoiceField
              path="to_language"
              label={t`Into which language`}
              value={to}
              data={spoken}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
          ) : null}
          <ProblemText problem={problem} />
          <Button type="submit" variant="default" disabled={session === ''}>
            <Trans>Ask for it</Trans>
          </Button>
        </Stack>
      </form>
    </FieldProblems>
  );
}
