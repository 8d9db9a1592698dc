import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import type { Birth } from '#domain/people/birth.ts';
import { LEAVING_REASONS, type LeavingReason, type Relation } from '#domain/people/moving.ts';
import type { Person } from '#domain/people/person.ts';
import { Choice } from '../case/choice.tsx';
import { nameText } from '../case/person-name.ts';
import type { HouseholdRow, PersonRow } from '../case/rows.ts';
import { ChoiceField, DayField, TextField } from '../ui/field.tsx';
import { RelationField } from './family-fields.tsx';
import { livingIn } from './household.ts';
import { nameOf } from './newcomer.ts';
import own from './people.module.css';
import { BasicFields } from './person-fields.tsx';
import { NOBODY, PersonPick } from './person-pick.tsx';
import { RegisterForm } from './register-form.tsx';
import { LEAVING_WORDS, relationWord, wordOf } from './words.ts';

export interface OfHousehold {
  readonly household: HouseholdRow;
  /** Whose file this is. */
  readonly person: PersonRow;
  readonly today: string;
}

/** Somebody in reach moves in. Where they lived before ends by itself with "moves", not with this. */
export function JoinForm({ household, today }: OfHousehold) {
  const { t } = useLingui();
  const initial = { picked: NOBODY, relation: 'other_relative' as Relation, from: today };
  return (
    <RegisterForm
      kind="join_household"
      about={household.id}
      open={<Trans>Somebody moves in</Trans>}
      initial={initial}
      body={({ picked, relation, from }) => ({
        ...{ person_id: picked.person_id, member_id: uuid(), household_id: household.id },
        ...{ begins: false, relation, from },
      })}
    >
      {(value, change) => (
        <>
          <PersonPick
            value={value.picked}
            except={new Set(livingIn(household, today).map((one) => one.person_id))}
            onChange={(picked) => change({ picked })}
          />
          <RelationField
            label={t`What the person is to the head of it`}
            sex={value.picked.sex}
            value={value.relation}
            onChange={(relation) => change({ relation })}
          />
          <Day path="from" label={t`Lives here since`} value={value.from} change={change} />
        </>
      )}
    </RegisterForm>
  );
}

/** A relative who lives here and has no file: written down with the little that the others need. */
export function RelativeForm({ household, person, today }: OfHousehold) {
  const { t } = useLingui();
  const initial = {
    ...{ given: '', family: '', sex: 'unknown' as Person['sex'], birth: null as Birth | null },
    ...{ relation: 'other_relative' as Relation, from: today },
  };
  return (
    <RegisterForm
      kind="register_person"
      about={household.id}
      open={<Trans>Write down a relative</Trans>}
      initial={initial}
      body={({ given, family, sex, birth, relation, from }) => ({
        person: {
          ...({ id: uuid(), kind: 'relative', sex } as const),
          former_names: [],
          name: nameOf({ given, family, patronymic: '', single: false }),
          ...{ languages: [...person.languages], interpreter_needed: false },
          ...{ citizenships: [], papers: [], contacts: [] },
          ...(birth === null ? {} : { birth }),
        },
        household: {
          ...{ member_id: uuid(), household_id: household.id, begins: false, relation, from },
        },
        ...{ kinship: [], guardianship: [] },
      })}
    >
      {(value, change) => (
        <>
          <div className={own.fields}>
            <TextField
              path="person.name.given"
              label={t`Given name`}
              autoComplete="off"
              value={value.given}
              onChange={(event) => change({ given: event.currentTarget.value })}
            />
            <TextField
              path="person.name.family"
              label={t`Family name`}
              autoComplete="off"
              value={value.family}
              onChange={(event) => change({ family: event.currentTarget.value })}
            />
          </div>
          <BasicFields path="person" value={value} onChange={change} />
          <RelationField
            label={t`What the person is to the head of it`}
            sex={value.sex}
            value={value.relation}
            onChange={(relation) => change({ relation })}
          />
          <Day
            path="household.from"
            label={t`Lives here since`}
            value={value.from}
            change={change}
          />
        </>
      )}
    </RegisterForm>
  );
}

/** Somebody does not live here any more: the day, and an ordinary reason. */
export function LeaveForm({ household, person, today }: OfHousehold) {
  const { t, i18n } = useLingui();
  // Whoever is beyond reach is moved by who works with them.
  const members = livingIn(household, today).filter(
    (one) => one.name !== null && one.until_day === null,
  );
  const initial = {
    ...{ person_id: person.id, until: today, reason: 'not_said' as LeavingReason },
  };
  return (
    <RegisterForm
      kind="leave_household"
      about={household.id}
      open={<Trans>Somebody has left</Trans>}
      initial={initial}
      body={({ person_id, until, reason }) => {
        const member = members.find((one) => one.person_id === person_id);
        return { person_id, member_id: member?.id ?? '', until, reason };
      }}
    >
      {(value, change) => (
        <>
          <ChoiceField
            path="member_id"
            label={t`Who`}
            data={members.map((one) => ({
              value: one.person_id,
              label: `${nameText(one.name)}, ${i18n._(relationWord(one.relation, one.sex))}`,
            }))}
            value={value.person_id}
            onChange={(event) => change({ person_id: event.currentTarget.value })}
          />
          <Day path="until" label={t`Last day here`} value={value.until} change={change} />
          <ReasonChoice
            reasons={LEAVING_REASONS}
            value={value.reason}
            onChange={(reason) => change({ reason })}
          />
        </>
      )}
    </RegisterForm>
  );
}

/** Why, in ordinary words; nobody is blamed, and there is no room for more. */
export function ReasonChoice<Reason extends LeavingReason>(props: {
  readonly reasons: readonly Reason[];
  readonly value: Reason;
  readonly onChange: (reason: Reason) => void;
}) {
  const { i18n } = useLingui();
  return (
    <Choice
      path="reason"
      legend={<Trans>Why</Trans>}
      description={
        <Trans>
          Where to is not asked. What somebody says about others belongs in their own file.
        </Trans>
      }
      options={props.reasons.map((code) => ({
        value: code,
        label: wordOf(i18n, LEAVING_WORDS, code),
      }))}
      value={props.value}
      onChange={props.onChange}
    />
  );
}

export function Day<Key extends 'from' | 'until' | 'on'>(props: {
  readonly path: Key | `household.${Key}`;
  readonly label: string;
  readonly value: string;
  readonly change: (patch: Record<Key, string>) => void;
}) {
  const key = props.path.replace('household.', '') as Key;
  return (
    <DayField
      path={props.path}
      label={props.label}
      value={props.value}
      onChange={(event) =>
        props.change({ [key]: event.currentTarget.value } as Record<Key, string>)
      }
    />
  );
}
