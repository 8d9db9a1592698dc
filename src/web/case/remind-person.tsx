import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCalendarDown, IconMessage2 } from '@tabler/icons-react';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { reminderWays } from '#domain/case/appointment-reminder.ts';
import { minutesAt } from '#domain/case/calendar.ts';
import { calendarFile } from '#domain/case/calendar-file.ts';
import { printLanguageOf } from '#domain/print/language.ts';
import { dayAt } from '#domain/zone.ts';
import { ContactLines } from '../people/contact-lines.tsx';
import { useI18nOf } from '../print/use-i18n-of.ts';
import { formatDay } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import { Notice } from '../ui/problem-text.tsx';
import type { Appointment } from './appointments-section.tsx';
import type { CaseFile } from './case-file.ts';
import { useZoneOf } from './use-zone.ts';

/** A neutral word for a calendar and a text: other eyes see both. */
const NEUTRAL = msg`Appointment`;

interface RemindProps {
  readonly file: CaseFile;
  readonly one: Appointment;
}

/** What a person takes along of an appointment: an entry for their own calendar, or a text that says nothing. */
export function RemindPerson({ file, one }: RemindProps) {
  const [shown, setShown] = useState(false);
  const { i18n } = useLingui();
  const words = useWords(file);
  const zone = useZoneOf(file, serviceOf(one));
  function save() {
    const { now } = file.situation;
    const title = (words ?? i18n)._(NEUTRAL);
    const text = calendarFile({ uid: uuid(), at: one.at, title, now, zone });
    const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = '1.ics';
    link.click();
    URL.revokeObjectURL(url);
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconMessage2 size={20} aria-hidden />}
        aria-expanded={shown}
        onClick={() => setShown(!shown)}
      >
        <Trans>Remind the person</Trans>
      </Button>
      <Button
        variant="default"
        leftSection={<IconCalendarDown size={20} aria-hidden />}
        onClick={save}
      >
        <Trans>Calendar file</Trans>
      </Button>
      {shown ? <Reminder file={file} one={one} /> : null}
    </>
  );
}

function serviceOf(one: Appointment): string | undefined {
  return one.with.kind === 'service' ? one.with.service_id : undefined;
}

/** The hour on the wall of the place. */
function clockAt(at: string, zone: string): string {
  const minutes = minutesAt(at, zone);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The words of the language that the person speaks first; those of the screen while they are loaded. */
function useWords(file: CaseFile) {
  const { i18n } = useLingui();
  const spoken = file.person?.languages ?? [];
  return useI18nOf(printLanguageOf(spoken) ?? printLanguageOf([i18n.locale]) ?? 'ru');
}

function Reminder({ file, one }: RemindProps) {
  const words = useWords(file);
  const zone = useZoneOf(file, serviceOf(one));
  const [copied, setCopied] = useState(false);
  const contacts = file.person?.contacts ?? [];
  const { written, spoken } = reminderWays(contacts);
  if (words === undefined) return null;
  const when = `${formatDay(words.locale, dayAt(one.at, zone))}, ${clockAt(one.at, zone)}`;
  const text = words._(msg`Hello. A reminder: ${when}. If it does not suit, please call.`);
  async function copy() {
    // Refused by the browser: the text stands there to be taken by hand.
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied(done);
  }
  return (
    <div className={styles.form} style={{ inlineSize: '100%' }}>
      {written.length + spoken.length === 0 ? (
        <Notice>
          <Trans>No safe way to this person is known. Please remind them when you meet.</Trans>
        </Notice>
      ) : null}
      {written.length === 0 ? null : (
        <div>
          <Trans>In writing only here:</Trans>
          <ContactLines contacts={written} />
        </div>
      )}
      {spoken.length === 0 ? null : (
        <div>
          <Trans>
            To be read out here, at the times that stand beside it; the code word first:
          </Trans>
          <ContactLines contacts={spoken} />
        </div>
      )}
      <p className={styles.quote} lang={words.locale}>
        {text}
      </p>
      <div className={styles.soft}>
        <Trans>The text says neither what it is about nor who sends it. Add nothing to it.</Trans>
      </div>
      {written.length === 0 ? null : (
        <div className={styles.buttons}>
          <Button variant="default" onClick={() => void copy()}>
            {copied ? <Trans>Copied</Trans> : <Trans>Copy the text</Trans>}
          </Button>
        </div>
      )}
    </div>
  );
}
