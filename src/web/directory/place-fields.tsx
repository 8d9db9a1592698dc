import { Trans, useLingui } from '@lingui/react/macro';
import type { Details, ServicePage } from '#domain/directory/directory.ts';
import { Tick } from '../case/choice.tsx';
import { TextField } from '../ui/field.tsx';
import parts from '../ui/parts.module.css';

export interface PlaceDraft {
  readonly name: string;
  readonly confidential: boolean;
  readonly address: string;
  readonly accessibility: string;
}

/** The first place of a service as it is changed; an address that is confidential is never filled in. */
export function placeDraft(known: ServicePage['places'][number] | undefined): PlaceDraft {
  return {
    ...{ name: known?.name ?? '', confidential: known?.confidential ?? false },
    ...{ address: known?.street ?? '', accessibility: known?.accessibility ?? '' },
  };
}

/** Null where nothing was written: the place stays as it was. */
export function placeOf(draft: PlaceDraft): Details['place'] {
  if (draft.name.trim() === '' && draft.address.trim() === '') return null;
  const words = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    ...{ name: draft.name.trim(), confidential: draft.confidential },
    ...{ address: words(draft.address), accessibility: words(draft.accessibility) },
  };
}

interface PlaceFieldsProps {
  readonly value: PlaceDraft;
  readonly onChange: (place: PlaceDraft) => void;
  /** There is a confidential address already; it stays where the field is left empty. */
  readonly known: boolean;
}

/** Where a service is given. */
export function PlaceFields({ value, onChange, known }: PlaceFieldsProps) {
  const { t } = useLingui();
  return (
    <fieldset className={parts.choice}>
      <legend>
        <Trans>Where it is given</Trans>
      </legend>
      <div className={parts.soft}>
        <Trans>Other services at the same place change with it.</Trans>
      </div>
      <div className={parts.stack}>
        <TextField
          path="place.name"
          label={t`Name of the place`}
          description={
            value.confidential
              ? t`Everybody reads this name: it must not tell where it is.`
              : undefined
          }
          value={value.name}
          onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
        />
        <Tick
          checked={value.confidential}
          onChange={(confidential) => onChange({ ...value, confidential, address: '' })}
        >
          <Trans>The address is confidential: only those who refer may read it</Trans>
        </Tick>
        <TextField
          path="place.address"
          label={t`Address`}
          description={known && value.confidential ? t`Empty: it stays as it is.` : undefined}
          autoComplete="off"
          value={value.address}
          onChange={(event) => onChange({ ...value, address: event.currentTarget.value })}
        />
        {value.confidential ? null : (
          <TextField
            path="place.accessibility"
            label={t`Steps, lift, ramp`}
            value={value.accessibility}
            onChange={(event) => onChange({ ...value, accessibility: event.currentTarget.value })}
          />
        )}
      </div>
    </fieldset>
  );
}
