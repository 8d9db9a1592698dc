import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { searchAnswer } from '#domain/people/search.ts';
import { useMe } from '../account/use-session.ts';
import { useAsk } from '../ask.ts';
import { Choice } from '../case/choice.tsx';
import { nameText } from '../case/person-name.ts';
import type { PersonRow } from '../case/rows.ts';
import { hasCaseload } from '../device/caseload.ts';
import { TextField } from '../ui/field.tsx';
import styles from '../ui/parts.module.css';
import { find } from './find.ts';
import own from './people.module.css';
import { useHeldRegister } from './use-register.ts';

/** Somebody who may be chosen: only people in reach are ever found. */
interface Candidate {
  readonly person_id: string;
  readonly name: string;
  readonly sex: string;
}

export interface Picked {
  readonly typed: string;
  readonly person_id: string;
  readonly sex: string;
}
export const NOBODY: Picked = { typed: '', person_id: '', sex: 'unknown' };

interface PickProps {
  readonly value: Picked;
  readonly onChange: (picked: Picked) => void;
  /** Who lives there already. */
  readonly except: ReadonlySet<string>;
}

/** Finds somebody in reach by name: on this device, or over the line where none carries files. */
export function PersonPick(props: PickProps) {
  const carried = hasCaseload(useMe().role);
  return carried ? <OnDevice {...props} /> : <OverLine {...props} />;
}

function OnDevice(props: PickProps) {
  const register = useHeldRegister();
  const all = useMemo(() => {
    const known = new Map<string, { names: PersonRow['name'][]; sex: string }>();
    for (const one of register?.people.values() ?? []) {
      known.set(one.id, { names: [one.name, ...one.former_names], sex: one.sex });
    }
    for (const { members } of register?.households.values() ?? []) {
      for (const { person_id, name, sex, kind, until_day } of members) {
        // A relative who has left and may live elsewhere is nobody's to move.
        if (kind !== 'relative' || name === null || until_day !== null) continue;
        known.set(person_id, { names: [name], sex });
      }
    }
    return [...known].map(([person_id, { names, sex }]) => ({
      ...{ person_id, sex, names, numbers: [] },
    }));
  }, [register]);
  const found = props.value.typed.trim().length < 2 ? [] : find(all, props.value.typed);
  const hits = found.map(({ person_id, names, sex }) => ({
    ...{ person_id, sex, name: nameText(names[0]) },
  }));
  return (
    <>
      <Typed {...props} />
      <Hits {...props} hits={hits} asked={props.value.typed.trim().length > 1} />
    </>
  );
}

function OverLine(props: PickProps) {
  const [asked, setAsked] = useState('');
  const path = `/api/search?text=${encodeURIComponent(asked)}`;
  const { value } = useAsk(['search', asked], path, searchAnswer, { enabled: asked !== '' });
  const hits = (value?.people ?? []).map(({ person_id, name, sex }) => ({
    ...{ person_id, sex, name: nameText(name) },
  }));
  return (
    <>
      <Typed {...props} />
      <div>
        <Button variant="default" onClick={() => setAsked(props.value.typed.trim())}>
          <Trans>Search</Trans>
        </Button>
      </div>
      <Hits {...props} hits={hits} asked={value !== undefined} />
    </>
  );
}

function Typed({ value, onChange }: PickProps) {
  const { t } = useLingui();
  return (
    <TextField
      path="person_id"
      label={t`Name of the person who moves in`}
      description={t`Only people whose support file you work with are found.`}
      autoComplete="off"
      value={value.typed}
      onChange={(event) => onChange({ ...NOBODY, typed: event.currentTarget.value })}
    />
  );
}

function Hits(props: PickProps & { readonly hits: readonly Candidate[]; readonly asked: boolean }) {
  const { value, onChange, except, asked } = props;
  const hits = props.hits.filter((one) => !except.has(one.person_id)).slice(0, 8);
  if (hits.length === 0) {
    return asked ? (
      <p className={styles.soft} role="status">
        <Trans>Nobody of this name is found among the people you work with.</Trans>
      </p>
    ) : null;
  }
  return (
    <div className={own.picks}>
      <Choice
        path="picked"
        legend={<Trans>Who is it?</Trans>}
        options={hits.map((one) => ({ value: one.person_id, label: one.name }))}
        value={value.person_id}
        onChange={(person_id) => {
          const sex = hits.find((one) => one.person_id === person_id)?.sex ?? 'unknown';
          onChange({ ...value, person_id, sex });
        }}
      />
    </div>
  );
}
