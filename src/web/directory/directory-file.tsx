import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod';
import type { Problem } from '#domain/problem.ts';
import { call } from '../http.ts';
import { ProblemText } from '../ui/problem-text.tsx';

const page = z.object({
  last_page: z.boolean(),
  contents: z.array(z.record(z.string(), z.unknown())),
});
type Records = z.infer<typeof page>['contents'];

/** The whole directory as one file of HSDS 3, as others bring it in; never a confidential address. */
export function DirectoryFile() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  async function take() {
    setBusy(true);
    const all = await everything();
    setBusy(false);
    setProblem('problem' in all ? all.problem : undefined);
    if ('records' in all) save(all.records);
  }
  return (
    <>
      <Button
        variant="default"
        loading={busy}
        onClick={take}
        leftSection={<IconFileDownload size={20} aria-hidden />}
      >
        <Trans>Download as a file</Trans>
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

function save(records: Records): void {
  const text = JSON.stringify(records, null, 2);
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'directory.json';
  link.click();
  URL.revokeObjectURL(url);
}
