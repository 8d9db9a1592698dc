import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import {
  agreedSession,
  type OwnSession,
  ownAgreements,
} from '#domain/exchange/agreement/agreement-sheet.ts';
import { quotationSheet } from '#domain/exchange/news/news.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../../ask.ts';
import { call } from '../../http.ts';
import { Answered } from '../../ui/answered.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FieldProblems, TextField } from '../../ui/field.tsx';
import { formatMoment, languageName } from '../../ui/format.ts';
import { Page, Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { EditionChoice, KeptEditions, useEditionChoice } from '../edition-choice.tsx';
import { APPROVAL_NAMES } from '../news/approval-names.ts';
import { useParticipant } from '../use-participant.ts';
import { BAR_NAMES } from './agreement-names.ts';
import { AliasSection } from './alias-section.tsx';
import { ServiceRequests } from './service-requests.tsx';

/** What speakers agree to; for organisers also who has not signed, and what sessions ask for. */
export function AgreementsScreen() {
  const { t } = useLingui();
  const me = useParticipant();
  const choice = useEditionChoice('organiser', 'moderator');
  const asked = useAsk(['exchange', 'agreements'], '/api/exchange/me/agreements', ownAgreements);
  return (
    <Page
      title={t`Agreements and requests`}
      intro={<Trans>What may be recorded and shown, said by those who speak.</Trans>}
      wide
    >
      <Answered asked={asked}>
        {({ sessions, alias }) => (
          <>
            {sessions.map((session) => (
              <SignedSession key={session.session_id} session={session} name={me.name} />
            ))}
            <OwnQuotations />
            {sessions.length > 0 || alias !== null ? <AliasSection alias={alias} /> : null}
          </>
        )}
      </Answered>
      {choice.edition === undefined ? null : (
        <>
          <EditionChoice choice={choice} />
          <KeptEditions choice={choice}>
            {({ id, languages }) => (
              <>
                <AllAgreements edition={id} />
                <ServiceRequests edition={id} languages={languages} />
              </>
            )}
          </KeptEditions>
        </>
      )}
    </Page>
  );
}

function SignedSession(props: { readonly session: OwnSession; readonly name: string }) {
  const { session, name } = props;
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const { agreement } = session;
  const [said, setSaid] = useState({
    recording: agreement?.recording ?? false,
    publication: agreement?.publication ?? false,
    materials: agreement?.materials ?? false,
  });
  const [signed, setSigned] = useState(agreement?.signed ?? name);
  const [problem, setProblem] = useState<Problem>();

  async function send(path: string, method: 'PUT' | 'POST', body: unknown) {
    const reply = await call(
      `/api/exchange/sessions/${session.session_id}/${path}`,
      ownAgreements,
      {
        ...{ method, body },
      },
    );
    setProblem(reply.ok ? undefined : reply.problem);
    if (reply.ok) await queries.invalidateQueries({ queryKey: ['exchange', 'agreements'] });
  }
  function sign(event: FormEvent) {
    event.preventDefault();
    void send('agreement', 'PUT', { ...said, signed: signed.trim() });
  }

  const at = agreement === null ? '' : formatMoment(i18n.locale, agreement.at);
  return (
    <Section title={inLanguage(session.title, i18n.locale).text}>
      <FieldProblems problem={problem}>
        <form onSubmit={sign} noValidate>
          <Stack>
            {session.under_alias ? (
              <p>
                <Trans>You appear here under another name: this session is never recorded.</Trans>
              </p>
            ) : null}
            <Checkbox
              label={t`The session may be recorded while I speak`}
              checked={said.recording}
              onChange={(event) => {
                const recording = event.currentTarget.checked;
                setSaid({ ...said, recording, publication: recording && said.publication });
              }}
            />
            <Checkbox
              label={t`The recording may be shown to others`}
              checked={said.publication}
              disabled={!said.recording}
              onChange={(event) => setSaid({ ...said, publication: event.currentTarget.checked })}
            />
            <Checkbox
              label={t`My slides may be given on`}
              checked={said.materials}
              onChange={(event) => setSaid({ ...said, materials: event.currentTarget.checked })}
            />
            <TextField
              path="signed"
              label={t`Signed (your name)`}
              value={signed}
              onChange={(event) => setSigned(event.currentTarget.value)}
            />
            <ProblemText problem={problem} />
            <Group>
              <Button type="submit">
                {agreement === null ? <Trans>Sign</Trans> : <Trans>Sign anew</Trans>}
              </Button>
              {session.under_alias ? (
                <Button variant="default" onClick={() => void send('step-back', 'POST', {})}>
                  <Trans>Step back from this session</Trans>
                </Button>
              ) : null}
              {agreement === null ? null : <Trans>Signed {at}</Trans>}
            </Group>
          </Stack>
        </form>
      </FieldProblems>
    </Section>
  );
}

/** One's own words in news, to be approved word for word. */
function OwnQuotations() {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const asked = useAsk(
    ['exchange', 'own-quotations'],
    '/api/exchange/me/quotations',
    z.object({ quotations: z.array(quotationSheet) }),
  );
  const quotations = asked.value?.quotations ?? [];
  if (quotations.length === 0) return null;

  async function say(id: string, language: string, words: string, approved: boolean) {
    const body = { language, words, approved };
    const path = `/api/exchange/quotations/${id}/approval`;
    const reply = await call(path, quotationSheet, { method: 'POST', body });
    setProblem(reply.ok ? undefined : reply.problem);
    await queries.invalidateQueries({ queryKey: ['exchange', 'own-quotations'] });
  }

  return (
    <Section title={<Trans>Your words in news</Trans>}>
      <p>
        <Trans>Nothing of them is shown before your yes; an edited word needs a new one.</Trans>
      </p>
      <ProblemText problem={problem} />
      {quotations.flatMap(({ id, news_title, versions }) =>
        versions.map(({ lang, text, state }) => (
          <div key={`${id}${lang}`}>
            <blockquote lang={lang}>{text}</blockquote>
            <p>
              {inLanguage(news_title, i18n.locale).text} · {languageName(i18n.locale, lang)} ·{' '}
              {i18n._(APPROVAL_NAMES[state])}
            </p>
            <Group>
              <Button
                disabled={state === 'approved'}
                onClick={() => void say(id, lang, text, true)}
              >
                <Trans>Approve these words</Trans>
              </Button>
              <Button
                variant="default"
                disabled={state === 'refused'}
                onClick={() => void say(id, lang, text, false)}
              >
                <Trans>Say no to them</Trans>
              </Button>
            </Group>
          </div>
        )),
      )}
    </Section>
  );
}

function AllAgreements({ edition }: { readonly edition: string }) {
  const { t, i18n } = useLingui();
  const asked = useAsk(
    ['exchange', 'agreements', edition],
    `/api/exchange/editions/${edition}/agreements`,
    z.object({ sessions: z.array(agreedSession) }),
  );
  const bar = (code: keyof typeof BAR_NAMES | null) =>
    code === null ? t`May be` : i18n._(BAR_NAMES[code]);
  return (
    <Section title={<Trans>Who has signed</Trans>}>
      <Answered asked={asked}>
        {({ sessions }) => (
          <DataTable
            caption={t`Agreements by session`}
            rows={sessions}
            rowKey={({ session_id }) => session_id}
            columns={[
              {
                key: 'title',
                title: t`Conference session`,
                cell: ({ title }) => inLanguage(title, i18n.locale).text,
              },
              {
                key: 'speakers',
                title: t`Speakers`,
                cell: ({ speakers }) =>
                  speakers.map(({ participant_id, name, signed_at }) => (
                    <div key={participant_id}>
                      {name}: {signed_at === null ? t`not signed yet` : t`has signed`}
                    </div>
                  )),
              },
              {
                key: 'recording',
                title: t`Recorded`,
                cell: ({ against_recording }) => bar(against_recording),
              },
              {
                key: 'publication',
                title: t`Shown`,
                cell: ({ against_publication }) => bar(against_publication),
              },
            ]}
          />
        )}
      </Answered>
    </Section>
  );
}
