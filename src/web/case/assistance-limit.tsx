import { Trans, useLingui } from '@lingui/react/macro';
import { isCovered, limitOver } from '#domain/case/assistance-request.ts';
import { amount } from '#domain/money.ts';
import { CheckField } from '../ui/field.tsx';
import { formatMoney } from '../ui/format.ts';
import { type AssistanceDraft, figures } from './assistance-fields.tsx';
import styles from './case.module.css';
import type { CaseFile } from './case-file.ts';

interface LimitProps {
  readonly file: CaseFile;
  readonly value: AssistanceDraft;
  readonly change: (patch: Partial<AssistanceDraft>) => void;
  readonly path: string;
}

/** Said while it is typed: over the limit the supervisor is asked first, unless it could not wait. */
export function AssistanceLimit({ file, value, change, path }: LimitProps) {
  const { t, i18n } = useLingui();
  const said = amount.safeParse(figures(value.amount));
  if (!said.success) return null;
  const worth = { amount: said.data, currency: value.currency };
  const limit = limitOver(file.model, value.kind, worth);
  if (limit === null) return null;
  const request = Object.values(file.state.assistance_request.requests).find(({ request_id }) =>
    isCovered(file.state, request_id, value.kind, worth),
  );
  if (request !== undefined) {
    return (
      <div className={styles.soft}>
        <Trans>The supervisor has approved this.</Trans>
      </div>
    );
  }
  const most = formatMoney(i18n.locale, limit);
  return (
    <div className={styles.look}>
      <p style={{ marginBlockStart: 0 }}>
        <Trans>This is over the limit of {most}: ask the supervisor first.</Trans>
      </p>
      <CheckField
        path={path}
        label={t`It could not wait: it was given, and the supervisor looks at it afterwards`}
        checked={value.urgent}
        onChange={(event) => change({ urgent: event.currentTarget.checked })}
      />
    </div>
  );
}

/** What stands in the command about the limit: the approved request, or that it could not wait. */
export function requestFor(
  file: CaseFile,
  value: AssistanceDraft,
  newId: () => string,
): { readonly request_id?: string; readonly urgent?: true } {
  const said = amount.safeParse(figures(value.amount));
  if (!said.success) return {};
  const worth = { amount: said.data, currency: value.currency };
  if (limitOver(file.model, value.kind, worth) === null) return {};
  const request = Object.values(file.state.assistance_request.requests).find(({ request_id }) =>
    isCovered(file.state, request_id, value.kind, worth),
  );
  if (request !== undefined) return { request_id: request.request_id };
  return value.urgent ? { request_id: newId(), urgent: true } : {};
}
