import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { EMERGENCY_REASONS, emergencyOpened } from '#domain/case/emergency-opening.ts';
import type { Problem } from '#domain/problem.ts';
import { useDevice, useMe } from '../account/use-session.ts';
import { Choice } from '../case/choice.tsx';
import { LINE_FILES } from '../case/line-file.ts';
import { hasCaseload } from '../device/caseload.ts';
import { useRow } from '../device/use-rows.ts';
import { call } from '../http.ts';
import { FieldProblems, otherProblems, TextField } from '../ui/field.tsx';
import { formatMoment } from '../ui/format.ts';
import { Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import { ProseField } from '../ui/prose-field.tsx';
import { EMERGENCY_WORDS } from './emergency-words.ts';

type Reason = (typeof EMERGENCY_REASONS)[number];
type Opened = z.infer<typeof emergencyOpened>;
const FIELDS = ['number', 'reason', 'words'];

/** Somebody stands in front of a person whose file is not among the own: open it and help. */
export function EmergencyScreen() {
  const { t } = useLingui();
  const [opened, setOpened] = useState<Opened>();
  return (
    <Page
      title={t`Help in an emergency`}
      intro={
        <Trans>
          You are with a person whose support file is not among yours. With its number you open it
          for some hours.
        </Trans>
      }
    >
      {opened === undefined ? <AskForm onOpened={setOpened} /> : <IsOpen opened={opened} />}
    </Page>
  );
}

function AskForm({ onOpened }: { readonly onOpened: (opened: Opened) => void }) {
  const { t, i18n } = useLingui();
  const { nudge } = useDevice();
  const queries = useQueryClient();
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState<Reason | ''>('');
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  // One act, however often the button is pressed; another number is another act.
  const act = useRef({ number: '', command_id: uuid(), opening_id: uuid() });

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    if (act.current.number !== number) {
      act.current = { number, command_id: uuid(), opening_id: uuid() };
    }
    const body = { ...act.current, reason, words };
    const reply = await call('/api/emergency-openings', emergencyOpened, { method: 'POST', body });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    await queries.invalidateQueries({ queryKey: [LINE_FILES] });
    nudge();
    onOpened(reply.value);
  }
  return (
    <Section title={<Trans>What is needed</Trans>}>
      <FieldProblems problem={problem}>
        <form className={parts.stack} onSubmit={(event) => void submit(event)}>
          <Notice>
            <Trans>
              At once told: the supervisor of the file, its support worker and the data protection
              officer. The person may see who opened it. Health, emotional well-being, legal matters
              and protection stay closed.
            </Trans>
          </Notice>
          <TextField
            path="number"
            label={t`Number of the support file`}
            description={t`From a paper, or as the person tells it`}
            placeholder="K7P3-Q2ZM"
            autoComplete="off"
            required
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <Choice
            path="reason"
            legend={<Trans>Why now</Trans>}
            options={EMERGENCY_REASONS.map((value) => ({
              value,
              label: i18n._(EMERGENCY_WORDS[value]),
            }))}
            value={reason}
            onChange={setReason}
          />
          <ProseField
            path="words"
            label={t`What is happening`}
            description={t`Read by the supervisor of the file and those who protect, by nobody else.`}
            required
            value={words}
            onChange={setWords}
          />
          <ProblemText problem={otherProblems(problem, problem?.fields ? FIELDS : [])} />
          <div className={parts.buttons}>
            <Button type="submit" loading={busy}>
              <Trans>Open now</Trans>
            </Button>
          </div>
        </form>
      </FieldProblems>
    </Section>
  );
}

function IsOpen({ opened }: { readonly opened: Opened }) {
  const { i18n } = useLingui();
  const carried = hasCaseload(useMe().role);
  const row = useRow('case', opened.case_id, z.unknown());
  const until = opened.until === null ? '' : formatMoment(i18n.locale, opened.until);
  return (
    <Section title={<Trans>The file is open</Trans>}>
      <div role="status">
        <Notice>
          {opened.until === null ? (
            <Trans>This support file is open to you already.</Trans>
          ) : (
            <Trans>
              Open until {until}; then it leaves this device by itself. To have it longer, ask anew.
            </Trans>
          )}
        </Notice>
      </div>
      {carried && !row ? (
        <Button mt="md" loading>
          <Trans>Open the support file</Trans>
        </Button>
      ) : (
        <Button mt="md" component={Link} to={`/cases/${opened.case_id}`}>
          <Trans>Open the support file</Trans>
        </Button>
      )}
    </Section>
  );
}
