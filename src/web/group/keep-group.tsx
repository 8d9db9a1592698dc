import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type GroupRow, nextSession, plannedDays } from '#domain/group/group.ts';
import type { Problem } from '#domain/problem.ts';
import { useDevice } from '../account/use-session.ts';
import { call } from '../http.ts';
import { FieldProblems } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { formatWeekday } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { today } from '../ui/today.ts';
import { GroupFields, PlanFields } from './group-fields.tsx';
import { GROUPS } from './use-groups.ts';

/** What whoever keeps a group does with it: words, further dates, a date that falls out, the end. */
export function KeepGroup({ group }: { readonly group: GroupRow }) {
  const { i18n } = useLingui();
  const put = usePut(group);
  const next = nextSession(group, today());
  const [open, setOpen] = useState(false);
  const on = next === null ? '' : formatWeekday(i18n.locale, next.on);
  return (
    <Section title={<Trans>Keep the group</Trans>}>
      <ProblemText problem={open ? undefined : put.problem} />
      {open ? (
        <ChangeGroup group={group} put={put} close={() => setOpen(false)} />
      ) : (
        <div className={parts.buttons}>
          <Button variant="default" onClick={() => setOpen(true)}>
            <Trans>Change it or add dates</Trans>
          </Button>
          {next === null ? null : (
            <Button
              variant="default"
              onClick={() =>
                void put.say(`/sessions/${next.id}`, {
                  ...{ on: next.on, at: next.at, state: 'dropped' },
                })
              }
            >
              <Trans>The date on {on} falls out</Trans>
            </Button>
          )}
          <Button
            variant="default"
            onClick={() => void put.say('', { ...unchanged(group), ended_on: today() })}
          >
            <Trans>The group has ended</Trans>
          </Button>
        </div>
      )}
    </Section>
  );
}

function unchanged(group: GroupRow) {
  const { organisation_id, place_id, kind, title, leader, meeting_place } = group;
  const { languages, capacity, childcare, ended_on } = group;
  return {
    ...{ organisation_id, place_id, kind, title, leader, meeting_place, languages, capacity },
    ...{ childcare, ended_on, sessions: [] as object[] },
  };
}

function usePut(group: GroupRow) {
  const queries = useQueryClient();
  const { nudge } = useDevice();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const say = async (path: string, body: object): Promise<boolean> => {
    setBusy(true);
    const reply = await call(`/api/groups/${group.id}${path}`, z.unknown(), {
      ...{ method: 'PUT', body: { ...body, version: group.version } },
    });
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
    if (!reply.ok) return false;
    await queries.invalidateQueries({ queryKey: [GROUPS] });
    nudge();
    return true;
  };
  return { say, problem, busy };
}

interface ChangeProps {
  readonly group: GroupRow;
  readonly put: ReturnType<typeof usePut>;
  readonly close: () => void;
}

function ChangeGroup({ group, put, close }: ChangeProps) {
  const [draft, setDraft] = useState({ ...unchanged(group), capacity: String(group.capacity) });
  const [plan, setPlan] = useState({
    weekdays: [] as string[],
    at: '15:00',
    from: today(),
    count: '6',
  });
  async function save(event: FormEvent) {
    event.preventDefault();
    const days = plannedDays({
      ...{ weekdays: plan.weekdays.map(Number), from: plan.from, count: Number(plan.count) },
    });
    const there = new Set(group.sessions.map((one) => one.on));
    const sessions = days
      .filter((on) => !there.has(on))
      .map((on) => ({ id: uuid(), on, at: plan.at }));
    const done = await put.say('', { ...draft, capacity: Number(draft.capacity), sessions });
    if (done) close();
  }
  return (
    <FieldProblems problem={put.problem}>
      <form className={parts.form} onSubmit={save} noValidate>
        <GroupFields draft={draft} change={(patch) => setDraft({ ...draft, ...patch })} />
        <PlanFields plan={plan} change={(patch) => setPlan({ ...plan, ...patch })} />
        <FormFoot problem={put.problem} paths={Object.keys(draft)} busy={put.busy} close={close} />
      </form>
    </FieldProblems>
  );
}
