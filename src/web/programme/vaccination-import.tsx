import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { vaccinationsOfModel } from '#domain/case/model-vaccination.ts';
import { CALENDAR_COLUMNS } from '#domain/case/vaccination-list.ts';
import type { Problem } from '#domain/problem.ts';
import styles from '../directory/directory.module.css';
import { WrongRows } from '../directory/wrong-rows.tsx';
import { call } from '../http.ts';
import { FilePick } from '../ui/file-pick.tsx';
import { labelIn } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import { DraftProblem } from './draft-problem.tsx';
import { withValue } from './model-document.ts';
import { useDraftActs } from './use-model-draft.ts';

const read = z.object({
  doses: vaccinationsOfModel.shape.doses,
  left_out: z.array(z.string()),
});

/** The country's own calendar from a table: read first, looked at, then put into the draft. */
export function VaccinationImport() {
  const { i18n } = useLingui();
  const { save } = useDraftActs();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [found, setFound] = useState<z.infer<typeof read>>();
  const [kept, setKept] = useState<{ readonly problem?: Problem | undefined }>();

  async function send(file: File) {
    setFound(undefined);
    setKept(undefined);
    if (file.size > 5_000_000) return setProblem({ code: 'too_large' });
    if (file.size === 0) return setProblem({ code: 'file_empty' });
    setBusy(true);
    const body = new FormData();
    body.append('file', file);
    const reply = await call('/api/model/vaccinations/read', read, { method: 'POST', body });
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
    if (reply.ok) setFound(reply.value);
  }
  async function keep(doses: z.infer<typeof read>['doses']) {
    setKept({ problem: await save((now) => withValue(now, 'vaccinations.doses', doses)) });
    setFound(undefined);
  }
  const rows = problem?.fields?.filter((field) => field.path.startsWith('rows.')) ?? [];
  const count = found?.doses.length ?? 0;
  const left = found?.left_out.join(', ') ?? '';
  return (
    <>
      <p style={{ marginBlockStart: 0 }}>
        <Trans>
          The country’s own calendar as a table (CSV) or a workbook (XLSX), one line a dose, in its
          order. It is read first and changes nothing; then you put it into the draft.
        </Trans>
      </p>
      <pre className={styles.sample} dir="ltr" style={{ whiteSpace: 'pre-wrap' }}>
        {CALENDAR_COLUMNS.map(({ name }) => name).join(', ')}
      </pre>
      <div className={parts.buttons}>
        <FilePick accept=".csv,.tsv,.txt,.xlsx" busy={busy} onPick={(file) => void send(file)}>
          <Trans>Choose a file</Trans>
        </FilePick>
      </div>
      {rows.length > 0 ? <WrongRows problem={problem} /> : <ProblemText problem={problem} />}
      {kept === undefined ? null : kept.problem === undefined ? (
        <Notice>
          <Trans>The calendar stands in the draft.</Trans>
        </Notice>
      ) : (
        <DraftProblem problem={kept.problem} />
      )}
      {found === undefined ? null : (
        <Notice>
          <Trans>Doses that were read: {count}</Trans>
          {left === '' ? null : (
            <div>
              <Trans>Left out, because their headings are not known: {left}</Trans>
            </div>
          )}
          <ol style={{ marginBlock: '0.4rem', paddingInlineStart: '1.4rem' }}>
            {found.doses.map(({ code, labels, from_months: months }) => (
              <li key={code}>
                {labelIn(i18n.locale, labels)}{' '}
                <span className={parts.soft}>
                  <Trans>from {months} months</Trans>
                </span>
              </li>
            ))}
          </ol>
          <div className={parts.buttons}>
            <Button onClick={() => void keep(found.doses)}>
              <Trans>Put it into the draft</Trans>
            </Button>
          </div>
        </Notice>
      )}
    </>
  );
}
