import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ModelCard } from '#domain/exchange/model/model-card.ts';
import { PACKAGE_BYTES } from '#domain/model-package/package-file.ts';
import type { Problem } from '#domain/problem.ts';
import { FilePick } from '../../ui/file-pick.tsx';
import { formatDay } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import parts from '../../ui/parts.module.css';
import { ProblemText } from '../../ui/problem-text.tsx';
import { useSendModel } from './use-models.ts';

/** The signed packages of a model, the newest first; a new one is checked before it is taken. */
export function CardFiles({ model }: { readonly model: ModelCard }) {
  const { i18n } = useLingui();
  const send = useSendModel();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function upload(file: File) {
    if (file.size > PACKAGE_BYTES) return setProblem({ code: 'too_large' });
    if (file.size === 0) return setProblem({ code: 'file_empty' });
    setBusy(true);
    const body = new FormData();
    body.append('file', file);
    setProblem(await send('POST', `/${model.id}/files`, body));
    setBusy(false);
  }
  return (
    <Section title={<Trans>The package</Trans>}>
      {model.files.length === 0 ? (
        <p className={parts.soft}>
          <Trans>
            There is none yet. It is exported from the programme model of your programme and
            uploaded here.
          </Trans>
        </p>
      ) : (
        <ul className={parts.list}>
          {model.files.map(({ hash, manifest, key, published }) => {
            const { version } = manifest;
            return (
              <li key={hash}>
                <strong>
                  <Trans>version {version}</Trans>
                </strong>{' '}
                <span className={parts.soft}>
                  {manifest.made_by} · {formatDay(i18n.locale, manifest.made_on)} ·{' '}
                  {manifest.licence}
                </span>{' '}
                {published ? (
                  <a href={`/exchange/models/${hash}/package.json`} download>
                    <Trans>Download the package</Trans>
                  </a>
                ) : (
                  <span className={parts.tag} data-tone="look">
                    <Trans>not published yet</Trans>
                  </span>
                )}
                <div className={parts.soft} style={{ overflowWrap: 'anywhere' }}>
                  <Trans>
                    Signed with the key <code>{key}</code>
                  </Trans>
                </div>
              </li>
            );
          })}
        </ul>
      )}
      <ProblemText problem={problem} />
      {model.may.edit ? (
        <FilePick accept="application/json,.json" busy={busy} onPick={(file) => void upload(file)}>
          <Trans>Upload a package</Trans>
        </FilePick>
      ) : null}
    </Section>
  );
}
