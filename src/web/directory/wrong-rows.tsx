import { useLingui as useRuntime } from '@lingui/react';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Problem } from '#domain/problem.ts';
import { fieldMessage } from '../field-messages.ts';
import parts from '../ui/parts.module.css';
import styles from './directory.module.css';
import { foldRows } from './fold-rows.ts';

/** The rows of a file that keep it from coming in, each with its place and what is wrong. */
export function WrongRows({ problem }: { readonly problem: Problem | undefined }) {
  const { t } = useLingui();
  const { i18n } = useRuntime();
  const rows = problem?.fields ?? [];
  if (rows.length === 0) return null;
  const shown = new Set(rows.map((field) => field.path.split('.').slice(0, 2).join('.'))).size;
  const total = Number(problem?.details?.rows ?? shown);
  return (
    <>
      <p role="alert">
        <Trans>Nothing was brought in. Please mend these rows and choose the file again.</Trans>{' '}
        {total > shown ? (
          <span className={parts.soft}>
            <Trans>
              The first {shown} of {total} are shown.
            </Trans>
          </span>
        ) : null}
      </p>
      <table className={styles.errors}>
        <thead>
          <tr>
            <th scope="col">{t`Row`}</th>
            <th scope="col">{t`Column`}</th>
            <th scope="col">{t`What is wrong`}</th>
          </tr>
        </thead>
        <tbody>
          {foldRows(rows).map(({ where, column, field }) => (
            <tr key={`${where} ${column} ${field.code}`}>
              <td>{where}</td>
              <td>
                <code style={{ overflowWrap: 'anywhere' }}>{column}</code>
              </td>
              <td>{i18n._(fieldMessage(field.code, field.details).id, { ...field.details })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
