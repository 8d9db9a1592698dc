import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Textarea } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import {
  ANSWERS_TO,
  answeredFinding,
  type PersonAnswer,
  type PersonFinding,
  personFinding,
} from '#domain/person-check.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { ChoiceField, TextField } from '../../ui/field.tsx';
import { formatMoment } from '../../ui/format.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Notice, ProblemText } from '../../ui/problem-text.tsx';
import { useSay } from '../practice/use-practice.ts';
import { fieldPlace, useFieldName } from './field-name.ts';
import { Marked } from './marked.tsx';
import {
  ANSWER_WORDS,
  KIND_WORDS,
  PUBLICATION_STATE_WORDS,
  RULE_WORDS,
} from './publication-words.ts';
import { publicationLine } from './publications-screen.tsx';

const whole = publicationLine.extend({
  texts: z.record(z.string(), z.string()),
  ...{ findings: z.array(personFinding), answered: z.array(answeredFinding) },
  ...{ reason: z.string().nullable(), taken_down_because: z.string().nullable() },
});
type Whole = z.infer<typeof whole>;
type Answers = Readonly<Record<number, { answer: PersonAnswer | ''; reason: string }>>;

/** One text before it goes out: what the check found, each answered or the text goes back. */
export function PublicationScreen() {
  const { id } = useParams({ from: '/workspace/publications/$id' });
  const { t, i18n } = useLingui();
  const asked = useAsk(['exchange', 'publication', id], `/api/exchange/publications/${id}`, whole);
  const { value } = asked;
  return (
    <Page
      title={t`Second look`}
      heading={value?.title}
      intro={
        value && (
          <>
            {i18n._(KIND_WORDS[value.subject_kind])} ·{' '}
            {i18n._(PUBLICATION_STATE_WORDS[value.state])}
          </>
        )
      }
      actions={<Link to="/workspace/publications">{t`Texts at the desk`}</Link>}
    >
      <Answered asked={asked}>
        {(found) => (
          <>
            {found.subject_kind === 'evidence' ? (
              <p>
                <Link to="/workspace/evidence/$id" params={{ id: found.subject_id }}>
                  <Trans>The whole table with its numbers</Trans>
                </Link>
              </p>
            ) : null}
            {found.state === 'waiting' ? (
              <Decide key={found.id} found={found} />
            ) : (
              <Decided found={found} />
            )}
            <Section title={<Trans>Everything that readers would see</Trans>}>
              {found.subject_kind === 'picture' ? (
                <img
                  src={`/exchange/pictures/${found.subject_id}`}
                  alt={found.title}
                  style={{ maxInlineSize: '100%', blockSize: 'auto', borderRadius: 8 }}
                />
              ) : null}
              <Texts found={found} />
            </Section>
          </>
        )}
      </Answered>
    </Page>
  );
}

/** Every text by its name; the languages of a field stand beside each other. */
function Texts({ found }: { readonly found: Whole }) {
  const fieldName = useFieldName(found.subject_kind, found.texts);
  const place = (field: string) => fieldPlace(found.subject_kind, field);
  return Object.entries(found.texts)
    .sort(([a], [b]) => (place(a) < place(b) ? -1 : 1))
    .map(([field, text]) => (
      <div key={field}>
        <h3>{fieldName(field)}</h3>
        <Marked
          text={text}
          lang={field.split('.').at(-1) ?? ''}
          findings={found.findings.filter((one) => one.field === field)}
        />
      </div>
    ));
}

function Decide({ found }: { readonly found: Whole }) {
  const { t } = useLingui();
  const { say, problem, busy } = useSay();
  const fieldName = useFieldName(found.subject_kind, found.texts);
  const [answers, setAnswers] = useState<Answers>({});
  const [reason, setReason] = useState('');
  const path = `/api/exchange/publications/${found.id}`;
  const answered = found.findings.flatMap((finding, at) => {
    const given = answers[at];
    return given === undefined || given.answer === '' || given.reason.trim().length < 3
      ? []
      : [{ finding, answer: given.answer, reason: given.reason.trim() }];
  });
  return (
    <>
      <Section title={<Trans>What the check found</Trans>}>
        {found.findings.length === 0 ? (
          <p>
            <Trans>Nothing. That does not mean that nobody is in it: please read it.</Trans>
          </p>
        ) : (
          found.findings.map((finding, at) => (
            <FindingAnswer
              // biome-ignore lint/suspicious/noArrayIndexKey: the findings of a text do not change
              key={at}
              fieldName={fieldName}
              finding={finding}
              given={answers[at] ?? { answer: '', reason: '' }}
              change={(next) => setAnswers({ ...answers, [at]: next })}
            />
          ))
        )}
        {found.own ? (
          <Notice>
            <Trans>You asked for this yourself. Another editor has to publish it.</Trans>
          </Notice>
        ) : (
          <Button
            loading={busy}
            disabled={answered.length < found.findings.length}
            onClick={() => void say('POST', `${path}/publish`, { answered })}
          >
            {found.subject_kind === 'programme' || found.subject_kind === 'edition' ? (
              <Trans>I have looked. The words may stay</Trans>
            ) : (
              <Trans>I have looked. Publish it</Trans>
            )}
          </Button>
        )}
        <ProblemText problem={problem} />
      </Section>
      <Section title={<Trans>Send it back</Trans>}>
        <Textarea
          label={t`What should be changed`}
          maxLength={1000}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          mt="sm"
          variant="default"
          loading={busy}
          disabled={reason.trim() === ''}
          onClick={() => void say('POST', `${path}/send-back`, { reason: reason.trim() })}
        >
          <Trans>Send it back</Trans>
        </Button>
      </Section>
    </>
  );
}

interface FindingProps {
  readonly fieldName: (field: string) => string;
  readonly finding: PersonFinding;
  readonly given: Answers[number];
  readonly change: (next: Answers[number]) => void;
}

function FindingAnswer({ fieldName, finding, given, change }: FindingProps) {
  const { t, i18n } = useLingui();
  const possible = ANSWERS_TO[finding.rule] as readonly PersonAnswer[];
  return (
    <div style={{ marginBlockEnd: '1.25rem' }}>
      <p>
        <mark dir="auto">{finding.words}</mark> {fieldName(finding.field)}
        <br />
        {i18n._(RULE_WORDS[finding.rule])}
      </p>
      {possible.length === 0 ? null : (
        <Stack gap="sm">
          <ChoiceField
            path="answer"
            label={t`Why it may stay`}
            value={given.answer}
            data={[
              { value: '', label: t`Choose` },
              ...possible.map((value) => ({ value, label: i18n._(ANSWER_WORDS[value]) })),
            ]}
            onChange={(event) =>
              change({ ...given, answer: event.currentTarget.value as PersonAnswer | '' })
            }
          />
          <TextField
            path="reason"
            label={t`How you know`}
            maxLength={500}
            value={given.reason}
            onChange={(event) => change({ ...given, reason: event.currentTarget.value })}
          />
        </Stack>
      )}
    </div>
  );
}

function Decided({ found }: { readonly found: Whole }) {
  const { t, i18n } = useLingui();
  const { say, problem, busy } = useSay();
  const [reason, setReason] = useState('');
  const { decided_by, taken_down_by } = found;
  const at = (moment: string | null) => (moment === null ? '' : formatMoment(i18n.locale, moment));
  return (
    <Section title={<Trans>What was decided</Trans>}>
      {decided_by === null ? null : (
        <p>
          <Trans>
            Decided by {decided_by}, {at(found.decided_at)}
          </Trans>
        </p>
      )}
      {found.reason === null ? null : <p dir="auto">{found.reason}</p>}
      {found.answered.map(({ finding, answer, reason: why }) => (
        <p key={`${finding.field}${finding.from}`}>
          <mark dir="auto">{finding.words}</mark> {i18n._(ANSWER_WORDS[answer])}: {why}
        </p>
      ))}
      {taken_down_by === null ? null : (
        <p>
          <Trans>
            Taken down by {taken_down_by}, {at(found.taken_down_at)}: {found.taken_down_because}
          </Trans>
        </p>
      )}
      {found.state === 'published' ? (
        <>
          <TextField
            path="reason"
            label={t`Why it must go (kept in the log, readers do not see it)`}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button
            mt="sm"
            color="clay"
            loading={busy}
            onClick={() =>
              void say('POST', '/api/exchange/takedowns', {
                ...{ subject_kind: found.subject_kind, subject_id: found.subject_id },
                reason: reason.trim() || t`No reason was written down`,
              })
            }
          >
            <Trans>Take it down now</Trans>
          </Button>
        </>
      ) : null}
      <ProblemText problem={problem} />
    </Section>
  );
}
