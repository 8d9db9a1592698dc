import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { COURSE_COLUMNS } from '#domain/course/course-file.ts';
import type { Problem } from '#domain/problem.ts';
import styles from '../directory/directory.module.css';
import { WrongRows } from '../directory/wrong-rows.tsx';
import { call } from '../http.ts';
import { FilePick } from '../ui/file-pick.tsx';
import parts from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';

const brought = z.object({ added: z.int(), changed: z.int(), unchanged: z.int() });

/** Brings in a file of courses: all of it, or none with every wrong cell named. */
export function CourseImport({ close }: { readonly close: () => void }) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [result, setResult] = useState<z.infer<typeof brought>>();

  async function send(file: File) {
    setResult(undefined);
    if (file.size > 5_000_000) return setProblem({ code: 'too_large' });
    if (file.size === 0) return setProblem({ code: 'file_empty' });
    setBusy(true);
    const body = new FormData();
    body.append('file', file);
    const reply = await call('/api/courses/import', brought, {
      ...{ method: 'POST', body, patience: 60_000 },
    });
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
    if (!reply.ok) return;
    setResult(reply.value);
    await queries.invalidateQueries({ queryKey: ['directory', 'courses'] });
  }
  const { added = 0, changed = 0, unchanged = 0 } = result ?? {};
  const rows = problem?.fields?.filter((field) => field.path.startsWith('rows.')) ?? [];
  return (
    <>
      <p style={{ marginBlockStart: 0 }}>
        <Trans>
          A table (CSV) or a workbook (XLSX) with one line a course. The first line has the names of
          the columns. The provider and the place are said by their codes. A course whose code is
          known is changed.
        </Trans>
      </p>
      <pre className={styles.sample} dir="ltr" style={{ whiteSpace: 'pre-wrap' }}>
        {COURSE_COLUMNS.join(', ')}
      </pre>
      <div className={parts.buttons}>
        <FilePick
          accept=".csv,.tsv,.txt,.xlsx"
          busy={busy}
          variant="filled"
          onPick={(file) => void send(file)}
        >
          <Trans>Choose a file</Trans>
        </FilePick>
        <Button variant="subtle" onClick={close}>
          <Trans>Close</Trans>
        </Button>
      </div>
      <div style={{ marginBlockStart: '0.9rem' }}>
        {result === undefined ? null : (
          <Notice>
            <Trans>
              Done: {added} new, {changed} changed, {unchanged} as before.
            </Trans>
          </Notice>
        )}
        <ProblemText problem={rows.length === 0 ? problem : undefined} />
        {rows.length === 0 ? null : <WrongRows problem={problem} />}
      </div>
    </>
  );
}
