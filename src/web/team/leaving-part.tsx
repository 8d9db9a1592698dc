import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { booked } from '#domain/case/appointment.ts';
import { isOpen } from '#domain/case/referral-state.ts';
import { duties } from '#domain/duty/duty.ts';
import { leavings, type listedLeaving } from '#domain/duty/leaving.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../ask.ts';
import { fileTasks } from '../case/use-tasks.ts';
import { call } from '../http.ts';
import { useOnce } from '../once.ts';
import { DayField, FieldProblems, unfilled } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { formatDay, formatMoment } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { HandOverAll } from './hand-over-all.tsx';
import type { WorkerLoad } from './team-caseload.ts';

const KEY = ['leavings'];
type Leaving = z.infer<typeof listedLeaving>;

interface LeavingProps {
  readonly load: WorkerLoad;
  readonly workers: readonly WorkerLoad[];
}

/** A worker's last day, what there is to hand over until then, and the hand-over in one go. */
export function LeavingPart({ load, workers }: LeavingProps) {
  const { value } = useAsk(KEY, '/api/leavings', leavings);
  const leaving = value?.leavings.find((one) => one.account_id === load.id);
  if (value === undefined) return null;
  return leaving === undefined ? (
    <SayLeaving account={load.id} />
  ) : (
    <Section title={<Trans>Leaves the team</Trans>}>
      <Standing leaving={leaving} load={load} />
      {load.files.length === 0 ? null : <HandOverAll load={load} workers={workers} />}
    </Section>
  );
}

function Standing({ leaving, load }: { readonly leaving: Leaving; readonly load: WorkerLoad }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const { value } = useAsk(['duties'], '/api/duties', duties);
  const day = formatDay(i18n.locale, leaving.last_day);
  const own = value?.duties.filter((one) => one.account_id === load.id) ?? [];
  const tasks = load.files.flatMap(fileTasks).length;
  const waiting = load.files.flatMap(({ state }) =>
    Object.values(state.referral.referrals).filter(isOpen),
  ).length;
  const dates = load.files.flatMap(({ state }) => booked(state.appointment)).length;
  async function takeBack() {
    const reply = await call(`/api/leavings/${leaving.id}`, z.unknown(), { method: 'DELETE' });
    if (!reply.ok) return setProblem(reply.problem);
    await queries.invalidateQueries({ queryKey: KEY });
  }
  return (
    <>
      <p style={{ marginBlockStart: 0 }}>
        <Trans>
          Last day: {day}. With its end the account, its devices and its duties end by themselves;
          files without a next worker then lie with you.
        </Trans>
      </p>
      <dl className={parts.facts}>
        <dt>
          <Trans>Open support files</Trans>
        </dt>
        <dd>{load.files.length}</dd>
        <dt>
          <Trans>Tasks in them</Trans>
        </dt>
        <dd>{tasks}</dd>
        <dt>
          <Trans>Referrals without an answer</Trans>
        </dt>
        <dd>{waiting}</dd>
        <dt>
          <Trans>Appointments ahead</Trans>
        </dt>
        <dd>{dates}</dd>
        <dt>
          <Trans>On duty</Trans>
        </dt>
        <dd>
          {own.length === 0 ? (
            <Trans>no duty ahead</Trans>
          ) : (
            own.map(({ from_at }) => formatMoment(i18n.locale, from_at)).join(' · ')
          )}
        </dd>
      </dl>
      {leaving.abilities.includes('take_back') ? (
        <Button variant="default" onClick={() => void takeBack()}>
          <Trans>Stays after all</Trans>
        </Button>
      ) : null}
      <ProblemText problem={problem} />
    </>
  );
}

function SayLeaving({ account }: { readonly account: string }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const add = useOnce();
  const [opened, setOpened] = useState(false);
  const [last_day, setDay] = useState('');
  const [problem, setProblem] = useState<Problem>();
  async function save(event: FormEvent) {
    event.preventDefault();
    const empty = unfilled({ last_day });
    if (empty !== undefined) return setProblem(empty);
    const body = { account_id: account, last_day };
    const found = await add(body, async (id) => {
      const reply = await call(`/api/leavings/${id}`, z.unknown(), { method: 'PUT', body });
      return reply.ok ? undefined : reply.problem;
    });
    setProblem(found);
    if (found !== undefined) return;
    await queries.invalidateQueries({ queryKey: KEY });
  }
  if (!opened) {
    return (
      <p>
        <Button variant="default" onClick={() => setOpened(true)}>
          <Trans>Leaves the team</Trans>
        </Button>
      </p>
    );
  }
  return (
    <Section title={<Trans>Leaves the team</Trans>}>
      <FieldProblems problem={problem}>
        <form className={parts.form} onSubmit={save} noValidate>
          <DayField
            path="last_day"
            label={t`Last day at work`}
            value={last_day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <FormFoot problem={problem} paths={['last_day']} close={() => setOpened(false)} />
        </form>
      </FieldProblems>
    </Section>
  );
}
