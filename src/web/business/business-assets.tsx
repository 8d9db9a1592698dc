import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { ASSET_ENDS, ASSETS_FROM, type Business } from '#domain/case/business-state.ts';
import type { CommandBodies } from '#domain/case/nouns.ts';
import { currencyChoices, figures } from '../case/assistance-fields.tsx';
import { givenText } from '../case/assistance-words.ts';
import { Choice } from '../case/choice.tsx';
import { CommandForm } from '../case/command-form.tsx';
import { OnDay } from '../case/on-day.tsx';
import { useMay } from '../case/use-may.ts';
import { ChoiceField, TextField } from '../ui/field.tsx';
import { formatDay, formatMoney } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import type { BusinessProps } from './business-section.tsx';
import { ASSET_END_WORDS, ASSET_FROM_WORDS } from './business-words.ts';

type Asset = Business['assets'][string];

/** The things of a business: where each is from, and what became of it. */
export function BusinessAssets({ file, id, business }: BusinessProps) {
  const { i18n } = useLingui();
  const may = useMay(file);
  const list = Object.values(business.assets);
  return (
    <div>
      <h3 style={{ marginBlock: '0.5rem 0.25rem' }}>
        <Trans>What belongs to the business</Trans>
      </h3>
      <ul className={parts.list}>
        {list.map((asset) => (
          <li key={asset.asset_id}>
            <strong>
              <bdi>{asset.what}</bdi>
            </strong>{' '}
            <span className={parts.soft}>
              {[
                asset.quantity,
                asset.worth === undefined ? undefined : formatMoney(i18n.locale, asset.worth),
                i18n._(ASSET_FROM_WORDS[asset.from]),
                formatDay(i18n.locale, asset.on),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {asset.off === null ? (
              may.append ? (
                <div>
                  <TakeOff file={file} asset={asset} />
                </div>
              ) : null
            ) : (
              <span className={parts.tag} data-tone="look">
                {i18n._(ASSET_END_WORDS[asset.off.why])}, {formatDay(i18n.locale, asset.off.on)}
              </span>
            )}
          </li>
        ))}
      </ul>
      {may.append ? <ListAsset file={file} id={id} business={business} /> : null}
    </div>
  );
}

function ListAsset({ file, id: business_id, business }: BusinessProps) {
  const { t, i18n } = useLingui();
  const grants = business.grants.flatMap((one) => file.state.assistance.given[one] ?? []);
  const initial: { [K in keyof AssetDraft]: AssetDraft[K] } = {
    ...{ what: '', quantity: '', amount: '', from: grants.length > 0 ? 'grant' : 'own' },
    ...{ currency: file.model.assistance?.currencies[0] ?? 'USD', on: file.situation.today },
    paid: grants[0]?.assistance_id ?? '',
  };
  return (
    <CommandForm
      file={file}
      kind="list_business_asset"
      about={business_id}
      open={<Trans>Add a thing to the list</Trans>}
      initial={initial}
      body={(value) => assetBody(value, business_id)}
      paths={['what', 'quantity', 'worth.amount', 'worth.currency', 'from', 'assistance_id', 'on']}
    >
      {(value, change) => (
        <>
          <TextField
            path="what"
            label={t`What it is`}
            autoComplete="off"
            value={value.what}
            onChange={(event) => change({ what: event.currentTarget.value })}
          />
          <TextField
            path="quantity"
            label={t`How many`}
            inputMode="decimal"
            autoComplete="off"
            value={value.quantity}
            onChange={(event) => change({ quantity: event.currentTarget.value })}
          />
          <div className={parts.pair}>
            <TextField
              path="worth.amount"
              label={t`What it may be worth, if known`}
              inputMode="decimal"
              autoComplete="off"
              value={value.amount}
              onChange={(event) => change({ amount: event.currentTarget.value })}
            />
            <ChoiceField
              path="worth.currency"
              label={t`Currency`}
              value={value.currency}
              data={currencyChoices(file, i18n.locale)}
              onChange={(event) => change({ currency: event.currentTarget.value })}
            />
          </div>
          <Choice
            path="from"
            legend={<Trans>Where it is from</Trans>}
            options={ASSETS_FROM.map((from) => ({
              value: from,
              label: i18n._(ASSET_FROM_WORDS[from]),
            }))}
            value={value.from}
            onChange={(from) => change({ from })}
          />
          {value.from === 'grant' && grants.length > 0 ? (
            <ChoiceField
              path="assistance_id"
              label={t`By which grant: its receipts are those of the thing`}
              value={value.paid}
              data={grants.map((one) => ({
                value: one.assistance_id,
                label: `${formatDay(i18n.locale, one.on)}: ${givenText(i18n.locale, one)}`,
              }))}
              onChange={(event) => change({ paid: event.currentTarget.value })}
            />
          ) : null}
          <OnDay value={value.on} onChange={(on) => change({ on })} />
        </>
      )}
    </CommandForm>
  );
}

interface AssetDraft {
  readonly what: string;
  readonly quantity: string;
  readonly amount: string;
  readonly currency: string;
  readonly from: (typeof ASSETS_FROM)[number];
  readonly paid: string;
  readonly on: string;
}

function assetBody(
  { what, quantity, amount, currency, from, paid, on }: AssetDraft,
  business_id: string,
): CommandBodies['list_business_asset'] {
  return {
    ...{ asset_id: uuid(), business_id, what, from, on },
    ...(quantity.trim() === '' ? {} : { quantity: figures(quantity) }),
    ...(amount.trim() === '' ? {} : { worth: { amount: figures(amount), currency } }),
    ...(from === 'grant' && paid !== '' ? { assistance_id: paid } : {}),
  };
}

function TakeOff({ file, asset }: { readonly file: BusinessProps['file']; readonly asset: Asset }) {
  const { i18n } = useLingui();
  const { asset_id } = asset;
  const initial: { on: string; why: (typeof ASSET_ENDS)[number] } = {
    ...{ on: file.situation.today, why: 'broken' },
  };
  return (
    <CommandForm
      file={file}
      kind="take_off_business_asset"
      about={asset_id}
      variant="subtle"
      open={<Trans>It is no longer there</Trans>}
      initial={initial}
      body={(value) => ({ ...value, asset_id })}
      paths={['on', 'why']}
    >
      {(value, change) => (
        <>
          <Choice
            path="why"
            legend={<Trans>Why</Trans>}
            options={ASSET_ENDS.map((why) => ({ value: why, label: i18n._(ASSET_END_WORDS[why]) }))}
            value={value.why}
            onChange={(why) => change({ why })}
          />
          <OnDay value={value.on} onChange={(on) => change({ on })} />
        </>
      )}
    </CommandForm>
  );
}
