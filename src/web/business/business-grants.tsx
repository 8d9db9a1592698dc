import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { assistanceOf } from '#domain/case/assistance.ts';
import {
  ASSISTANCE_PATHS,
  AssistanceFields,
  assistanceBody,
  assistanceDraft,
} from '../case/assistance-fields.tsx';
import { AssistanceLimit, requestFor } from '../case/assistance-limit.tsx';
import { AssistanceReceipts, useReceipts } from '../case/assistance-receipts.tsx';
import { AssistanceRequests } from '../case/assistance-requests.tsx';
import { ASSISTANCE_WITHDRAWAL_WORDS, givenText } from '../case/assistance-words.ts';
import { CommandForm } from '../case/command-form.tsx';
import { useLabel } from '../case/labels.ts';
import { useMay } from '../case/use-may.ts';
import { ChoiceField } from '../ui/field.tsx';
import { formatDay } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import type { BusinessProps } from './business-section.tsx';

/** What was given for a business: entries of the one register of assistance, with limit and receipts. */
export function BusinessGrants({ file, id, business }: BusinessProps) {
  const { i18n } = useLingui();
  const label = useLabel();
  const may = useMay(file);
  const receipts = useReceipts(file);
  const list = assistanceOf(file.state.assistance).filter((one) =>
    business.grants.includes(one.assistance_id),
  );
  if (file.model.assistance === undefined) return null;
  return (
    <div>
      <h3 style={{ marginBlock: '0.5rem 0.25rem' }}>
        <Trans>Grant</Trans>
      </h3>
      <p className={parts.soft} style={{ margin: 0 }}>
        <Trans>Stands under assistance given as well: it is one and the same entry.</Trans>
      </p>
      <ul className={parts.list}>
        {list.map((entry) => (
          <li key={entry.assistance_id}>
            <strong>{givenText(i18n.locale, entry)}</strong>{' '}
            <span className={parts.soft}>
              {label(file.model.assistance?.kinds ?? [], entry.kind)},{' '}
              {formatDay(i18n.locale, entry.on)}
            </span>
            {entry.withdrawn === null ? null : (
              <span className={parts.tag} data-tone="look">
                {i18n._(ASSISTANCE_WITHDRAWAL_WORDS[entry.withdrawn])}
              </span>
            )}
            <AssistanceReceipts file={file} entry={entry} receipts={receipts} />
          </li>
        ))}
      </ul>
      {may.append ? (
        <div className={parts.buttons}>
          <Give file={file} id={id} />
          <Tie file={file} id={id} business={business} />
        </div>
      ) : null}
      <AssistanceRequests file={file} />
    </div>
  );
}

function Give({ file, id: business_id }: Omit<BusinessProps, 'business'>) {
  const tools = file.model.assistance?.kinds.some(({ code }) => code === 'tools');
  const initial = assistanceDraft(file);
  return (
    <CommandForm
      file={file}
      kind="give_business_grant"
      about={business_id}
      open={<Trans>Write down a grant</Trans>}
      initial={tools ? { ...initial, kind: 'tools' } : initial}
      body={(value) => ({
        business_id,
        given: assistanceBody(value, uuid(), requestFor(file, value, uuid)),
      })}
      paths={ASSISTANCE_PATHS.map((path) => `given.${path}`)}
    >
      {(value, change) => (
        <>
          <AssistanceFields file={file} value={value} change={change} at="given." />
          <AssistanceLimit file={file} value={value} change={change} path="given.urgent" />
        </>
      )}
    </CommandForm>
  );
}

/** What was written down before, without a business to it. */
function Tie({ file, id: business_id }: BusinessProps) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const tied = Object.values(file.state.business.businesses).flatMap(({ grants }) => grants);
  const free = assistanceOf(file.state.assistance).filter(
    (one) => one.withdrawn === null && !tied.includes(one.assistance_id),
  );
  const kinds = file.model.assistance?.kinds ?? [];
  if (free.length === 0) return null;
  return (
    <CommandForm
      file={file}
      kind="tie_business_grant"
      about={business_id}
      variant="subtle"
      open={<Trans>It was written down already</Trans>}
      initial={{ assistance_id: free[0]?.assistance_id ?? '' }}
      body={(value) => ({ ...value, business_id })}
      paths={['assistance_id']}
    >
      {(value, change) => (
        <ChoiceField
          path="assistance_id"
          label={t`Assistance given`}
          value={value.assistance_id}
          data={free.map((one) => ({
            value: one.assistance_id,
            label: `${formatDay(i18n.locale, one.on)}: ${label(kinds, one.kind)}, ${givenText(i18n.locale, one)}`,
          }))}
          onChange={(event) => change({ assistance_id: event.currentTarget.value })}
        />
      )}
    </CommandForm>
  );
}
