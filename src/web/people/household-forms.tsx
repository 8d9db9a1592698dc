import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import type { Relation } from '#domain/people/moving.ts';
import { nameText } from '../case/person-name.ts';
import type { HouseholdRow, PersonRow } from '../case/rows.ts';
import { ChoiceField } from '../ui/field.tsx';
import { formatDay } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import { membersText, RelationField } from './family-fields.tsx';
import { Day, JoinForm, LeaveForm, type OfHousehold, RelativeForm } from './joining-forms.tsx';
import { MergeForm, MoveForm, SplitForm } from './moving-forms.tsx';
import own from './people.module.css';
import { RegisterForm } from './register-form.tsx';

/** What can change in a household, each behind its own button. */
export function HouseholdForms(props: OfHousehold & { readonly others: readonly HouseholdRow[] }) {
  return (
    <div className={`${styles.buttons} no-print`} style={{ marginBlockStart: '0.9rem' }}>
      <JoinForm {...props} />
      <RelativeForm {...props} />
      <LeaveForm {...props} />
      <MoveForm {...props} />
      <SplitForm {...props} />
      <MergeForm {...props} />
    </div>
  );
}

/** The households of this device in which somebody lives, but one. */
export function liveHouseholds(
  households: ReadonlyMap<string, HouseholdRow> | undefined,
  except: string,
): HouseholdRow[] {
  return [...(households?.values() ?? [])].filter(
    (one) => one.id !== except && one.members.some((member) => livesAndIsKnown(member)),
  );
}

function livesAndIsKnown(member: HouseholdRow['members'][number]): boolean {
  return member.until_day === null && member.name !== null;
}

/** Somebody who lives in no household that is written down joins one, or begins one. */
export function BeginForm(props: {
  readonly person: PersonRow;
  readonly today: string;
  readonly others: readonly HouseholdRow[];
}) {
  const { t } = useLingui();
  const { person, today, others } = props;
  const initial = {
    ...{ into: '', new_id: uuid(), relation: 'other_relative' as Relation, from: today },
  };
  return (
    <div className={styles.buttons}>
      <RegisterForm
        kind="join_household"
        about={person.id}
        open={<Trans>Write down the household</Trans>}
        initial={initial}
        body={({ into, new_id, relation, from }) => ({
          ...{ person_id: person.id, member_id: uuid(), from, begins: into === '' },
          household_id: into === '' ? new_id : into,
          relation: into === '' ? 'head' : relation,
        })}
      >
        {(value, change) => (
          <>
            <ChoiceField
              path="household_id"
              label={t`Which household`}
              data={[
                { value: '', label: t`A household of their own` },
                ...others.map((one) => ({ value: one.id, label: membersText(one) })),
              ]}
              value={value.into}
              onChange={(event) => change({ into: event.currentTarget.value })}
            />
            {value.into === '' ? null : (
              <RelationField
                label={t`What the person is to the head of it`}
                sex={person.sex}
                value={value.relation}
                onChange={(relation) => change({ relation })}
              />
            )}
            <Day path="from" label={t`Lives here since`} value={value.from} change={change} />
          </>
        )}
      </RegisterForm>
    </div>
  );
}

/** In which households the person lived before, with whom: as far as it was shared, and not where. */
export function LivedBefore(props: {
  readonly person: PersonRow;
  readonly households: ReadonlyMap<string, HouseholdRow> | undefined;
}) {
  const { t, i18n } = useLingui();
  const { person, households } = props;
  const lines = [...(households?.values() ?? [])].flatMap(({ id, members }) => {
    const mine = members.filter((one) => one.person_id === person.id);
    const until = mine.at(-1)?.until_day ?? null;
    if (until === null || mine.some((one) => one.until_day === null)) return [];
    const others = members.filter((one) => one.person_id !== person.id);
    const names = others.map((one) => nameText(one.name) || t`A family member`);
    return [{ id, day: formatDay(i18n.locale, until), names: names.join(', ') }];
  });
  if (lines.length === 0) return null;
  return (
    <div className={own.former}>
      <h3>
        <Trans>Lived before</Trans>
      </h3>
      <ul>
        {lines.map(({ id, day, names }) => (
          <li key={id}>{names === '' ? t`until ${day}` : t`until ${day} with ${names}`}</li>
        ))}
      </ul>
    </div>
  );
}
