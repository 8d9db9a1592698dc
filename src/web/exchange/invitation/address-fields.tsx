import { useLingui } from '@lingui/react/macro';
import { SimpleGrid } from '@mantine/core';
import { TextField } from '../../ui/field.tsx';

/** What is typed of an address in one language; empty lines are sent as none. */
export interface AddressDraft {
  readonly institution: string;
  readonly title: string;
  readonly name: string;
  readonly salutation: string;
}

export const EMPTY_ADDRESS: AddressDraft = { institution: '', title: '', name: '', salutation: '' };

/**
 * The drafts as they are sent: languages of which nothing was typed are left out, but not the one that is written now,
 * so that what is missing is said beside its line.
 */
export function addressForms(drafts: Readonly<Record<string, AddressDraft>>, now: string) {
  const typed = Object.entries({ [now]: EMPTY_ADDRESS, ...drafts }).filter(
    ([lang, draft]) => lang === now || Object.values(draft).some((line) => line.trim() !== ''),
  );
  return Object.fromEntries(
    typed.map(([lang, draft]) => [
      lang,
      {
        institution: draft.institution.trim(),
        title: draft.title.trim() || null,
        name: draft.name.trim() || null,
        salutation: draft.salutation.trim(),
      },
    ]),
  );
}

/** What a letter shows of a problem beside its fields, written in one language. */
export function letterPaths(lang: string): readonly string[] {
  const address = Object.keys(EMPTY_ADDRESS).map((key) => `address.${lang}.${key}`);
  return [...address, 'institution_id', 'language', 'body', 'email', 'reply_by'];
}

/** How the letter addresses its reader in one language. */
export function AddressFields(props: {
  readonly lang: string;
  readonly draft: AddressDraft;
  readonly change: (draft: AddressDraft) => void;
}) {
  const { t } = useLingui();
  const { lang, draft, change } = props;
  const field = (key: keyof AddressDraft, label: string, description?: string) => (
    <TextField
      path={`address.${lang}.${key}`}
      label={label}
      description={description}
      lang={lang}
      maxLength={200}
      value={draft[key]}
      onChange={(event) => change({ ...draft, [key]: event.currentTarget.value })}
    />
  );
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {field('institution', t`Institution as the letter writes it`)}
      {field(
        'title',
        t`Office and protocol title`,
        t`Empty for a letter to the institution itself.`,
      )}
      {field('name', t`Name in the form that the title asks for`)}
      {field('salutation', t`First line of the letter`)}
    </SimpleGrid>
  );
}
