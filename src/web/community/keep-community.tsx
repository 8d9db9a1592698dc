import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { z } from 'zod';
import type { Problem } from '#domain/problem.ts';
import { Tick } from '../case/choice.tsx';
import { placeOptions } from '../directory/place-options.ts';
import type { PlaceRow } from '../directory/use-directory.ts';
import { call } from '../http.ts';
import { useOnce } from '../once.ts';
import {
  ChoiceField,
  DayField,
  FieldProblems,
  otherProblems,
  TextField,
  unfilled,
} from '../ui/field.tsx';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { ProseField } from '../ui/prose-field.tsx';

interface KeepProps {
  readonly places: readonly PlaceRow[];
}

const ACTIVITY = { place_id: '', activity: '', on: '', attended: '' };
const READINESS = { place_id: '', words: '', on: '' };

/** One more activity of a place. */
export function KeepActivity({ places }: KeepProps) {
  const { t } = useLingui();
  const [value, setValue] = useState(ACTIVITY);
  const [open, setOpen] = useState(true);
  const change = (patch: Partial<typeof ACTIVITY>) => setValue({ ...value, ...patch });
  return (
    <Keep
      title={<Trans>Something was done together</Trans>}
      path="activities"
      value={value}
      body={() => ({ ...value, attended: Number(value.attended), open_to_all: open })}
      done={() => setValue(ACTIVITY)}
    >
      <PlaceField places={places} value={value} change={change} />
      <TextField
        path="activity"
        label={t`What was done`}
        value={value.activity}
        onChange={(event) => change({ activity: event.currentTarget.value })}
      />
      <TextField
        path="attended"
        label={t`How many came`}
        description={t`Count everybody alike; name nobody.`}
        type="number"
        inputMode="numeric"
        min={0}
        value={value.attended}
        onChange={(event) => change({ attended: event.currentTarget.value })}
      />
      <DayField
        path="on"
        label={t`Day`}
        value={value.on}
        onChange={(event) => change({ on: event.currentTarget.value })}
      />
      <Tick checked={open} onChange={setOpen}>
        <Trans>It was open to all</Trans>
      </Tick>
    </Keep>
  );
}

/** How ready a place is, in words. */
export function KeepReadiness({ places }: KeepProps) {
  const { t } = useLingui();
  const [value, setValue] = useState(READINESS);
  const change = (patch: Partial<typeof READINESS>) => setValue({ ...value, ...patch });
  return (
    <Keep
      title={<Trans>Write down how ready a place is</Trans>}
      path="readiness"
      value={value}
      body={() => value}
      done={() => setValue(READINESS)}
    >
      <PlaceField places={places} value={value} change={change} />
      <ProseField
        path="words"
        label={t`In your words`}
        description={t`Schools, clinics, neighbours: what is there and what is missing`}
        maxLength={8000}
        value={value.words}
        onChange={(words) => change({ words })}
      />
      <DayField
        path="on"
        label={t`Day`}
        value={value.on}
        onChange={(event) => change({ on: event.currentTarget.value })}
      />
    </Keep>
  );
}

function PlaceField(props: {
  readonly places: readonly PlaceRow[];
  readonly value: { readonly place_id: string };
  readonly change: (patch: { place_id: string }) => void;
}) {
  const { t, i18n } = useLingui();
  return (
    <ChoiceField
      path="place_id"
      label={t`Where`}
      value={props.value.place_id}
      data={[{ value: '', label: t`Please choose` }, ...placeOptions(props.places, i18n.locale)]}
      onChange={(event) => props.change({ place_id: event.currentTarget.value })}
    />
  );
}

function Keep(props: {
  readonly title: ReactNode;
  readonly path: 'activities' | 'readiness';
  readonly value: Readonly<Record<string, string>>;
  readonly body: () => object;
  readonly done: () => void;
  readonly children: ReactNode;
}) {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const add = useOnce();
  async function save(event: FormEvent) {
    event.preventDefault();
    const empty = unfilled(props.value);
    if (empty !== undefined) return setProblem(empty);
    setBusy(true);
    const found = await add(props.body(), async (id) => {
      const body = { ...props.body(), id };
      const path = `/api/community/${props.path}`;
      const reply = await call(path, z.unknown(), { method: 'POST', body });
      return reply.ok ? undefined : reply.problem;
    });
    setBusy(false);
    setProblem(found);
    if (found !== undefined) return;
    props.done();
    await queries.invalidateQueries({ queryKey: ['community'] });
  }
  return (
    <Section title={props.title}>
      <FieldProblems problem={problem}>
        <form className={parts.form} onSubmit={save} noValidate>
          {props.children}
          <ProblemText problem={otherProblems(problem, Object.keys(props.value))} />
          <div className={parts.buttons}>
            <Button type="submit" loading={busy}>
              <Trans>Save</Trans>
            </Button>
          </div>
        </form>
      </FieldProblems>
    </Section>
  );
}
