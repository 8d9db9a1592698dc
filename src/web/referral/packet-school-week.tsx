import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { mondayOf, type SentWeek } from '#domain/case/schooling-state.ts';
import type { Problem } from '#domain/problem.ts';
import { labelOf } from '../case/labels.ts';
import { freshWeek, WeekFields, weekBody } from '../case/week-fields.tsx';
import { FieldProblems, otherProblems } from '../ui/field.tsx';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import { today } from '../ui/today.ts';
import { usePacketWords } from './use-packets.ts';

interface PacketSchoolWeekProps {
  /** What the school sent before, as it stands. */
  readonly weeks: readonly SentWeek[];
  readonly say: (week: ReturnType<typeof weekBody>) => Promise<Problem | undefined>;
}

/** A school says how the week was: days, and a plain reason. No marks, no conduct, no words. */
export function PacketSchoolWeek({ weeks, say }: PacketSchoolWeekProps) {
  const { i18n } = useLingui();
  const { absence_reasons } = usePacketWords();
  const [last, setLast] = useState<string>();
  const told = weeks.map(({ week }) => week);
  const [value, setValue] = useState(() => freshWeek(today(), told));
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  async function send(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const said = await say(weekBody(value));
    setBusy(false);
    setProblem(said);
    if (said !== undefined) return;
    setLast(value.week);
    setValue(freshWeek(today(), [...told, value.week], Number(value.days)));
  }
  const day = formatDay(i18n.locale, last ?? mondayOf(today()));
  return (
    <Section title={<Trans>How the week was</Trans>}>
      <p className={parts.soft} style={{ marginBlockStart: 0 }}>
        <Trans>
          Only how many days the child was there. Said again, the later word holds. Each answer
          keeps this request open to you.
        </Trans>
      </p>
      {last === undefined ? null : (
        <Notice>
          <Trans>Thank you. The week of {day} is written down.</Trans>
        </Notice>
      )}
      <FieldProblems problem={problem}>
        <form className={parts.form} onSubmit={send} noValidate>
          <WeekFields
            value={value}
            change={(patch) => setValue({ ...value, ...patch })}
            today={today()}
            noted={told}
            reasons={absence_reasons}
          />
          <ProblemText problem={otherProblems(problem, ['week', 'absent', 'present', 'reasons'])} />
          <div className={parts.buttons}>
            <Button type="submit" loading={busy}>
              <Trans>Send the week</Trans>
            </Button>
          </div>
        </form>
      </FieldProblems>
      <SentWeeks weeks={weeks} />
    </Section>
  );
}

/** The weeks that this school sent, the latest first, so that it sees what it said. */
function SentWeeks({ weeks }: Pick<PacketSchoolWeekProps, 'weeks'>) {
  const { i18n } = useLingui();
  const { absence_reasons } = usePacketWords();
  if (weeks.length === 0) return null;
  return (
    <>
      <h3 style={{ marginBlock: '1.1rem 0.25rem', fontSize: '1.0625rem' }}>
        <Trans>Weeks that you sent</Trans>
      </h3>
      <ul className={parts.list}>
        {weeks.toReversed().map(({ week, present, absent, reasons }) => {
          const day = formatDay(i18n.locale, week);
          const days = present + absent;
          const why = reasons.map((one) => labelOf(i18n.locale, absence_reasons, one)).join(', ');
          return (
            <li key={week}>
              <Trans>
                Week of {day}: there on {present} of {days} days
              </Trans>
              {why === '' ? null : <div className={parts.soft}>{why}</div>}
            </li>
          );
        })}
      </ul>
    </>
  );
}
