import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { MOVING_REASONS, type MovingReason, type Relation } from '#domain/people/moving.ts';
import { Many } from '../case/choice.tsx';
import { nameText } from '../case/person-name.ts';
import type { HouseholdRow } from '../case/rows.ts';
import { ChoiceField } from '../ui/field.tsx';
import styles from '../ui/parts.module.css';
import { headText, membersText, RelationField } from './family-fields.tsx';
import { livingIn } from './household.ts';
import { Day, type OfHousehold, ReasonChoice } from './joining-forms.tsx';
import own from './people.module.css';
import { RegisterForm } from './register-form.tsx';
import { relationWord } from './words.ts';

type Member = HouseholdRow['members'][number];
/** What those who move are in the other household; not said = what they were. */
type Relations = Readonly<Record<string, Relation>>;

interface Moving extends OfHousehold {
  /** The households of this device in which somebody could live instead. */
  readonly others: readonly HouseholdRow[];
}

const NEW = '';

/** The person of this file goes to live in another household: leaving and joining as one act. */
export function MoveForm({ household, person, today, others }: Moving) {
  const { t } = useLingui();
  const member = livingIn(household, today).find((one) => one.person_id === person.id);
  const initial = {
    ...{ into: NEW, new_id: uuid(), relation: 'other_relative' as Relation, from: today },
    reason: 'moved_out' as MovingReason,
  };
  if (member === undefined) return null;
  return (
    <RegisterForm
      kind="move_household"
      about={`${household.id}/${person.id}`}
      open={<Trans>Moves to another household</Trans>}
      initial={initial}
      body={({ into, new_id, relation, from, reason }) => ({
        ...{ person_id: person.id, leaves: member.id, reason, member_id: uuid(), from },
        ...{ household_id: into === NEW ? new_id : into, begins: into === NEW },
        relation: into === NEW ? 'head' : relation,
      })}
    >
      {(value, change) => (
        <>
          <IntoField
            others={others}
            own={t`A household of their own`}
            value={value.into}
            onChange={(into) => change({ into })}
          />
          {value.into === NEW ? null : (
            <RelationField
              label={t`What the person is to the head of it`}
              sex={person.sex}
              value={value.relation}
              onChange={(relation) => change({ relation })}
            />
          )}
          <Day path="from" label={t`Day of the move`} value={value.from} change={change} />
          <ReasonChoice
            reasons={MOVING_REASONS}
            value={value.reason}
            onChange={(reason) => change({ reason })}
          />
        </>
      )}
    </RegisterForm>
  );
}

/** Some of a household begin one of their own. Neither side is told where the other lives. */
export function SplitForm({ household, today }: OfHousehold) {
  const { t } = useLingui();
  const members = livingIn(household, today).filter((one) => one.until_day === null);
  const movable = members.filter((one) => one.name !== null);
  const initial = {
    ...{ going: [] as string[], head: '', relations: {} as Relations, new_id: uuid() },
    ...{ on: today, reason: 'moved_out' as MovingReason },
  };
  if (members.length < 2) return null;
  return (
    <RegisterForm
      kind="split_household"
      about={household.id}
      open={<Trans>The household splits</Trans>}
      initial={initial}
      body={({ going, head, relations, new_id, on, reason }) => ({
        ...{ household_id: household.id, new_household_id: new_id, on, reason },
        movers: movable
          .filter((one) => going.includes(one.person_id))
          .map((one) => ({
            ...moverOf(one),
            relation:
              one.person_id === (going.includes(head) ? head : going[0])
                ? 'head'
                : (relations[one.person_id] ?? 'other_relative'),
          })),
      })}
    >
      {(value, change) => {
        const going = movable.filter((one) => value.going.includes(one.person_id));
        const head = going.find((one) => one.person_id === value.head) ?? going[0];
        return (
          <>
            <Many
              path="movers"
              legend={<Trans>Who moves out together</Trans>}
              description={
                <Trans>
                  The others stay as they are. Neither side is told where the other lives.
                </Trans>
              }
              options={movable.map((one) => ({ value: one.person_id, label: <Named one={one} /> }))}
              value={value.going}
              onChange={(ids) => change({ going: ids })}
            />
            {going.length > 1 ? (
              <ChoiceField
                path="head"
                label={t`Head of the new household`}
                data={going.map((one) => ({ value: one.person_id, label: nameText(one.name) }))}
                value={head?.person_id ?? ''}
                onChange={(event) => change({ head: event.currentTarget.value })}
              />
            ) : null}
            <RelationFields
              members={going.filter((one) => one !== head)}
              of={nameText(head?.name)}
              value={value.relations}
              onChange={(relations) => change({ relations })}
            />
            <Day path="on" label={t`Day of the move`} value={value.on} change={change} />
            <ReasonChoice
              reasons={MOVING_REASONS}
              value={value.reason}
              onChange={(reason) => change({ reason })}
            />
          </>
        );
      }}
    </RegisterForm>
  );
}

/** All of this household move in with another one. */
export function MergeForm({ household, today, others }: Moving) {
  const { t } = useLingui();
  const members = livingIn(household, today).filter((one) => one.until_day === null);
  const beyond = members.some((one) => one.name === null);
  const initial = { into: others[0]?.id ?? NEW, relations: {} as Relations, on: today };
  if (others.length === 0) return null;
  return (
    <RegisterForm
      kind="merge_households"
      about={household.id}
      open={<Trans>Moves together with another household</Trans>}
      initial={initial}
      body={({ into, relations, on }) => ({
        ...{ household_id: household.id, into_id: into, on },
        movers: members.map((one) => ({
          ...moverOf(one),
          relation: relations[one.person_id] ?? 'other_relative',
        })),
      })}
    >
      {(value, change) => (
        <>
          {beyond ? (
            <p className={styles.soft}>
              <Trans>
                Somebody here has a support file that is not yours. Your supervisor can join the two
                households.
              </Trans>
            </p>
          ) : null}
          <IntoField others={others} value={value.into} onChange={(into) => change({ into })} />
          <RelationFields
            members={members}
            of={headText(others.find((one) => one.id === value.into))}
            value={value.relations}
            onChange={(relations) => change({ relations })}
          />
          <Day path="on" label={t`Day of the move`} value={value.on} change={change} />
        </>
      )}
    </RegisterForm>
  );
}

function moverOf(one: Member) {
  return { person_id: one.person_id, leaves: one.id, member_id: uuid() };
}

function Named({ one }: { readonly one: Member }) {
  const { i18n } = useLingui();
  return `${nameText(one.name)}, ${i18n._(relationWord(one.relation, one.sex))}`;
}

function IntoField(props: {
  readonly others: readonly HouseholdRow[];
  /** The words for a household that begins, where that may be chosen. */
  readonly own?: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
}) {
  const { t } = useLingui();
  return (
    <ChoiceField
      path="into_id"
      label={t`Which household`}
      data={[
        ...(props.own === undefined ? [] : [{ value: NEW, label: props.own }]),
        ...props.others.map((one) => ({ value: one.id, label: membersText(one) })),
      ]}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

function RelationFields(props: {
  readonly members: readonly Member[];
  readonly of: string;
  readonly value: Relations;
  readonly onChange: (relations: Relations) => void;
}) {
  const { t, i18n } = useLingui();
  const { members, of, value, onChange } = props;
  if (members.length === 0) return null;
  return (
    <div className={own.fields}>
      {members.map((one) => {
        const name = nameText(one.name) || i18n._(relationWord(one.relation, one.sex));
        return (
          <RelationField
            key={one.id}
            label={of === '' ? t`What ${name} is to the head of it` : t`What ${name} is to ${of}`}
            sex={one.sex}
            value={value[one.person_id] ?? 'other_relative'}
            onChange={(relation) => onChange({ ...value, [one.person_id]: relation })}
          />
        );
      })}
    </div>
  );
}
