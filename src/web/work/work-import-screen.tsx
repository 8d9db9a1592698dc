import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import type { Problem } from '#domain/problem.ts';
import { DEMAND_KINDS, type DemandKind, demandSources } from '#domain/work/demand.ts';
import { useAsk } from '../ask.ts';
import { Choice } from '../case/choice.tsx';
import directory from '../directory/directory.module.css';
import { WrongRows } from '../directory/wrong-rows.tsx';
import { call } from '../http.ts';
import { Answered } from '../ui/answered.tsx';
import { DayField, FieldProblems, otherProblems, TextField, unfilled } from '../ui/field.tsx';
import { FilePick } from '../ui/file-pick.tsx';
import { formatDay } from '../ui/format.ts';
import { Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import { DEMAND_KIND_WORDS } from './demand-words.ts';
import { WorkLinks } from './work-links.tsx';

const imported = z.object({
  ...{ added: z.int(), changed: z.int(), unchanged: z.int() },
  words_only: z.int().optional(),
  left_out: z.array(z.string()),
});
type Imported = z.infer<typeof imported>;
type What = 'demand' | 'vacancies';

/** Figures of the labour market and lists of vacancies come in from a file: tried first, then whole or not at all. */
export function WorkImportScreen() {
  const { t } = useLingui();
  const [what, setWhat] = useState<What>('demand');
  return (
    <Page
      title={t`Bring in a file`}
      intro={
        <Trans>
          A workbook (XLSX) or a text file with columns (CSV). It is tried first. It comes in whole,
          or not at all where a row is wrong.
        </Trans>
      }
    >
      <WorkLinks />
      <Section title={<Trans>What is in the file</Trans>}>
        <Choice
          path="what"
          legend={<Trans>What is in the file</Trans>}
          quiet
          options={[
            { value: 'demand', label: <Trans>Figures of the labour market</Trans> },
            { value: 'vacancies', label: <Trans>Vacancies</Trans> },
          ]}
          value={what}
          onChange={setWhat}
        />
      </Section>
      <FileForm key={what} what={what} />
      {what === 'demand' ? <Sources /> : null}
    </Page>
  );
}

function FileForm({ what }: { readonly what: What }) {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const [from, setFrom] = useState({ source: '', as_of: '', kind: 'need' as DemandKind });
  const [file, setFile] = useState<File>();
  const [tried, setTried] = useState<Imported>();
  const [done, setDone] = useState<Imported>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const change = (patch: Partial<typeof from>) => {
    setFrom({ ...from, ...patch });
    setTried(undefined);
    setProblem(undefined);
  };

  async function send(chosen: File, trial: boolean) {
    const { source, as_of, kind } = from;
    const empty = unfilled(what === 'demand' ? { source, as_of } : { source });
    if (empty !== undefined) return setProblem(empty);
    setBusy(true);
    setDone(undefined);
    const search = new URLSearchParams({
      ...{ source, trial: String(trial) },
      ...(what === 'demand' ? { as_of, kind } : {}),
    });
    const body = new FormData();
    body.append('file', chosen);
    const reply = await call(`/api/${what}/import?${search}`, imported, {
      ...{ method: 'POST', patience: 120_000, body },
    });
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
    setTried(reply.ok && trial ? reply.value : undefined);
    if (!reply.ok || trial) return;
    setDone(reply.value);
    setFile(undefined);
    await queries.invalidateQueries({ queryKey: [what] });
  }
  const rows = problem?.fields?.filter((field) => field.path.startsWith('rows.')) ?? [];
  return (
    <FieldProblems problem={problem}>
      <Section title={<Trans>Where it is from</Trans>}>
        <div className={parts.stack}>
          <div className={parts.pair}>
            <TextField
              path="source"
              label={t`Source`}
              description={t`Who published it: a ministry, an employment service.`}
              value={from.source}
              onChange={(event) => change({ source: event.currentTarget.value })}
            />
            {what === 'demand' ? (
              <DayField
                path="as_of"
                label={t`Published on`}
                value={from.as_of}
                onChange={(event) => change({ as_of: event.currentTarget.value })}
              />
            ) : null}
          </div>
          {what === 'demand' ? (
            <Choice
              path="kind"
              legend={<Trans>What is counted, where no column says it</Trans>}
              options={DEMAND_KINDS.map((one) => ({
                ...{ value: one, label: i18n._(DEMAND_KIND_WORDS[one]) },
              }))}
              value={from.kind}
              onChange={(kind) => change({ kind })}
            />
          ) : null}
        </div>
      </Section>
      <Section title={<Trans>The file</Trans>}>
        <p style={{ marginBlockStart: 0 }}>
          <Trans>
            The first line names the columns, in English, Russian or Uzbek. For example:
          </Trans>
        </p>
        <pre className={directory.sample} dir="ltr">
          {what === 'demand' ? DEMAND_SAMPLE : VACANCY_SAMPLE}
        </pre>
        <div className={parts.buttons}>
          <FilePick
            accept=".csv,.xlsx,.txt"
            busy={busy}
            variant={tried === undefined ? 'filled' : 'default'}
            onPick={(chosen) => {
              setFile(chosen);
              void send(chosen, true);
            }}
          >
            <Trans>Choose a file</Trans>
          </FilePick>
          {file === undefined ? null : <bdi className={parts.soft}>{file.name}</bdi>}
          {file !== undefined && tried === undefined && !busy ? (
            <Button variant="default" onClick={() => void send(file, true)}>
              <Trans>Try again</Trans>
            </Button>
          ) : null}
        </div>
        {tried === undefined || file === undefined ? null : (
          <>
            <p>
              <Trans>Tried, nothing is written yet:</Trans>
            </p>
            <Counts counts={tried} />
            <Button loading={busy} onClick={() => void send(file, false)}>
              <Trans>Bring it in</Trans>
            </Button>
          </>
        )}
        {done === undefined ? null : (
          <Notice>
            <Trans>It is brought in.</Trans>
            <Counts counts={done} />
          </Notice>
        )}
        {rows.length === 0 ? null : <WrongRows problem={problem} />}
        <ProblemText
          problem={rows.length === 0 ? otherProblems(problem, ['source', 'as_of']) : undefined}
        />
      </Section>
    </FieldProblems>
  );
}

const DEMAND_SAMPLE = `occupation;place;period;value
7533;D9XFQ;2026;1540
nonvoy;Toshkent shahri;2026;80`;
const VACANCY_SAMPLE = `title;employer;place;valid_until;reference;hours;pay_from;pay_currency
tikuvchi;Atlas;Chilonzor tumani;2026-12-31;17;full;2500000;UZS`;

function Counts({
  counts: { added, changed, unchanged, words_only = 0, left_out },
}: {
  readonly counts: Imported;
}) {
  const columns = left_out.join(', ');
  return (
    <ul className={parts.list}>
      <li>
        <Trans>
          {added} new, {changed} changed, {unchanged} as before
        </Trans>
      </li>
      {words_only === 0 ? null : (
        <li>
          <Trans>Found by their words alone, as no occupation is called so: {words_only}</Trans>
        </li>
      )}
      {left_out.length === 0 ? null : (
        <li>
          <Trans>Columns that mean nothing here and stay outside: {columns}</Trans>
        </li>
      )}
    </ul>
  );
}

/** What has come in, and a way to take away what came in by mistake. */
function Sources() {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const asked = useAsk(['demand', 'sources'], '/api/demand/sources', demandSources);
  async function remove(source: string, as_of: string) {
    const search = new URLSearchParams({ source, as_of });
    const reply = await call(`/api/demand/sources?${search}`, z.object({}), { method: 'DELETE' });
    setProblem(reply.ok ? undefined : reply.problem);
    if (reply.ok) await queries.invalidateQueries({ queryKey: ['demand'] });
  }
  return (
    <Answered asked={asked}>
      {({ sources }) =>
        sources.length === 0 ? null : (
          <Section title={<Trans>What has come in</Trans>}>
            <ProblemText problem={problem} />
            <ul className={parts.list}>
              {sources.map(({ source, as_of, figures }) => (
                <li key={`${source} ${as_of}`} className={parts.item}>
                  <div>
                    <bdi>{source}</bdi>, {formatDay(i18n.locale, as_of)}{' '}
                    <span className={parts.soft}>
                      <Trans>figures: {figures}</Trans>
                    </span>
                  </div>
                  <Button variant="default" onClick={() => void remove(source, as_of)}>
                    <Trans>Take away</Trans>
                  </Button>
                </li>
              ))}
            </ul>
          </Section>
        )
      }
    </Answered>
  );
}
