import { Trans, useLingui } from '@lingui/react/macro';
import { type Assistance, RECEIVED_BY } from '#domain/case/assistance.ts';
import type { CommandBodies } from '#domain/case/nouns.ts';
import { CURRENCIES } from '#domain/money.ts';
import { ChoiceField, DayField, TextField } from '../ui/field.tsx';
import { currencyName } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import { RECEIVED_BY_WORDS } from './assistance-words.ts';
import type { CaseFile } from './case-file.ts';
import { CaseLine } from './case-prose.tsx';
import { Choice } from './choice.tsx';
import { given } from './command-form.tsx';
import { useLabel } from './labels.ts';
import { useOrganisations } from './use-organisations.ts';

type Body = CommandBodies['record_assistance'];

/** What is typed about something that was given. */
export interface AssistanceDraft {
  readonly kind: string;
  readonly on: string;
  /** The id of an organisation, or '' for a name that is typed. */
  readonly organisation: string;
  readonly payer: string;
  readonly who: (typeof RECEIVED_BY)[number];
  readonly name: string;
  readonly as: 'money' | 'goods';
  /** Paid, or what the goods may be worth. */
  readonly amount: string;
  readonly currency: string;
  readonly quantity: string;
  readonly unit: string;
  readonly note: string;
  /** Over the limit, and it could not wait. */
  readonly urgent: boolean;
}

/** The form as it opens: empty, or with what was written down. */
export function assistanceDraft(file: CaseFile, known?: Assistance): AssistanceDraft {
  const rules = file.model.assistance;
  const worth = known?.given.as === 'money' ? known.given.paid : known?.given.worth;
  const goods = known?.given.as === 'goods' ? known.given : undefined;
  return {
    kind: known?.kind ?? rules?.kinds[0]?.code ?? '',
    on: known?.on ?? file.situation.today,
    organisation: known?.payer.organisation_id ?? '',
    payer: known?.payer.name ?? '',
    ...{ who: known?.received.who ?? 'person', name: known?.received.name ?? '' },
    ...{ as: known?.given.as ?? 'money', amount: worth?.amount ?? '' },
    currency: worth?.currency ?? rules?.currencies[0] ?? '',
    ...{ quantity: goods?.quantity ?? '', unit: goods?.unit ?? '', note: known?.note ?? '' },
    urgent: false,
  };
}

/** Figures as people write them: groups apart, a comma before what is less than one. */
export function figures(typed: string): string {
  return typed.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
}

export function assistanceBody(
  value: AssistanceDraft,
  assistance_id: string,
  more: Pick<Body, 'request_id' | 'urgent'> = {},
): Body {
  const { kind, on, organisation, payer, who, as, currency } = value;
  const money = { amount: figures(value.amount), currency };
  const goods = { quantity: figures(value.quantity), unit: value.unit };
  // An empty name is sent as none: the schema then says which field is missing.
  const body = {
    ...{ assistance_id, kind, on, note: given(value.note), ...more },
    payer: organisation === '' ? { name: given(payer) } : { organisation_id: organisation },
    received: { who, name: who === 'person' ? undefined : given(value.name) },
    given:
      as === 'money'
        ? { as, paid: money }
        : { as, ...goods, worth: money.amount === '' ? undefined : money },
  };
  return JSON.parse(JSON.stringify(body)) as Body;
}

/** The paths of the body that the fields show themselves. */
export const ASSISTANCE_PATHS = [
  ...['kind', 'on', 'note', 'payer.name', 'received.name', 'given.paid.amount'],
  ...['given.paid.currency', 'given.quantity', 'given.unit', 'given.worth.amount'],
];

interface FieldsProps {
  readonly file: CaseFile;
  readonly value: AssistanceDraft;
  readonly change: (patch: Partial<AssistanceDraft>) => void;
  /** What stands before the paths, where the entry is part of a correction. */
  readonly at?: string;
}

export function AssistanceFields({ file, value, change, at = '' }: FieldsProps) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const kinds = file.model.assistance?.kinds ?? [];
  const organisations = useOrganisations();
  return (
    <>
      <ChoiceField
        path={`${at}kind`}
        label={t`What for`}
        value={value.kind}
        data={kinds.map(({ code }) => ({ value: code, label: label(kinds, code) }))}
        onChange={(event) => change({ kind: event.currentTarget.value })}
      />
      <Choice
        path={`${at}given.as`}
        legend={<Trans>Money or goods</Trans>}
        options={[
          { value: 'money', label: t`Money` },
          { value: 'goods', label: t`Goods or a service` },
        ]}
        value={value.as}
        onChange={(as) => change({ as })}
      />
      {value.as === 'goods' ? (
        <div className={styles.pair}>
          <TextField
            path={`${at}given.quantity`}
            label={t`How many`}
            inputMode="decimal"
            autoComplete="off"
            value={value.quantity}
            onChange={(event) => change({ quantity: event.currentTarget.value })}
          />
          <TextField
            path={`${at}given.unit`}
            label={t`Of what (kg, coats, days …)`}
            autoComplete="off"
            value={value.unit}
            onChange={(event) => change({ unit: event.currentTarget.value })}
          />
        </div>
      ) : null}
      <div className={styles.pair}>
        <TextField
          path={`${at}${value.as === 'money' ? 'given.paid.amount' : 'given.worth.amount'}`}
          label={value.as === 'money' ? t`Amount` : t`What it may be worth, if known`}
          inputMode="decimal"
          autoComplete="off"
          value={value.amount}
          onChange={(event) => change({ amount: event.currentTarget.value })}
        />
        <ChoiceField
          path={`${at}${value.as === 'money' ? 'given.paid.currency' : 'given.worth.currency'}`}
          label={t`Currency`}
          value={value.currency}
          data={currencyChoices(file, i18n.locale)}
          onChange={(event) => change({ currency: event.currentTarget.value })}
        />
      </div>
      <ChoiceField
        path={`${at}payer`}
        label={t`Who paid`}
        value={value.organisation}
        data={[
          { value: '', label: t`Somebody else, by name` },
          ...organisations.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => change({ organisation: event.currentTarget.value })}
      />
      {value.organisation === '' ? (
        <TextField
          path={`${at}payer.name`}
          label={t`Name of who paid`}
          autoComplete="off"
          value={value.payer}
          onChange={(event) => change({ payer: event.currentTarget.value })}
        />
      ) : null}
      <DayField
        path={`${at}on`}
        label={t`Day`}
        value={value.on}
        onChange={(event) => change({ on: event.currentTarget.value })}
      />
      <Choice
        path={`${at}received.who`}
        legend={<Trans>Into whose hands</Trans>}
        options={RECEIVED_BY.map((code) => ({
          value: code,
          label: i18n._(RECEIVED_BY_WORDS[code]),
        }))}
        value={value.who}
        onChange={(who) => change({ who })}
      />
      {value.who === 'person' ? null : (
        <TextField
          path={`${at}received.name`}
          label={t`Name of who received it`}
          autoComplete="off"
          value={value.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
      )}
      <CaseLine
        file={file}
        path={`${at}note`}
        label={t`In a few words, if it helps`}
        value={value.note}
        onChange={(text) => change({ note: text })}
      />
    </>
  );
}

/** Currencies to choose from: those that the programme uses first, then every other one. */
export function currencyChoices(file: CaseFile, locale: string) {
  const codes = new Set([...(file.model.assistance?.currencies ?? []), ...CURRENCIES]);
  return [...codes].map((value) => ({
    value,
    label: `${value} · ${currencyName(locale, value)}`,
  }));
}
