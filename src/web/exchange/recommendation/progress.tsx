import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { MOVES, type Status } from '#domain/exchange/recommendation/follow-up.ts';
import { FieldProblems, otherProblems, TextField, useFieldError } from '../../ui/field.tsx';
import { formatDay } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import parts from '../../ui/parts.module.css';
import { ProblemText } from '../../ui/problem-text.tsx';
import styles from './recommendation.module.css';
import type { PartProps } from './recommendation-screen.tsx';
import { MOVE_NAMES, STATUS_NAMES } from './recommendation-words.ts';
import { useSay } from './use-recommendation.ts';
import { useWritingLanguage, Worded } from './worded.tsx';

/** What the owners have told, and the form in which they tell it: a choice and two sentences. */
export function Progress({ one }: PartProps) {
  const { i18n } = useLingui();
  return (
    <Section title={<Trans>What followed</Trans>}>
      <dl className={styles.facts}>
        <dt>
          <Trans>Lead owner</Trans>
        </dt>
        <dd>
          {one.lead === null ? <Trans>No owner yet</Trans> : <Worded wording={one.lead.name} />}
        </dd>
        {one.co_owners.length === 0 ? null : (
          <>
            <dt>
              <Trans>Together with</Trans>
            </dt>
            <dd>
              {one.co_owners.map(({ id, name }, at) => (
                <span key={id}>
                  {at === 0 ? '' : '; '}
                  <Worded wording={name} />
                </span>
              ))}
            </dd>
          </>
        )}
        {one.due_on === null ? null : (
          <>
            <dt>
              <Trans>To be done by</Trans>
            </dt>
            <dd>{formatDay(i18n.locale, one.due_on)}</dd>
          </>
        )}
        {one.review_on === null ? null : (
          <>
            <dt>
              <Trans>Next report by</Trans>
            </dt>
            <dd>{formatDay(i18n.locale, one.review_on)}</dd>
          </>
        )}
      </dl>
      {one.abilities.report === null ? null : <Report key={one.status} one={one} />}
      {one.reports.length === 0 ? (
        <p>
          <Trans>Nobody has reported yet.</Trans>
        </p>
      ) : null}
      <ul className={parts.list}>
        {one.reports.map((report) => (
          <li key={report.id}>
            <div className={parts.tags}>
              <strong>{formatDay(i18n.locale, report.reported_on)}</strong>
              <span className={parts.tag}>{i18n._(STATUS_NAMES[report.status])}</span>
              <span className={parts.soft}>
                {report.institution === null ? (
                  <Trans>The organiser</Trans>
                ) : (
                  <Worded wording={report.institution} />
                )}
              </span>
            </div>
            {report.held ? (
              <p className={parts.soft}>
                <Trans>
                  Something in it may point to one person: readers see it after a second look.
                </Trans>
              </p>
            ) : null}
            {report.words === null ? null : (
              <p className={styles.words}>
                <Worded wording={report.words} />
              </p>
            )}
            {report.evidence === null ? null : (
              <a href={report.evidence} rel="noreferrer">
                <Trans>Where it can be read</Trans>
              </a>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Report({ one }: PartProps) {
  const { t, i18n } = useLingui();
  const lang = useWritingLanguage();
  const [status, setStatus] = useState<Status>(one.status);
  const [words, setWords] = useState('');
  const [value, setValue] = useState('');
  const [evidence, setEvidence] = useState('');
  const [id, setId] = useState(() => uuid());
  const { say, problem, busy } = useSay();
  const moves: readonly Status[] =
    one.abilities.report === 'co_owner' ? [one.status] : [one.status, ...MOVES[one.status]];
  const number = value.trim() === '' ? null : Number(value.replace(',', '.'));
  const save = async () => {
    const body = {
      ...{ id, status, lang, seen: one.status, value: number },
      words: words.trim() === '' ? null : words.trim(),
      evidence: evidence.trim() === '' ? null : evidence.trim(),
    };
    if (!(await say(`recommendations/${one.id}/reports`, body, 'POST'))) return;
    setId(uuid());
    setWords('');
    setValue('');
    setEvidence('');
  };
  return (
    <FieldProblems problem={problem}>
      <div className={parts.form}>
        <Radio.Group
          label={t`Where it stands`}
          value={status}
          onChange={(chosen) => setStatus(chosen as Status)}
        >
          <Stack gap="xs" mt="xs">
            {moves.map((move) => (
              <Radio
                key={move}
                value={move}
                label={
                  move === one.status
                    ? t`No change: ${i18n._(STATUS_NAMES[move])}`
                    : i18n._(MOVE_NAMES[move])
                }
              />
            ))}
          </Stack>
        </Radio.Group>
        <ReportWords value={words} onChange={setWords} declines={status === 'declined'} />
        <div className={parts.pair}>
          {one.indicator === null ? null : (
            <TextField
              path="value"
              label={t`Value of the indicator now (${one.indicator.unit})`}
              description={t`May stay empty`}
              inputMode="decimal"
              value={value}
              onChange={(event) => setValue(event.currentTarget.value)}
            />
          )}
          <TextField
            path="evidence"
            label={t`Link to where it can be read`}
            description={t`May stay empty`}
            type="url"
            maxLength={500}
            value={evidence}
            onChange={(event) => setEvidence(event.currentTarget.value)}
          />
        </div>
        <ProblemText problem={otherProblems(problem, ['words', 'value', 'evidence'])} />
        <div className={parts.buttons}>
          <Button loading={busy} onClick={() => void save()}>
            <Trans>Report</Trans>
          </Button>
        </div>
      </div>
    </FieldProblems>
  );
}

interface ReportWordsProps {
  readonly value: string;
  readonly onChange: (words: string) => void;
  readonly declines: boolean;
}

function ReportWords({ value, onChange, declines }: ReportWordsProps) {
  const { t } = useLingui();
  const error = useFieldError('words');
  return (
    <Textarea
      label={declines ? t`The reason` : t`What was done, and what comes next`}
      description={t`It is published. No person is named in it.`}
      autosize
      minRows={2}
      maxLength={8000}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
