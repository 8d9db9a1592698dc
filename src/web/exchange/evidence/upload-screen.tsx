import { Trans, useLingui } from '@lingui/react/macro';
import { FileInput } from '@mantine/core';
import { IconFileTypeCsv } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type EvidenceCase,
  type EvidencePreview,
  evidenceCase,
  evidencePreview,
} from '#domain/exchange/evidence/evidence-table.ts';
import { mayBePublished } from '#domain/exchange/evidence/finding.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../../ask.ts';
import { call } from '../../http.ts';
import { Answered } from '../../ui/answered.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Notice, ProblemText } from '../../ui/problem-text.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { Findings } from './findings.tsx';
import { PreviewTable } from './preview-table.tsx';
import { UploadForm } from './upload-form.tsx';

const MOST_BYTES = 3_000_000;

/** A file for a new table: it is looked at first, and kept only where nobody can be seen in it. */
export function EvidenceUploadScreen() {
  const { t } = useLingui();
  return (
    <Page title={t`Add a table`} wide>
      <Upload known={null} />
    </Page>
  );
}

/** A file for a new version of a table. */
export function EvidenceVersionScreen() {
  const { t } = useLingui();
  const { id } = useParams({ strict: false });
  const asked = useAsk(
    ['exchange', 'evidence', 'one', id],
    `/api/exchange/evidence/${id}`,
    evidenceCase,
  );
  return (
    <Page title={t`Add a new version`} wide>
      <Answered asked={asked}>{(known) => <Upload known={known} />}</Answered>
    </Page>
  );
}

function Upload({ known }: { readonly known: EvidenceCase | null }) {
  const { t } = useLingui();
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<EvidencePreview>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  async function look(chosen: File | null) {
    setFile(chosen);
    setPreview(undefined);
    setProblem(undefined);
    if (chosen === null) return;
    if (chosen.size > MOST_BYTES) return setProblem({ code: 'too_large' });
    if (chosen.size === 0) return setProblem({ code: 'file_empty' });
    const body = new FormData();
    body.append('about', JSON.stringify({ table_id: known?.id ?? null }));
    body.append('file', chosen);
    setBusy(true);
    const reply = await call('/api/exchange/evidence/preview', evidencePreview, {
      ...{ method: 'POST', body, patience: 60_000 },
    });
    setBusy(false);
    if (reply.ok) setPreview(reply.value);
    else setProblem(reply.problem);
  }

  return (
    <>
      <Section title={<Trans>The file</Trans>}>
        <p style={{ marginBlockStart: 0 }}>
          <Trans>
            A CSV file in UTF-8 with a header row and, below it, a row of HXL hashtags (#adm1+name,
            #affected+f …). Numbers below five are written as * or &lt;5. No names, dates of birth,
            documents, phones or coordinates.
          </Trans>
        </p>
        <FileInput
          label={t`File with the table (CSV, up to 3 MB)`}
          placeholder={t`Choose a file`}
          leftSection={<IconFileTypeCsv size={20} aria-hidden />}
          accept=".csv,.tsv,.txt,.hxl"
          value={file}
          onChange={(chosen) => void look(chosen)}
          maw="32rem"
        />
        {busy ? <Waiting /> : null}
        <div style={{ marginBlockStart: '0.9rem' }} aria-live="polite">
          <ProblemText problem={problem} />
          {preview === undefined ? null : <Findings findings={preview.findings} />}
          {preview !== undefined && preview.findings.length === 0 ? (
            <Notice>
              <Trans>Nothing was found in which somebody could be seen.</Trans>
            </Notice>
          ) : null}
        </div>
      </Section>
      {preview === undefined ? null : (
        <Section title={<Trans>What stands in it</Trans>}>
          <PreviewTable preview={preview} />
        </Section>
      )}
      {preview !== undefined && file !== null && mayBePublished(preview.findings) ? (
        <UploadForm key={`${file.name}${file.lastModified}`} {...{ file, preview, known }} />
      ) : null}
    </>
  );
}
