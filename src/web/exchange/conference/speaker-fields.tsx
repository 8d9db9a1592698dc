import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Fieldset, Group, SimpleGrid, Stack } from '@mantine/core';
import type { Speaker } from '#domain/exchange/conference/proposal.ts';
import { PARTICIPANT_COUNTRIES, SPOKEN_LANGUAGES } from '#domain/exchange/participant.ts';
import { ChoiceField, TextField, useFieldError } from '../../ui/field.tsx';
import { countryName, languageName } from '../../ui/format.ts';
import { NO_COUNTRY } from '../account/participant-fields.tsx';

/** While it is written: a country that nobody said yet ('') is not one of an organisation. */
export type SpeakerDraft = Omit<Speaker, 'country'> & { readonly country: string };

/** One of those who will speak: name, affiliation, country, languages. */
export function SpeakerFields(props: {
  readonly index: number;
  readonly speaker: SpeakerDraft;
  readonly change: (patch: Partial<SpeakerDraft>) => void;
  readonly remove: (() => void) | undefined;
}) {
  const { t, i18n } = useLingui();
  const { index, speaker, change, remove } = props;
  const at = `speakers.${index}`;
  const number = index + 1;
  const languages = useFieldError(`${at}.languages`);
  return (
    <Fieldset legend={<Trans>Speaker {number}</Trans>}>
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <TextField
            path={`${at}.name`}
            label={t`Name`}
            maxLength={200}
            value={speaker.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <TextField
            path={`${at}.institution`}
            label={t`Institution`}
            maxLength={200}
            value={speaker.institution}
            onChange={(event) => change({ institution: event.currentTarget.value })}
          />
          <ChoiceField
            path={`${at}.country`}
            label={t`Country`}
            value={speaker.country}
            data={[
              ...(speaker.country === '' ? [{ value: '', label: t`Please choose` }] : []),
              { value: NO_COUNTRY, label: t`None: an international organisation` },
              ...PARTICIPANT_COUNTRIES.map((value) => ({
                value,
                label: countryName(i18n.locale, value),
              })).toSorted((a, b) => a.label.localeCompare(b.label, i18n.locale)),
            ]}
            onChange={(event) => change({ country: event.currentTarget.value })}
          />
        </SimpleGrid>
        <Checkbox.Group
          label={t`Languages`}
          value={[...speaker.languages]}
          error={languages}
          onChange={(chosen) => change({ languages: chosen })}
        >
          <Group mt="xs" gap="sm">
            {[...new Set([...SPOKEN_LANGUAGES, ...speaker.languages])].map((tag) => (
              <Checkbox key={tag} value={tag} label={languageName(i18n.locale, tag)} />
            ))}
          </Group>
        </Checkbox.Group>
        {remove === undefined ? null : (
          <div>
            <Button variant="subtle" onClick={remove}>
              <Trans>Take this speaker out</Trans>
            </Button>
          </div>
        )}
      </Stack>
    </Fieldset>
  );
}
