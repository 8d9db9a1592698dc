import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Problem } from '#domain/problem.ts';
import { fieldMessage } from '../field-messages.ts';
import { fileMessage } from '../file-messages.ts';
import { problemMessage } from '../problem-messages.ts';
import styles from './ui.module.css';

/** What went wrong, in words; read out at once. Fields that no input on the screen shows are listed. */
export function ProblemText({ problem }: { readonly problem: Problem | undefined }) {
  const { i18n } = useLingui();
  if (problem === undefined) return null;
  const { code, details = {}, fields = [] } = problem;
  const request = details.request;
  return (
    <div className={styles.problem} role="alert">
      <IconAlertTriangle size={22} aria-hidden />
      <div>
        {i18n._((fileMessage(problem) ?? problemMessage(code)).id, { ...details })}
        {fields.length === 0 ? null : (
          <ul>
            {fields.slice(0, 8).map((field) => (
              <li key={`${field.path} ${field.code}`}>
                {/* A message that says itself where it belongs comes without a path. */}
                {field.path === '' ? null : (
                  <>
                    <code>{field.path.replace(/^(body|query|path)\./, '')}</code>:{' '}
                  </>
                )}
                {i18n._(fieldMessage(field.code, field.details).id, { ...field.details })}
              </li>
            ))}
          </ul>
        )}
        {typeof request === 'string' ? (
          <div>
            <Trans>Number for support: {request}</Trans>
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** A calm remark: what happens next, what was kept. */
export function Notice({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.notice}>
      <IconInfoCircle size={22} color="#17606b" aria-hidden />
      <div>{children}</div>
    </div>
  );
}
