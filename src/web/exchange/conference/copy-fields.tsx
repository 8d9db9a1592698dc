import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, Stack } from '@mantine/core';
import { COPIED_PARTS } from '#domain/exchange/conference/edition-settings.ts';
import { ChoiceField } from '../../ui/field.tsx';

export interface CopyDraft {
  /** '' = from none. */
  readonly from: string;
  readonly parts: readonly string[];
}

interface CopyFieldsProps {
  readonly draft: CopyDraft;
  readonly editions: readonly { readonly value: string; readonly label: string }[];
  readonly change: (draft: CopyDraft) => void;
}

/** What a new conference takes over from an earlier one. */
export function CopyFields({ draft, editions, change }: CopyFieldsProps) {
  const { t } = useLingui();
  const names = {
    rooms: t`Rooms, without the addresses of their meetings`,
    tracks: t`Tracks`,
    hosts: t`Hosts and partners with their logos`,
    call: t`The call with its criteria, as long before the first day as then`,
    roles: t`Roles: organisers, editors, reviewers, moderators, interpreters, delegates`,
    letterhead: t`Letterhead and signatory; the numbers of letters go on`,
  };
  return (
    <Stack>
      <ChoiceField
        path="copy.from"
        label={t`From which conference`}
        value={draft.from}
        data={[{ value: '', label: t`From none` }, ...editions]}
        onChange={(event) => change({ ...draft, from: event.currentTarget.value })}
      />
      {draft.from === '' ? null : (
        <>
          <Checkbox.Group
            label={t`What is taken over`}
            value={[...draft.parts]}
            onChange={(parts) => change({ ...draft, parts })}
          >
            <Stack mt="xs" gap="xs">
              {COPIED_PARTS.map((part) => (
                <Checkbox key={part} value={part} label={names[part]} />
              ))}
            </Stack>
          </Checkbox.Group>
          <p style={{ margin: 0 }}>
            <Trans>
              Registrations, contributions and reviews stay where they are. All of it can be changed
              afterwards.
            </Trans>
          </p>
        </>
      )}
    </Stack>
  );
}
