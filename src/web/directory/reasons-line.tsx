import { useLingui as useRuntime } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import type { Reason } from '#domain/directory/directory.ts';
import parts from '../ui/parts.module.css';
import { REASON_WORDS } from './directory-words.ts';

/** Why a service stands in the answer; nothing where nothing was asked. */
export function ReasonsLine({ reasons }: { readonly reasons: readonly Reason[] }) {
  const { i18n } = useRuntime();
  if (reasons.length === 0) return null;
  return (
    <span className={parts.buttons} style={{ marginBlockStart: '0.35rem' }}>
      <span className={parts.soft}>
        <Trans>Listed because:</Trans>
      </span>
      {reasons.map((reason) => (
        <span key={reason} className={parts.tag}>
          {i18n._(REASON_WORDS[reason])}
        </span>
      ))}
    </span>
  );
}
