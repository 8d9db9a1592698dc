import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconFileDownload, IconTableExport } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod';
import { csvOfRows, toTables } from '#domain/directory/hsds/to-tables.ts';
import type { Problem } from '#domain/problem.ts';
import { zipOf } from '#domain/zip.ts';
import { call } from '../http.ts';
import { ProblemText } from '../ui/problem-text.tsx';

const page = z.object({
  last_page: z.boolean(),
  contents: z.array(z.record(z.string(), z.unknown())),
});
type Records = z.infer<typeof page>['contents'];

type As = 'file' | 'tables';

/** The whole directory as HSDS 3, in one file or as tables, as others bring it in; never a confidential address. */
export function DirectoryFile() {
  const [busy, setBusy] = useState<As>();
  const [problem, setProblem] = useState<Problem>();
  async function take(as: As) {
    setBusy(as);
    const all = await everything();
    setBusy(undefined);
    setProblem('problem' in all ? all.problem : undefined);
    if ('problem' in all) return;
    if (as === 'file') saveFile(all.records);
    else saveTables(all.records);
  }
  return (
    <>
      <Button
        variant="default"
        loading={busy === 'file'}
        onClick={() => void take('file')}
        leftSection={<IconFileDownload size={20} aria-hidden />}
      >
        <Trans>Download as a file</Trans>
      </Button>
      <Button
        variant="default"
        loading={busy === 'tables'}
        onClick={() => void take('tables')}
        leftSection={<IconTableExport size={20} aria-hidden />}
      >
        <Trans>Download as tables</Trans>
      </Button>
      <ProblemText problem={problem} />
    </>
  );
}

/** Organisations with all that is theirs, page after page; nothing where one page did not come. */
async function everything(): Promise<{ records: Records } | { problem: Problem }> {
  const records: Records = [];
  for (let number = 1; ; number += 1) {
    const path = `/api/hsds/organizations?full=true&per_page=200&page=${number}`;
    const reply = await call(path, page, { patience: 60_000 });
    if (!reply.ok) return { problem: reply.problem };
    records.push(...reply.value.contents);
    if (reply.value.last_page) return { records };
  }
}

function saveFile(records: Records): void {
  const text = JSON.stringify(records, null, 2);
  save('directory.json', new Blob([text], { type: 'application/json' }));
}

/** The tables of HSDS as CSV in one ZIP. */
function saveTables(records: Records): void {
  const files = [...toTables(records)].map(([name, rows]) => ({
    ...{ name: `${name}.csv`, text: csvOfRows(rows) },
  }));
  save('directory.zip', new Blob([zipOf(files)], { type: 'application/zip' }));
}

function save(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
