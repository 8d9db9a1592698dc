import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { v7 as uuid } from 'uuid';
import { GUARDIANSHIP_KINDS, PARENT_STATES, type ParentState } from '#domain/people/household.ts';
import { Choice } from '../case/choice.tsx';
import { nameText, personName } from '../case/person-name.ts';
import type { HouseholdRow, PersonRow } from '../case/rows.ts';
import { ChoiceField, DayField, TextField } from '../ui/field.tsx';
import { formatDay } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import { INSTITUTION } from './newcomer.ts';
import { todayHere } from './person-line.tsx';
import { RegisterForm } from './register-form.tsx';
import { useHeldRegister, useSayRegister } from './use-register.ts';
import { GUARDIANSHIP_WORDS, PARENT_STATE_WORDS, relationWord, wordOf } from './words.ts';

interface OfChild {
  readonly person: PersonRow;
  readonly households: readonly HouseholdRow[];
}

/** The other members of the child's households, by name where it is in reach. */
function useOthers({ person, households }: OfChild) {
  const { i18n } = useLingui();
  return households
    .flatMap((one) => one.members)
    .filter((one) => one.person_id !== person.id && one.until_day === null)
    .map((one) => ({
      value: one.person_id,
      label: nameText(one.name) || i18n._(relationWord(one.relation, one.sex)),
    }));
}

/** Where a parent is, in one of five kind words; what was said before ends with it. */
export function ParentForm({ person, households }: OfChild) {
  const { t, i18n } = useLingui();
  const others = useOthers({ person, households });
  const initial = {
    ...{ kind: 'mother' as 'mother' | 'father', relative_id: '' },
    state: 'present' as ParentState,
  };
  return (
    <RegisterForm
      kind="record_kinship"
      about={person.id}
      open={<Trans>Mother or father</Trans>}
      initial={initial}
      body={(value) => {
        const earlier = person.kinship.find(
          (tie) => tie.kind === value.kind && tie.until_day === null,
        );
        const relative = value.relative_id || earlier?.relative_id;
        return {
          ...{ id: uuid(), person_id: person.id, kind: value.kind, parent_state: value.state },
          ...(relative ? { relative_id: relative } : {}),
          ...(earlier === undefined ? {} : { replaces: earlier.id }),
        };
      }}
    >
      {(value, change) => (
        <>
          <Choice
            path="kind"
            legend={<Trans>Which parent</Trans>}
            options={[
              { value: 'mother', label: t`The mother` },
              { value: 'father', label: t`The father` },
            ]}
            value={value.kind}
            onChange={(kind) => change({ kind })}
          />
          <Choice
            path="parent_state"
            legend={<Trans>How it is at present</Trans>}
            options={PARENT_STATES.map((state) => ({
              value: state,
              label: wordOf(i18n, PARENT_STATE_WORDS, state),
            }))}
            value={value.state}
            onChange={(state) => change({ state })}
          />
          <ChoiceField
            path="relative_id"
            label={t`Who it is`}
            data={[{ value: '', label: t`Nobody of the household` }, ...others]}
            value={value.relative_id}
            onChange={(event) => change({ relative_id: event.currentTarget.value })}
          />
        </>
      )}
    </RegisterForm>
  );
}

export function GuardianForm({ person, households, today }: OfChild & { readonly today: string }) {
  const { t, i18n } = useLingui();
  const others = useOthers({ person, households });
  const initial = {
    ...{ guardian: others[0]?.value ?? INSTITUTION, institution: '', from: today },
    kind: 'customary' as (typeof GUARDIANSHIP_KINDS)[number],
  };
  return (
    <RegisterForm
      kind="record_guardianship"
      about={person.id}
      open={<Trans>Add a guardian</Trans>}
      initial={initial}
      body={(value) => ({
        ...{ id: uuid(), child_id: person.id, kind: value.kind, from: value.from },
        guardian:
          value.guardian === INSTITUTION
            ? { institution: value.institution.trim() }
            : { person_id: value.guardian },
      })}
    >
      {(value, change) => (
        <>
          <ChoiceField
            path="guardian"
            label={t`Guardian`}
            data={[...others, { value: INSTITUTION, label: t`An institution or an office` }]}
            value={value.guardian}
            onChange={(event) => change({ guardian: event.currentTarget.value })}
          />
          {value.guardian === INSTITUTION ? (
            <TextField
              path="guardian.institution"
              label={t`Name of the institution`}
              value={value.institution}
              onChange={(event) => change({ institution: event.currentTarget.value })}
            />
          ) : null}
          <Choice
            path="kind"
            legend={<Trans>On what it stands</Trans>}
            options={GUARDIANSHIP_KINDS.map((kind) => ({
              value: kind,
              label: wordOf(i18n, GUARDIANSHIP_WORDS, kind),
            }))}
            value={value.kind}
            onChange={(kind) => change({ kind })}
          />
          <DayField
            path="from"
            label={t`Since`}
            value={value.from}
            onChange={(event) => change({ from: event.currentTarget.value })}
          />
        </>
      )}
    </RegisterForm>
  );
}

/** Who has guardianship now; it can be marked as contested, and ended. */
export function Guardians(props: OfChild & { readonly mayChange: boolean }) {
  const { i18n } = useLingui();
  const { person, mayChange } = props;
  const others = useOthers(props);
  // A guardian need not live with the child.
  const people = useHeldRegister()?.people;
  const say = useSayRegister();
  const today = todayHere();
  const held = person.guardianship.filter(
    (one) => one.until_day === null || one.until_day >= today,
  );
  if (held.length === 0) return null;
  return (
    <ul className={styles.list}>
      {held.map((one) => {
        const of = { child_id: person.id, guardianship_id: one.id };
        const known =
          others.find((other) => other.value === one.guardian_id)?.label ??
          personName(people?.get(one.guardian_id ?? '') ?? null);
        const since = one.from_day === null ? '' : formatDay(i18n.locale, one.from_day);
        return (
          <li key={one.id}>
            <div className={styles.item}>
              <div>
                <Trans>
                  Guardian: <strong>{(one.institution ?? known) || '—'}</strong>
                </Trans>{' '}
                {one.contested ? (
                  <span className={styles.tag} data-tone="look">
                    <Trans>contested</Trans>
                  </span>
                ) : null}
                <div className={styles.soft}>
                  {[wordOf(i18n, GUARDIANSHIP_WORDS, one.kind), since].filter(Boolean).join(' · ')}
                </div>
              </div>
              {mayChange ? (
                <div className={styles.buttons}>
                  <Button
                    variant="subtle"
                    onClick={() =>
                      void say('contest_guardianship', { ...of, contested: !one.contested })
                    }
                  >
                    {one.contested ? (
                      <Trans>The doubt is cleared</Trans>
                    ) : (
                      <Trans>Somebody contests this</Trans>
                    )}
                  </Button>
                  <Button
                    variant="subtle"
                    onClick={() => void say('end_guardianship', { ...of, until: today })}
                  >
                    <Trans>It has ended</Trans>
                  </Button>
                </div>
              ) : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
