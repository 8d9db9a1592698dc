import { Trans } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import type { Problem } from '#domain/problem.ts';
import { call } from '../http.ts';
import { FilePick } from '../ui/file-pick.tsx';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import styles from './directory.module.css';
import { WrongRows } from './wrong-rows.tsx';

const done = z.object({ added: z.int(), changed: z.int(), unchanged: z.int() });

/** Brings in a file of places: all of it, or none with every wrong row named. */
export function PlaceImport() {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [result, setResult] = useState<z.infer<typeof done>>();

  async function send(file: File) {
    setBusy(true);
    setResult(undefined);
    const csv = await textOf(file);
    if (csv.length > 900_000) {
      setBusy(false);
      return setProblem({ code: 'too_large' });
    }
    if (csv === '') {
      setBusy(false);
      return setProblem({ code: 'file_empty' });
    }
    const reply = await call('/api/places', done, { method: 'POST', body: { csv } });
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
    if (!reply.ok) return;
    setResult(reply.value);
    await queries.invalidateQueries({ queryKey: ['directory', 'places'] });
  }
  const { added = 0, changed = 0, unchanged = 0 } = result ?? {};
  const rows = problem?.fields?.filter((field) => field.path.startsWith('rows.')) ?? [];
  return (
    <>
      <p style={{ marginBlockStart: 0 }}>
        <Trans>
          A CSV file with one line a place: its code, the code of the place that it belongs to, its
          level, and its names. Known places can be renamed but not moved. Where clocks differ
          within the country, a column time_zone says so, for example Asia/Almaty.
        </Trans>
      </p>
      <pre className={styles.sample} dir="ltr">
        {`code,parent,level,name_en,name_ru,name_uz
AB12,,country,Zarafshon,Зарафшан,Zarafshon
CD34,AB12,region,Green Valley,Зелёная долина,Yashil vodiy
EF56,CD34,district,River Bank,Береговой,Daryo boʻyi`}
      </pre>
      <FilePick
        accept=".csv,text/csv"
        busy={busy}
        variant="filled"
        onPick={(file) => void send(file)}
      >
        <Trans>Choose a file</Trans>
      </FilePick>
      <div style={{ marginBlockStart: '0.9rem' }}>
        {result === undefined ? null : (
          <Notice>
            <Trans>
              Done: {added} new, {changed} renamed, {unchanged} as before.
            </Trans>
          </Notice>
        )}
        <ProblemText problem={rows.length === 0 ? problem : undefined} />
        {rows.length === 0 ? null : <WrongRows problem={problem} />}
      </div>
    </>
  );
}

/** UTF-8, or Windows-1251 where the bytes are not UTF-8. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}
