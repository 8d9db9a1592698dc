import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { dayAfter } from '#domain/case/calendar.ts';
import { runningMentoring } from '#domain/case/mentor.ts';
import type { Problem } from '#domain/problem.ts';
import { ChoiceField, DayField, TextField } from '../ui/field.tsx';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import type { CaseFile } from './case-file.ts';
import { CaseLine } from './case-prose.tsx';
import { Tick } from './choice.tsx';
import { CommandForm } from './command-form.tsx';
import { useSay } from './use-cases.ts';
import { useMay } from './use-may.ts';
import { useColleagues } from './use-names.ts';

/** Somebody from the community at the person’s side: agreed meetings, and no more. */
export function MentorSection({ file }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const may = useMay(file);
  const say = useSay(file);
  const colleagues = useColleagues();
  const [problem, setProblem] = useState<Problem>();
  const running = runningMentoring(file.state.mentor);
  const tell = async (said: ReturnType<typeof say>) => {
    const answer = await said;
    setProblem('problem' in answer ? answer.problem : undefined);
  };
  const name = running === null ? '' : (colleagues.get(running[1].account_id)?.name ?? '');
  return (
    <Section title={<Trans>Mentor</Trans>}>
      <p className={styles.soft} style={{ marginBlockStart: 0 }}>
        <Trans>
          Chosen by the person. A mentor sees what was agreed, the day and the meeting place, and
          nothing else: no file, no telephone, no address. It ends at once when the person says so.
        </Trans>
      </p>
      <ProblemText problem={problem} />
      {running === null ? (
        may.append ? (
          <ChooseMentor file={file} />
        ) : null
      ) : (
        <>
          <p>
            <Trans>
              {name} calls the person {running[1].called}.
            </Trans>
          </p>
          {Object.keys(running[1].activities).length === 0 ? (
            <p className={styles.soft}>
              <Trans>No meeting is agreed on yet.</Trans>
            </p>
          ) : null}
          <ul className={styles.list}>
            {Object.entries(running[1].activities)
              .toSorted(([, a], [, b]) => a.on.localeCompare(b.on))
              .map(([activity_id, one]) => (
                <li key={activity_id}>
                  <div className={styles.item}>
                    <div>
                      {one.what}
                      <div className={styles.soft}>
                        {formatDay(i18n.locale, one.on)}, {one.at}, {one.meeting_place}
                      </div>
                    </div>
                    {may.append ? (
                      <Button
                        variant="default"
                        onClick={() => void tell(say('cancel_activity', { activity_id }))}
                      >
                        <Trans>Cancel the meeting</Trans>
                      </Button>
                    ) : null}
                  </div>
                </li>
              ))}
          </ul>
          {may.append ? (
            <div className={styles.buttons}>
              <AgreeActivity file={file} mentoring_id={running[0]} />
              <Button
                variant="default"
                onClick={() =>
                  void tell(say('end_mentoring', { mentoring_id: running[0], said_by: 'person' }))
                }
              >
                <Trans>The person ends it</Trans>
              </Button>
            </div>
          ) : null}
        </>
      )}
    </Section>
  );
}

function ChooseMentor({ file }: { readonly file: CaseFile }) {
  const { t } = useLingui();
  const mentors = [...useColleagues().values()].filter(
    (one) => one.role === 'mentor' && one.active,
  );
  const initial = {
    ...{ account_id: '', called: file.person?.called ?? file.person?.name.given ?? '' },
    chosen: false,
  };
  if (mentors.length === 0) {
    return (
      <p className={styles.soft}>
        <Trans>No mentor has an account at this place yet.</Trans>
      </p>
    );
  }
  return (
    <CommandForm
      file={file}
      kind="choose_mentor"
      open={<Trans>The person chose a mentor</Trans>}
      initial={initial}
      body={({ chosen, ...value }) => ({
        ...{ ...value, mentoring_id: uuid() },
        chosen_by_person: chosen as true,
      })}
      paths={['account_id', 'called', 'chosen_by_person']}
    >
      {(value, change) => (
        <>
          <ChoiceField
            path="account_id"
            label={t`Mentor`}
            data={[
              { value: '', label: t`Please choose` },
              ...mentors.map((one) => ({ value: one.id, label: one.name })),
            ]}
            value={value.account_id}
            onChange={(event) => change({ account_id: event.currentTarget.value })}
          />
          <TextField
            path="called"
            label={t`How the mentor calls the person`}
            description={t`A first name, or the name that the person wishes.`}
            value={value.called}
            onChange={(event) => change({ called: event.currentTarget.value })}
          />
          <Tick
            path="chosen_by_person"
            checked={value.chosen}
            onChange={(chosen) => change({ chosen })}
          >
            <Trans>The person chose this mentor</Trans>
          </Tick>
        </>
      )}
    </CommandForm>
  );
}

function AgreeActivity(props: { readonly file: CaseFile; readonly mentoring_id: string }) {
  const { file, mentoring_id } = props;
  const { t } = useLingui();
  const initial = {
    ...{ what: '', on: dayAfter(file.situation.today, 7), at: '10:00', meeting_place: '' },
  };
  return (
    <CommandForm
      file={file}
      kind="agree_activity"
      about={mentoring_id}
      open={<Trans>Agree on a meeting</Trans>}
      initial={initial}
      body={(value) => ({ ...value, activity_id: uuid(), mentoring_id })}
      paths={['what', 'on', 'at', 'meeting_place']}
    >
      {(value, change) => (
        <>
          <CaseLine
            file={file}
            path="what"
            label={t`What they do together`}
            value={value.what}
            onChange={(text) => change({ what: text })}
          />
          <DayField
            path="on"
            label={t`Day`}
            value={value.on}
            onChange={(event) => change({ on: event.currentTarget.value })}
          />
          <TextField
            path="at"
            label={t`Time`}
            type="time"
            value={value.at}
            onChange={(event) => change({ at: event.currentTarget.value })}
          />
          <TextField
            path="meeting_place"
            label={t`Meeting place`}
            description={t`The mentor learns this place: a library, a market, a bus stop. Not the home.`}
            value={value.meeting_place}
            onChange={(event) => change({ meeting_place: event.currentTarget.value })}
          />
        </>
      )}
    </CommandForm>
  );
}
