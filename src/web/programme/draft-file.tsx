import { Trans } from '@lingui/react/macro';
import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import type { Problem } from '#domain/problem.ts';
import type { Draft, DraftDocument } from '#domain/programme/model-draft.ts';
import parts from '../ui/parts.module.css';
import { DraftProblem } from './draft-problem.tsx';
import { useDraftActs } from './use-model-draft.ts';

/** The draft as a file, for work elsewhere and for another country's model; never the only way. */
export function DraftFile({ draft }: { readonly draft: Draft }) {
  const { save } = useDraftActs();
  const [problem, setProblem] = useState<Problem>();
  return (
    <>
      <DraftProblem problem={problem} />
      <div className={parts.buttons}>
        <Button variant="subtle" onClick={() => download(draft.document)}>
          <Trans>Download as a file</Trans>
        </Button>
        <FileButton
          accept="application/json,.json"
          onChange={async (file) => {
            if (file === null) return;
            const document = await read(file);
            setProblem(
              document === null ? { code: 'file_unreadable' } : await save(() => document),
            );
          }}
        >
          {(props) => (
            <Button variant="subtle" {...props}>
              <Trans>Bring in a file</Trans>
            </Button>
          )}
        </FileButton>
      </div>
    </>
  );
}

function download(document: DraftDocument): void {
  const text = JSON.stringify(document, null, 2);
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = window.document.createElement('a');
  link.href = url;
  link.download = 'model.json';
  link.click();
  URL.revokeObjectURL(url);
}

async function read(file: File): Promise<DraftDocument | null> {
  try {
    const found: unknown = JSON.parse(await file.text());
    const whole = typeof found === 'object' && found !== null && !Array.isArray(found);
    return whole ? (found as DraftDocument) : null;
  } catch {
    return null;
  }
}
