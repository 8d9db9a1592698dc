import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { mondayOf } from '#domain/case/schooling-state.ts';
import type { Problem } from '#domain/problem.ts';
import parts from '../case/case.module.css';
import { freshWeek, WeekFields, weekBody } from '../case/week-fields.tsx';
import { FieldProblems, otherProblems } from '../ui/field.tsx';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import { type Packet, usePacketWords, useSayOfPacket } from './use-packets.ts';

/** A school says how the week was: days, and a plain reason. No marks, no conduct, no words. */
export function PacketSchoolWeek({ packet }: { readonly packet: Packet }) {
  const { i18n } = useLingui();
  const { absence_reasons } = usePacketWords();
  const say = useSayOfPacket(packet.case_id);
  const today = new Intl.DateTimeFormat('en-CA').format(new Date());
  const [told, setTold] = useState<readonly string[]>([]);
  const [value, setValue] = useState(() => freshWeek(today, []));
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  async function send(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const body = { referral_id: packet.referral_id, ...weekBody(value) };
    const said = await say({ kind: 'answer_school_week', body });
    setBusy(false);
    setProblem(said);
    if (said !== undefined) return;
    const known = [...told, value.week];
    setTold(known);
    setValue(freshWeek(today, known, Number(value.days)));
  }
  const last = told.at(-1);
  const day = formatDay(i18n.locale, last ?? mondayOf(today));
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
            today={today}
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
    </Section>
  );
}
