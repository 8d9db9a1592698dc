import { useLingui } from '@lingui/react/macro';
import { mayReceive } from '#domain/directory/neighbourhood.ts';
import { useOrganisations } from '../directory/use-directory.ts';
import { ChoiceField } from '../ui/field.tsx';
import { labelIn } from '../ui/format.ts';

interface OrganisationFieldProps {
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** Whose system it is: any organisation that may be sent something. */
export function OrganisationField({ value, onChange }: OrganisationFieldProps) {
  const { t, i18n } = useLingui();
  const known = (useOrganisations().value ?? []).filter(
    ({ kind, merged_into }) => merged_into === null && mayReceive(kind),
  );
  return (
    <ChoiceField
      path="organisation_id"
      label={t`Organisation`}
      value={value}
      data={[
        { value: '', label: t`Please choose` },
        ...known.map((one) => ({ value: one.id, label: labelIn(i18n.locale, one.name) })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
