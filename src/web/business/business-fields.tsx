import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { currencyChoices } from '../case/assistance-fields.tsx';
import type { CaseFile } from '../case/case-file.ts';
import { CaseProse } from '../case/case-prose.tsx';
import { Tick } from '../case/choice.tsx';
import { ChoiceField, TextField } from '../ui/field.tsx';
import parts from '../ui/parts.module.css';
import { type BusinessDraft, NO_COST } from './business-draft.ts';

interface BusinessFieldsProps {
  readonly file: CaseFile;
  readonly value: BusinessDraft;
  readonly change: (patch: Partial<BusinessDraft>) => void;
}

/** A plan as simple as it is told, in the person's own words. */
export function BusinessFields({ file, value, change }: BusinessFieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <TextField
        path="what"
        label={t`What it is`}
        description={t`In the person’s own words: bread at the bazaar, a hairdresser’s chair at home.`}
        value={value.what}
        onChange={(event) => change({ what: event.currentTarget.value })}
      />
      <CaseProse
        file={file}
        path="for_whom"
        label={t`For whom: who would buy it, and where`}
        description=""
        minRows={2}
        value={value.for_whom}
        onChange={(for_whom) => change({ for_whom })}
      />
      <Costs file={file} value={value} change={change} />
      <CaseProse
        file={file}
        path="there"
        label={t`What is there already`}
        description={t`A room, tools, something learned, somebody who helps.`}
        minRows={2}
        value={value.there}
        onChange={(there) => change({ there })}
      />
      <CaseProse
        file={file}
        path="help"
        label={t`Help that is wished for`}
        description=""
        minRows={2}
        value={value.help}
        onChange={(help) => change({ help })}
      />
      <Tick
        path="agreed_by_person"
        checked={value.agreed}
        onChange={(agreed) => change({ agreed })}
      >
        <Trans>This is the person’s own plan</Trans>
      </Tick>
    </>
  );
}

function Costs({ file, value: { costs, currency }, change }: BusinessFieldsProps) {
  const { t, i18n } = useLingui();
  const set = (at: number, patch: Partial<(typeof costs)[number]>) =>
    change({ costs: costs.map((one, index) => (index === at ? { ...one, ...patch } : one)) });
  return (
    <>
      {costs.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line of costs has no name of its own
        <div key={at} className={parts.pair}>
          <TextField
            path={`costs.${at}.what`}
            label={t`What is to be paid`}
            autoComplete="off"
            value={one.what}
            onChange={(event) => set(at, { what: event.currentTarget.value })}
          />
          <TextField
            path={`costs.${at}.cost.amount`}
            label={t`Amount`}
            inputMode="decimal"
            autoComplete="off"
            value={one.amount}
            onChange={(event) => set(at, { amount: event.currentTarget.value })}
          />
        </div>
      ))}
      <div className={parts.pair}>
        <ChoiceField
          path="costs.0.cost.currency"
          label={t`Currency`}
          value={currency}
          data={currencyChoices(file, i18n.locale)}
          onChange={(event) => change({ currency: event.currentTarget.value })}
        />
        {costs.length < 30 ? (
          <div style={{ alignSelf: 'end' }}>
            <Button variant="default" onClick={() => change({ costs: [...costs, NO_COST] })}>
              <Trans>One more cost</Trans>
            </Button>
          </div>
        ) : null}
      </div>
    </>
  );
}
