import { useLingui } from '@lingui/react/macro';
import { Checkbox, Group } from '@mantine/core';
import { PARTICIPANT_COUNTRIES, SPOKEN_LANGUAGES } from '#domain/exchange/participant.ts';
import { ChoiceField, TextField } from '../../ui/field.tsx';
import { countryName, languageName } from '../../ui/format.ts';

/** An international organisation takes part from no country. That is said, not passed over: a seat may be one of a country's. */
export const NO_COUNTRY = 'none';

/** The country as it stands in a draft, and back again. */
export const drafted = (country: string | null) => country ?? NO_COUNTRY;
export const countryOf = (draft: Pick<ParticipantDraft, 'country'>) =>
  draft.country === NO_COUNTRY ? null : draft.country;

export interface ParticipantDraft {
  readonly name: string;
  /** '' = not said yet, `NO_COUNTRY` = of an international organisation. */
  readonly country: string;
  readonly languages: readonly string[];
}

interface ParticipantFieldsProps {
  readonly draft: ParticipantDraft;
  readonly change: (patch: Partial<ParticipantDraft>) => void;
}

/** Name, country and languages of whoever takes part. */
export function ParticipantFields({ draft, change }: ParticipantFieldsProps) {
  const { t, i18n } = useLingui();
  const countries = PARTICIPANT_COUNTRIES.map((value) => ({
    value,
    label: countryName(i18n.locale, value),
  })).toSorted((a, b) => a.label.localeCompare(b.label, i18n.locale));
  return (
    <>
      <TextField
        path="name"
        label={t`Your name, as it is printed`}
        autoComplete="name"
        maxLength={200}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <ChoiceField
        path="country"
        label={t`Country that you take part from`}
        value={draft.country}
        data={[
          ...(draft.country === '' ? [{ value: '', label: t`Please choose` }] : []),
          { value: NO_COUNTRY, label: t`None: an international organisation` },
          ...countries,
        ]}
        onChange={(event) => change({ country: event.currentTarget.value })}
      />
      <Checkbox.Group
        label={t`Languages that you speak`}
        value={[...draft.languages]}
        onChange={(languages) => change({ languages })}
      >
        <Group mt="xs" gap="sm">
          {SPOKEN_LANGUAGES.map((tag) => (
            <Checkbox key={tag} value={tag} label={languageName(i18n.locale, tag)} />
          ))}
        </Group>
      </Checkbox.Group>
    </>
  );
}
