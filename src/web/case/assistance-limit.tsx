import { Trans, useLingui } from '@lingui/react/macro';
import { limitOver, type OverLimit } from '#domain/case/assistance-limit.ts';
import { isCovered } from '#domain/case/assistance-request.ts';
import { amount } from '#domain/money.ts';
import { CheckField } from '../ui/field.tsx';
import { formatMoney } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import { type AssistanceDraft, figures } from './assistance-fields.tsx';
import type { CaseFile } from './case-file.ts';

interface LimitProps {
  readonly file: CaseFile;
  readonly value: AssistanceDraft;
  readonly change: (patch: Partial<AssistanceDraft>) => void;
  readonly path: string;
}

/** What is typed, as far as the limit asks; null while there is no amount. */
function limitOf(file: CaseFile, value: AssistanceDraft) {
  const said = amount.safeParse(figures(value.amount));
  if (!said.success) return null;
  const worth = { amount: said.data, currency: value.currency };
  const { kind, on, organisation, payer: name } = value;
  const payer = organisation === '' ? { name } : { organisation_id: organisation };
  const given = Object.values(file.state.assistance.given);
  const limit = limitOver(file.model, given, { kind, worth, payer, on });
  return limit === null ? null : { ...limit, worth };
}

/** Said while it is typed: over the limit the supervisor is asked first, unless it could not wait. */
export function AssistanceLimit({ file, value, change, path }: LimitProps) {
  const { t } = useLingui();
  const limit = limitOf(file, value);
  if (limit === null) return null;
  const { worth } = limit;
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
  return (
    <div className={styles.look}>
      <p style={{ marginBlockStart: 0 }}>
        <WhichLimit limit={limit} />
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

function WhichLimit({ limit: { above, days, together } }: { readonly limit: OverLimit }) {
  const { i18n } = useLingui();
  if (above === null) {
    return <Trans>There is no limit in this currency: ask the supervisor first.</Trans>;
  }
  const most = formatMoney(i18n.locale, above);
  return together ? (
    <Trans>
      Together with what this payer gave within {days} days, this is over the limit of {most}: ask
      the supervisor first.
    </Trans>
  ) : (
    <Trans>This is over the limit of {most}: ask the supervisor first.</Trans>
  );
}

/** What stands in the command about the limit: the approved request, or that it could not wait. */
export function requestFor(
  file: CaseFile,
  value: AssistanceDraft,
  newId: () => string,
): { readonly request_id?: string; readonly urgent?: true } {
  const limit = limitOf(file, value);
  if (limit === null) return {};
  const { worth } = limit;
  const request = Object.values(file.state.assistance_request.requests).find(({ request_id }) =>
    isCovered(file.state, request_id, value.kind, worth),
  );
  if (request !== undefined) return { request_id: request.request_id };
  return value.urgent ? { request_id: newId(), urgent: true } : {};
}
