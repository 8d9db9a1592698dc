import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type NewGroup, plannedDays } from '#domain/group/group.ts';
import type { Problem } from '#domain/problem.ts';
import { useDevice, useMe } from '../account/use-session.ts';
import { Tick } from '../case/choice.tsx';
import { call } from '../http.ts';
import { FieldProblems, otherProblems, unfilled } from '../ui/field.tsx';
import { Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { today } from '../ui/today.ts';
import { GroupFields, PlanFields } from './group-fields.tsx';
import { GROUPS } from './use-groups.ts';

const NEW = {
  ...{ title: '', kind: '', organisation_id: '', place_id: '', meeting_place: '', leader: '' },
  ...{ languages: ['uz'], capacity: '12', childcare: false, led_by_me: false },
};
export type GroupDraft = typeof NEW;

/** A new group: of an organisation and a place, with its first dates. */
export function NewGroupScreen() {
  const { t } = useLingui();
  const me = useMe();
  const { nudge } = useDevice();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<GroupDraft>({
    ...NEW,
    organisation_id: me.role === 'partner' ? (me.organisation_id ?? '') : '',
    place_id: me.place_id ?? '',
  });
  const [plan, setPlan] = useState({ weekdays: ['3'], at: '15:00', from: today(), count: '10' });
  // Sent again after an answer that was lost, it is the same group.
  const [id] = useState(() => uuid());
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    const { languages: _languages, childcare: _care, led_by_me: _led, ...texts } = draft;
    const empty = unfilled(texts);
    if (empty !== undefined) return setProblem(empty);
    const days = plannedDays({
      ...{ weekdays: plan.weekdays.map(Number), from: plan.from, count: Number(plan.count) },
    });
    const body: NewGroup = {
      ...{ ...draft, id, capacity: Number(draft.capacity) },
      sessions: days.map((on) => ({ id: uuid(), on, at: plan.at })),
    };
    setBusy(true);
    const reply = await call('/api/groups', z.unknown(), { method: 'POST', body });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    // A device reads the group from its own rows.
    nudge();
    await queries.invalidateQueries({ queryKey: [GROUPS] });
    await navigate({ to: '/groups' });
  }
  return (
    <Page
      title={t`New group`}
      intro={
        <Trans>
          It belongs to a place and is open to neighbours. Its title says what people do there, and
          never for whom it is.
        </Trans>
      }
    >
      <FieldProblems problem={problem}>
        <form onSubmit={save} noValidate>
          <Section title={<Trans>About the group</Trans>}>
            <div className={parts.form}>
              <GroupFields
                draft={draft}
                change={(patch) => setDraft({ ...draft, ...patch })}
                whole
              />
              {me.role === 'coordinator' ? null : (
                <Tick
                  checked={draft.led_by_me}
                  onChange={(led_by_me) => setDraft({ ...draft, led_by_me })}
                >
                  <Trans>I lead it myself, and read what people on the list are called</Trans>
                </Tick>
              )}
            </div>
          </Section>
          <Section title={<Trans>Dates</Trans>}>
            <div className={parts.form}>
              <PlanFields plan={plan} change={(patch) => setPlan({ ...plan, ...patch })} />
              <ProblemText problem={otherProblems(problem, SHOWN)} />
              <div className={parts.buttons}>
                <Button type="submit" loading={busy}>
                  <Trans>Save</Trans>
                </Button>
              </div>
            </div>
          </Section>
        </form>
      </FieldProblems>
    </Page>
  );
}

const SHOWN = [...Object.keys(NEW), 'sessions'];
