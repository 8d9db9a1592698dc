import { Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { PACKAGE_BYTES } from '#domain/model-package/package-file.ts';
import type { Problem } from '#domain/problem.ts';
import { FilePick } from '../ui/file-pick.tsx';
import parts from '../ui/parts.module.css';
import { valueAt } from './model-document.ts';
import { PackageProblem } from './package-problem.tsx';
import { usePackageActs } from './use-model-package.ts';

/** Brings in a package of another country: it is checked first, and nothing changes by it. */
export function PackageImport() {
  const navigate = useNavigate();
  const { bring } = usePackageActs();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [model, setModel] = useState<unknown>();

  async function send(file: File) {
    if (file.size > PACKAGE_BYTES) return setProblem({ code: 'too_large' });
    if (file.size === 0) return setProblem({ code: 'file_empty' });
    setBusy(true);
    const { value: hash, problem: refused } = await bring(file);
    setBusy(false);
    setProblem(refused);
    if (hash !== undefined) return navigate({ to: '/model/packages/$hash', params: { hash } });
    setModel(await modelIn(file));
  }
  return (
    <>
      <p style={{ marginBlockStart: 0 }}>
        <Trans>
          The signature is checked, and that no person stands in it. Then you see what is different
          from your own model, and choose what to adopt. Nothing changes before that.
        </Trans>
      </p>
      <PackageProblem problem={problem} model={model} />
      <div className={parts.buttons}>
        <FilePick
          accept="application/json,.json"
          busy={busy}
          variant="filled"
          onPick={(file) => void send(file)}
        >
          <Trans>Import a package</Trans>
        </FilePick>
      </div>
    </>
  );
}

/** The model in a file that was refused, only to call its entries by their names. */
async function modelIn(file: File): Promise<unknown> {
  try {
    return valueAt(JSON.parse(await file.text()), 'content.model');
  } catch {
    return undefined;
  }
}
