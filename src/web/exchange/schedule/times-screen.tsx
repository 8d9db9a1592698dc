import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { daysBetween, instantOf } from '#domain/exchange/schedule/wall-clock.ts';
import type { Problem } from '#domain/problem.ts';
import { localTimeAt } from '#domain/zone.ts';
import { useAsk } from '../../ask.ts';
import { call } from '../../http.ts';
import { Answered } from '../../ui/answered.tsx';
import { formatWeekday } from '../../ui/format.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Notice, ProblemText } from '../../ui/problem-text.tsx';
import { useParticipant } from '../use-participant.ts';
import { zoneName } from './clock.ts';
import { EditionChoice } from './edition-choice.tsx';
import styles from './schedule.module.css';

const times = z.object({
  times: z.array(z.object({ from: z.string(), until: z.string() })),
  edition: z.object({ slug: z.string(), starts_on: z.string(), ends_on: z.string() }),
});
type Times = z.infer<typeof times>;

/** When one can take part, on one's own clock; the organiser sees it while the timetable is made. */
export function TimesScreen() {
  const { t } = useLingui();
  return (
    <Page
      title={t`My times`}
      intro={
        <Trans>
          When you can take part. Only the organisers see it. Nothing said means: at any time.
        </Trans>
      }
    >
      <EditionChoice>{(slug) => <OfEdition slug={slug} />}</EditionChoice>
    </Page>
  );
}

function OfEdition({ slug }: { readonly slug: string }) {
  const me = useParticipant();
  const path = `/api/exchange/editions/${slug}/availability/${me.id}`;
  const asked = useAsk(['exchange', 'times', slug], path, times);
  return (
    <Answered asked={asked}>
      {(value) => <TimesForm value={value} path={path} zone={me.time_zone} />}
    </Answered>
  );
}

interface TimesFormProps {
  readonly value: Times;
  readonly path: string;
  readonly zone: string;
}

function TimesForm({ value, path, zone }: TimesFormProps) {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const { starts_on, slug } = value.edition;
  const [rows, setRows] = useState(() => rowsOf(value, zone));
  const [problem, setProblem] = useState<Problem>();
  const [saved, setSaved] = useState(false);
  const change = (id: string, patch: Partial<Row>) => {
    setSaved(false);
    setRows(rows.map((row) => (row.id === id ? { ...row, ...patch } : row)));
  };

  async function submit(event: FormEvent) {
    event.preventDefault();
    const said = rows.filter(({ from, until }) => from !== '' && until !== '');
    const body = {
      times: said.map(({ day, from, until }) => ({
        from: instantOf(`${day}T${from}`, zone),
        until: instantOf(`${day}T${until}`, zone),
      })),
    };
    const reply = await call(path, z.unknown(), { method: 'PUT', body });
    setProblem(reply.ok ? undefined : reply.problem);
    setSaved(reply.ok);
    if (reply.ok) await queries.invalidateQueries({ queryKey: ['exchange', 'times', slug] });
  }

  return (
    <Section title={<Trans>On your clock: {zoneName(zone, `${starts_on}T00:00:00.000Z`)}</Trans>}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {rows.map((row) => (
            <fieldset
              key={row.id}
              className={styles.row}
              style={{ border: 0, margin: 0, padding: 0 }}
            >
              <legend>{formatWeekday(i18n.locale, row.day)}</legend>
              <TextInput
                type="time"
                label={t`From what time`}
                value={row.from}
                onChange={(event) => change(row.id, { from: event.currentTarget.value })}
              />
              <TextInput
                type="time"
                label={t`Until what time`}
                value={row.until}
                onChange={(event) => change(row.id, { until: event.currentTarget.value })}
              />
            </fieldset>
          ))}
          <ProblemText problem={problem} />
          {saved ? (
            <div role="status">
              <Notice>
                <Trans>Saved.</Trans>
              </Notice>
            </div>
          ) : null}
          <Button type="submit">
            <Trans>Save</Trans>
          </Button>
        </Stack>
      </form>
    </Section>
  );
}

interface Row {
  /** Stays while the line is typed in. */
  readonly id: string;
  readonly day: string;
  readonly from: string;
  readonly until: string;
}

/** One line a day of the reader's clock; what was said of other days stays. */
function rowsOf({ times: said, edition }: Times, zone: string): readonly Row[] {
  const known = said.map(({ from, until }) => ({
    id: from,
    day: localTimeAt(from, zone).slice(0, 10),
    from: localTimeAt(from, zone).slice(11),
    until: localTimeAt(until, zone).slice(11),
  }));
  const days = daysBetween(edition.starts_on, edition.ends_on);
  const missing = days.filter((day) => !known.some((row) => row.day === day));
  return [...known, ...missing.map((day) => ({ id: day, day, from: '', until: '' }))].sort((a, b) =>
    a.day.localeCompare(b.day),
  );
}
