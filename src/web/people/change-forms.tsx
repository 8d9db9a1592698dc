import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import type { Citizenship } from '#domain/people/country.ts';
import { sameValue } from '#domain/people/field-conflict.ts';
import type { Contact, Paper } from '#domain/people/person.ts';
import type { PersonFields } from '#domain/people/register.ts';
import { Choice } from '../case/choice.tsx';
import type { PersonRow } from '../case/rows.ts';
import { birthOfRow } from '../case/use-age.ts';
import { TextField } from '../ui/field.tsx';
import { ContactFields, NEW_CONTACT } from './contact-fields.tsx';
import { nameOf } from './newcomer.ts';
import { NEW_PAPER, PaperFields } from './paper-fields.tsx';
import { BasicFields, LanguageFields, NameFields, type TypedName } from './person-fields.tsx';
import { RegisterForm } from './register-form.tsx';
import { ReturnParts } from './return-fields.tsx';

interface OfPerson {
  readonly person: PersonRow;
}

function typedName({ name }: PersonRow): TypedName {
  const { given = '', patronymic = '', family = '', single } = name;
  return { given: single ?? given, patronymic, family, single: single !== undefined };
}

/** Changes what somebody is called and known by; only what differs is sent. */
export function ChangeBasics({ person }: OfPerson) {
  const { t } = useLingui();
  const initial = {
    ...typedName(person),
    ...{ called: person.called ?? '', sex: person.sex, birth: birthOfRow(person) ?? null },
    ...{ languages: person.languages, interpreter_needed: person.interpreter_needed },
    citizenships: person.citizenships as readonly Citizenship[],
    // What its author saw, also where the draft is saved days later.
    ...{ seen: fieldsOf(person), seen_version: person.version },
  };
  return (
    <RegisterForm
      kind="change_person"
      about={person.id}
      open={<Trans>Change</Trans>}
      initial={initial}
      body={({ seen, seen_version, ...value }) => {
        const script = seen.name?.script;
        const next: Required<PersonFields> = {
          name: { ...nameOf(value), ...(script === undefined ? {} : { script }) },
          ...{ called: value.called.trim() || null, sex: value.sex, birth: value.birth },
          ...{ languages: [...value.languages], interpreter_needed: value.interpreter_needed },
          citizenships: [...value.citizenships],
        };
        return { person_id: person.id, seen_version, changes: differing(next, seen) };
      }}
    >
      {(value, change) => (
        <>
          <NameFields path="changes.name" value={value} onChange={change} />
          <TextField
            path="changes.called"
            label={t`Wishes to be called`}
            autoComplete="off"
            value={value.called}
            onChange={(event) => change({ called: event.currentTarget.value })}
          />
          <BasicFields path="changes" value={value} onChange={change} />
          <LanguageFields value={value} onChange={(patch) => change(patch)} />
        </>
      )}
    </RegisterForm>
  );
}

function fieldsOf(person: PersonRow): Required<PersonFields> {
  return {
    ...{ name: person.name, called: person.called, sex: person.sex },
    ...{ birth: birthOfRow(person) ?? null, languages: [...person.languages] },
    interpreter_needed: person.interpreter_needed,
    citizenships: [...person.citizenships] as Citizenship[],
  };
}

function differing(next: Required<PersonFields>, before: object): PersonFields {
  const changed = Object.entries(next).filter(
    ([field, value]) => !sameValue(value, Reflect.get(before, field)),
  );
  return Object.fromEntries(changed);
}

export function AddName({ person }: OfPerson) {
  const { t } = useLingui();
  const initial = {
    ...{ given: '', patronymic: '', family: '', single: false },
    kind: 'former' as 'former' | 'other_spelling',
  };
  return (
    <RegisterForm
      kind="add_name"
      about={person.id}
      open={<Trans>Add another name</Trans>}
      initial={initial}
      body={(value) => ({
        person_id: person.id,
        name: { ...nameOf(value), kind: value.kind },
      })}
    >
      {(value, change) => (
        <>
          <Choice
            path="name.kind"
            legend={<Trans>Which name</Trans>}
            options={[
              { value: 'former', label: t`borne before` },
              { value: 'other_spelling', label: t`another spelling` },
            ]}
            value={value.kind}
            onChange={(kind) => change({ kind })}
          />
          <NameFields path="name" value={value} onChange={change} />
        </>
      )}
    </RegisterForm>
  );
}

/** A new paper, or what became of one. */
export function PaperForm({ person, paper }: OfPerson & { readonly paper: Paper | null }) {
  return (
    <RegisterForm
      kind="change_paper"
      about={`${person.id}/${paper === null ? 'new' : JSON.stringify(paper)}`}
      open={paper === null ? <Trans>Add a paper</Trans> : <Trans>Change</Trans>}
      initial={{ paper: paper ?? NEW_PAPER }}
      body={(value) => ({ person_id: person.id, before: paper, after: value.paper })}
    >
      {(value, change) => (
        <PaperFields
          path="after"
          value={value.paper}
          onChange={(changed) => change({ paper: changed })}
        />
      )}
    </RegisterForm>
  );
}

export function ContactForm({ person, contact }: OfPerson & { readonly contact: Contact | null }) {
  return (
    <RegisterForm
      kind="change_contact"
      about={`${person.id}/${contact === null ? 'new' : JSON.stringify(contact)}`}
      open={contact === null ? <Trans>Add a way to reach the person</Trans> : <Trans>Change</Trans>}
      initial={{ contact: contact ?? NEW_CONTACT }}
      body={(value) => ({ person_id: person.id, before: contact, after: value.contact })}
    >
      {(value, change) => (
        <ContactFields
          path="after"
          value={value.contact}
          onChange={(changed) => change({ contact: changed })}
        />
      )}
    </RegisterForm>
  );
}

export function AddReturn({ person }: OfPerson) {
  const initial = {
    ...{ context: 'conflict_zone' as const, arrived_on: '', from_country: '', operation: '' },
  };
  return (
    <RegisterForm
      kind="record_return"
      about={person.id}
      open={<Trans>Add a return</Trans>}
      initial={initial}
      body={(value) => ({
        ...{ id: uuid(), person_id: person.id, context: value.context },
        ...(value.arrived_on === '' ? {} : { arrived_on: value.arrived_on }),
        ...(value.from_country === '' ? {} : { from_country: value.from_country }),
        ...(value.operation.trim() === '' ? {} : { operation: value.operation.trim() }),
      })}
    >
      {(value, change) => (
        <ReturnParts value={value} onChange={(patch) => change(patch as Partial<typeof initial>)} />
      )}
    </RegisterForm>
  );
}
