import { Trans, useLingui } from '@lingui/react/macro';
import { Button, FileInput } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { arrivalList } from '#domain/arrival/list.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../http.ts';
import { ProblemText } from '../ui/problem-text.tsx';
import styles from './arrival.module.css';

/** Largest file that the server takes, in bytes: looked at here too, before it is sent for minutes. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Chooses and sends a file; on success goes to the new list. */
export function Upload() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  async function send(event: FormEvent) {
    event.preventDefault();
    if (file === null) return;
    if (file.size > MOST_BYTES) return setProblem({ code: 'too_large' });
    if (file.size === 0) return setProblem({ code: 'file_empty' });
    setBusy(true);
    setProblem(undefined);
    const body = new FormData();
    body.append('file', file);
    const options = { method: 'POST', body, patience: 300_000 } as const;
    const reply = await call('/api/arrival-lists', arrivalList, options);
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    void queries.invalidateQueries({ queryKey: ['arrival-lists'] });
    await navigate({ to: '/arrivals/$id', params: { id: reply.value.id } });
  }

  return (
    <form className={styles.stack} onSubmit={(event) => void send(event)}>
      <FileInput
        label={t`File with the arrival list (CSV up to 32 MB, XLSX up to 20 MB)`}
        description={t`The file is kept sealed for 24 hours at most and is gone after the import.`}
        placeholder={t`Choose a file`}
        leftSection={<IconFileSpreadsheet size={20} aria-hidden />}
        accept=".csv,.tsv,.txt,.xlsx"
        value={file}
        onChange={(chosen) => {
          setFile(chosen);
          setProblem(undefined);
        }}
      />
      <ProblemText problem={problem} />
      <div>
        <Button
          type="submit"
          loading={busy}
          disabled={file === null}
          aria-label={t`Upload the list`}
        >
          <Trans>Upload</Trans>
        </Button>
      </div>
    </form>
  );
}
