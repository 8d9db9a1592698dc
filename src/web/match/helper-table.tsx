import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { helperTask } from '#domain/match/helper-round.ts';
import type { TableTask } from '#domain/match/helper-table.ts';
import type { Problem } from '#domain/problem.ts';
import styles from '../directory/directory.module.css';
import { WrongRows } from '../directory/wrong-rows.tsx';
import { call } from '../http.ts';
import { FilePick } from '../ui/file-pick.tsx';
import { Notice, ProblemText } from '../ui/problem-text.tsx';

const SAMPLE = `number, load, Car 1, Car 2
capacity, , 4, 8
K7P3-Q2ZM, 3, 12, 20
R4TT-8W2C, 1, , 9`;
const answer = helperTask.omit({ waiting_cost: true });

interface HelperTableProps {
  readonly table: TableTask | undefined;
  readonly onRead: (table: TableTask | undefined) => void;
}

/** The table of who could take on whom: read whole, or every wrong cell named. */
export function HelperTable({ table, onRead }: HelperTableProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function send(file: File) {
    onRead(undefined);
    if (file.size > 5_000_000) return setProblem({ code: 'too_large' });
    if (file.size === 0) return setProblem({ code: 'file_empty' });
    setBusy(true);
    const body = new FormData();
    body.append('file', file);
    const reply = await call('/api/helper-rounds/table', answer, {
      ...{ method: 'POST', body, patience: 60_000 },
    });
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
    if (reply.ok) onRead(reply.value);
  }
  const rows = problem?.fields?.filter((field) => field.path.startsWith('rows.')) ?? [];
  const [people, helpers, pairs] = [
    ...[table?.requests.length ?? 0, table?.helpers.length ?? 0, table?.pairs.length ?? 0],
  ];
  return (
    <div>
      <p style={{ marginBlockStart: 0 }}>
        <Trans>
          A table (CSV) or a workbook (XLSX): one line for each file by its number, one column for
          each helper by a code, and in the cells what it costs. An empty cell: not possible. The
          row “capacity” says how much each can take on, the column “load” how much of that a file
          takes, for example seats for a mother and two children.
        </Trans>
      </p>
      <pre className={styles.sample} dir="ltr" style={{ whiteSpace: 'pre-wrap' }}>
        {SAMPLE}
      </pre>
      <FilePick accept=".csv,.tsv,.txt,.xlsx" busy={busy} onPick={(file) => void send(file)}>
        {table === undefined ? <Trans>Choose a file</Trans> : <Trans>Choose another file</Trans>}
      </FilePick>
      <div style={{ marginBlockStart: '0.9rem' }}>
        {table === undefined ? null : (
          <Notice>
            <Trans>
              Read. Files: {people}, helpers: {helpers}, possible together: {pairs}.
            </Trans>
          </Notice>
        )}
        <ProblemText problem={rows.length === 0 ? problem : undefined} />
        {rows.length === 0 ? null : <WrongRows problem={problem} />}
      </div>
    </div>
  );
}
