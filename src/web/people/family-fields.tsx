import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { v7 as uuid } from 'uuid';
import { GUARDIANSHIP_KINDS, PARENT_STATES, type ParentState } from '#domain/people/household.ts';
import { RELATIONS, type Relation } from '#domain/people/moving.ts';
import { Choice, Tick } from '../case/choice.tsx';
import { nameText } from '../case/person-name.ts';
import type { HouseholdRow } from '../case/rows.ts';
import { ChoiceField, TextField } from '../ui/field.tsx';
import { type Companion, INSTITUTION, maybeChild, type Newcomer } from './newcomer.ts';
import own from './people.module.css';
import { BasicFields } from './person-fields.tsx';
import { GUARDIANSHIP_WORDS, PARENT_STATE_WORDS, relationWord, wordOf } from './words.ts';

interface FamilyProps {
  readonly value: Newcomer;
  readonly onChange: (patch: Partial<Newcomer>) => void;
  readonly today: string;
  readonly households: readonly HouseholdRow[];
}

/** Who lives together and who came along; for a child, where the parents are and who may decide. */
export function FamilyFields(props: FamilyProps) {
  const { t } = useLingui();
  const { value, onChange, today, households } = props;
  return (
    <>
      <Choice
        path="household"
        legend={<Trans>Who does the person live with?</Trans>}
        options={[
          { value: 'alone', label: t`Alone, or not known yet` },
          { value: 'new', label: t`With people who came along` },
          ...(households.length === 0
            ? []
            : [{ value: 'existing' as const, label: t`In a household that is here already` }]),
        ]}
        value={value.household}
        onChange={(household) => onChange({ household })}
      />
      {value.household === 'existing' ? <Existing {...props} /> : null}
      {value.household === 'new' ? <Companions {...props} /> : null}
      {maybeChild(value, today) ? <ChildFields {...props} /> : null}
    </>
  );
}

function Existing({ value, onChange, households }: FamilyProps) {
  const { t } = useLingui();
  const chosen = households.find((one) => one.id === value.existing_id);
  return (
    <div className={own.fields}>
      <ChoiceField
        path="household.household_id"
        label={t`Which household`}
        data={[
          { value: '', label: t`Choose` },
          ...households.map((one) => ({ value: one.id, label: membersText(one) })),
        ]}
        value={value.existing_id}
        onChange={(event) => onChange({ existing_id: event.currentTarget.value })}
      />
      <RelationField
        label={
          chosen === undefined
            ? t`What the person is to the head of it`
            : t`What the person is to ${headText(chosen)}`
        }
        sex={value.sex}
        value={value.existing_relation}
        onChange={(existing_relation) => onChange({ existing_relation })}
      />
    </div>
  );
}

/** Who lives in a household, by the first three names. */
export function membersText(household: HouseholdRow): string {
  const living = household.members.filter((one) => one.until_day === null);
  const named = living.map((one) => nameText(one.name)).filter((name) => name !== '');
  return `${named.slice(0, 3).join(', ')}${named.length > 3 ? ' …' : ''}`;
}

export function headText(household: HouseholdRow | undefined): string {
  const living = household?.members.filter((one) => one.until_day === null) ?? [];
  const head = living.find((one) => one.relation === 'head') ?? living[0];
  return nameText(head?.name);
}

export function RelationField(props: {
  readonly label: string;
  readonly sex: string;
  readonly value: Relation;
  readonly onChange: (relation: Relation) => void;
}) {
  const { i18n } = useLingui();
  const data = RELATIONS.filter((one) => one !== 'head').map((one) => ({
    value: one,
    label: i18n._(relationWord(one, props.sex)),
  }));
  return (
    <ChoiceField
      path="relation"
      label={props.label}
      data={data}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value as Relation)}
    />
  );
}

function Companions({ value, onChange }: FamilyProps) {
  const { companions } = value;
  const add = () => {
    const made: Companion = {
      ...{ person_id: uuid(), case_id: uuid(), given: '', family: value.family },
      ...{ sex: 'unknown', birth: null, relation: 'child', own_file: true },
    };
    onChange({ companions: [...companions, made] });
  };
  return (
    <>
      {companions.map((one, at) => (
        <CompanionCard
          key={one.person_id}
          value={one}
          of={value.given}
          onChange={(patch) => onChange({ companions: companions.with(at, { ...one, ...patch }) })}
          remove={() => onChange({ companions: companions.toSpliced(at, 1) })}
        />
      ))}
      <div>
        <Button variant="default" onClick={add}>
          <Trans>Add somebody who came along</Trans>
        </Button>
      </div>
    </>
  );
}

function CompanionCard(props: {
  readonly value: Companion;
  /** The given name of the newcomer, for "what to …". */
  readonly of: string;
  readonly onChange: (patch: Partial<Companion>) => void;
  readonly remove: () => void;
}) {
  const { t } = useLingui();
  const { value, of, onChange, remove } = props;
  return (
    <div className={own.card}>
      <div className={own.fields}>
        <TextField
          path="given"
          label={t`Given name`}
          autoComplete="off"
          value={value.given}
          onChange={(event) => onChange({ given: event.currentTarget.value })}
        />
        <TextField
          path="family"
          label={t`Family name`}
          autoComplete="off"
          value={value.family}
          onChange={(event) => onChange({ family: event.currentTarget.value })}
        />
        <RelationField
          label={of === '' ? t`What they are to the person` : t`What they are to ${of}`}
          sex={value.sex}
          value={value.relation}
          onChange={(relation) => onChange({ relation })}
        />
      </div>
      <BasicFields path="companion" value={value} onChange={onChange} />
      <Tick checked={value.own_file} onChange={(own_file) => onChange({ own_file })}>
        <Trans>Came home too: open a support file of their own</Trans>
      </Tick>
      <div>
        <Button variant="subtle" onClick={remove}>
          <Trans>Take out</Trans>
        </Button>
      </div>
    </div>
  );
}

function ChildFields({ value, onChange }: FamilyProps) {
  const { t, i18n } = useLingui();
  const states = (key: 'mother' | 'father', legend: string) => (
    <Choice
      path={`kinship.${key}`}
      legend={legend}
      options={PARENT_STATES.map((state) => ({
        value: state,
        label: wordOf(i18n, PARENT_STATE_WORDS, state),
      }))}
      value={value[key]}
      onChange={(state: ParentState) => onChange({ [key]: state })}
    />
  );
  const guardians = [
    { value: '', label: t`Not known yet` },
    ...(value.household === 'new'
      ? value.companions.map((one) => ({
          value: one.person_id,
          label: [one.given, one.family].filter(Boolean).join(' ') || t`Somebody who came along`,
        }))
      : []),
    { value: INSTITUTION, label: t`An institution or an office` },
  ];
  return (
    <div className={own.card}>
      <div className={own.cardHead}>
        <Trans>For a child</Trans>
      </div>
      {states('mother', t`The mother`)}
      {states('father', t`The father`)}
      <ChoiceField
        path="guardianship"
        label={t`Guardian: who may decide for the child`}
        description={t`Parents who are here may decide without this.`}
        data={guardians}
        value={value.guardian}
        onChange={(event) => onChange({ guardian: event.currentTarget.value })}
      />
      {value.guardian === INSTITUTION ? (
        <TextField
          path="guardianship.0.guardian.institution"
          label={t`Name of the institution`}
          value={value.institution}
          onChange={(event) => onChange({ institution: event.currentTarget.value })}
        />
      ) : null}
      {value.guardian === '' ? null : (
        <Choice
          path="guardianship.0.kind"
          legend={<Trans>On what it stands</Trans>}
          options={GUARDIANSHIP_KINDS.map((kind) => ({
            value: kind,
            label: wordOf(i18n, GUARDIANSHIP_WORDS, kind),
          }))}
          value={value.guardian_kind}
          onChange={(guardian_kind) => onChange({ guardian_kind })}
        />
      )}
    </div>
  );
}
