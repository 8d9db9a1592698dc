import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { CourseRow } from '#domain/course/course.ts';
import { mayReceive } from '#domain/directory/neighbourhood.ts';
import type { Problem } from '#domain/problem.ts';
import { Many, Tick } from '../case/choice.tsx';
import { LabelsFields } from '../directory/labels-fields.tsx';
import { placeOptions } from '../directory/place-options.ts';
import { useKeep, useOrganisations, usePlaces } from '../directory/use-directory.ts';
import { ChoiceField, DayField, FieldProblems, TextField } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { labelIn, languageName } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import { useVersionSeen } from '../ui/version-seen.ts';

interface CourseFormProps {
  /** Undefined = a new one. */
  readonly course?: CourseRow;
  readonly close: () => void;
}

const LANGUAGES = ['uz', 'ru', 'kaa', 'tg', 'kk', 'ky', 'en'];
const SHOWN = [
  ...['name', 'code', 'organisation_id', 'occupation', 'occupation_words', 'place_id', 'hours'],
  ...['starts_on', 'ends_on', 'wishes_until', 'seats', 'languages', 'cost.amount', 'cost.currency'],
];

/** Writes a course down, or changes it. */
export function CourseForm({ course, close }: CourseFormProps) {
  const { t, i18n } = useLingui();
  const keep = useKeep();
  const organisations = useOrganisations();
  const places = usePlaces();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const { seen, heard } = useVersionSeen(course?.version ?? 0);
  const [draft, setDraft] = useState(() => draftOf(course));
  const change = (patch: Partial<typeof draft>) => setDraft({ ...draft, ...patch });

  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const said =
      course === undefined
        ? await keep('POST', '/api/courses', { ...bodyOf(draft), id: uuid() })
        : await keep('PUT', `/api/courses/${course.id}`, {
            ...{ ...bodyOf(draft), version: seen },
          });
    setBusy(false);
    setProblem(said);
    heard(said);
    if (said === undefined) close();
  }
  const text = (
    path: keyof typeof draft & ('code' | 'occupation' | 'occupation_words' | 'hours'),
  ) => ({
    ...{ path, value: draft[path] },
    onChange: (event: { currentTarget: { value: string } }) =>
      change({ [path]: event.currentTarget.value }),
  });
  const dayOf = (path: 'starts_on' | 'ends_on' | 'wishes_until') => ({
    ...{ path, value: draft[path] },
    onChange: (event: { currentTarget: { value: string } }) =>
      change({ [path]: event.currentTarget.value }),
  });
  return (
    <FieldProblems problem={problem}>
      <form className={parts.form} onSubmit={save} noValidate>
        <LabelsFields value={draft.name} onChange={(name) => change({ name })} />
        <div className={parts.pair}>
          <ChoiceField
            path="organisation_id"
            label={t`Who teaches it`}
            value={draft.organisation_id}
            data={[
              { value: '', label: t`Please choose` },
              ...(organisations.value ?? [])
                .filter(({ merged_into }) => merged_into === null)
                .filter(({ kind }) => mayReceive(kind))
                .map(({ id, name }) => ({ value: id, label: labelIn(i18n.locale, name) }))
                .toSorted((a, b) => a.label.localeCompare(b.label, i18n.locale)),
            ]}
            onChange={(event) => change({ organisation_id: event.currentTarget.value })}
          />
          <TextField
            {...text('code')}
            label={t`Short code`}
            description={t`Small Latin letters and _, for files and lists.`}
          />
          <TextField
            {...text('occupation_words')}
            label={t`Trade`}
            description={t`As people call it: sewing, welding.`}
            maxLength={200}
          />
          <TextField
            {...text('occupation')}
            label={t`Occupation by ISCO-08`}
            description={t`Four figures, if known.`}
            inputMode="numeric"
            maxLength={4}
          />
          <ChoiceField
            path="place_id"
            label={t`Where`}
            value={draft.place_id}
            data={[
              { value: '', label: t`The whole country` },
              ...placeOptions(places.value ?? [], i18n.locale),
            ]}
            onChange={(event) => change({ place_id: event.currentTarget.value })}
          />
          <TextField
            path="seats"
            label={t`Seats`}
            inputMode="numeric"
            value={draft.seats}
            onChange={(event) => change({ seats: event.currentTarget.value })}
          />
          <DayField {...dayOf('starts_on')} label={t`From`} />
          <DayField {...dayOf('ends_on')} label={t`Until`} />
          <TextField
            {...text('hours')}
            label={t`When`}
            description={t`Days and hours in plain words.`}
            maxLength={200}
          />
          <DayField {...dayOf('wishes_until')} label={t`Last day for wishes`} />
          <TextField
            path="cost.amount"
            label={t`Cost for the person`}
            description={t`Empty where it costs nothing.`}
            inputMode="decimal"
            value={draft.amount}
            onChange={(event) => change({ amount: event.currentTarget.value })}
          />
          <TextField
            path="cost.currency"
            label={t`Currency`}
            maxLength={3}
            value={draft.currency}
            onChange={(event) => change({ currency: event.currentTarget.value.toUpperCase() })}
          />
        </div>
        <Textarea
          label={t`What is required`}
          description={t`What somebody must bring or know to begin. Nothing about a person.`}
          autosize
          minRows={2}
          maxLength={1000}
          value={draft.entry}
          onChange={(event) => change({ entry: event.currentTarget.value })}
        />
        <Many
          path="languages"
          legend={<Trans>Languages of the course</Trans>}
          options={[...new Set([...LANGUAGES, ...draft.languages])].map((value) => ({
            value,
            label: languageName(i18n.locale, value),
          }))}
          value={draft.languages}
          onChange={(languages) => change({ languages })}
        />
        <Tick checked={draft.childcare} onChange={(childcare) => change({ childcare })}>
          <Trans>Children are looked after meanwhile</Trans>
        </Tick>
        <Tick checked={draft.open} onChange={(open) => change({ open })}>
          <Trans>People may wish for it</Trans>
        </Tick>
        <FormFoot problem={problem} paths={SHOWN} busy={busy} close={close} />
      </form>
    </FieldProblems>
  );
}

function draftOf(course: CourseRow | undefined) {
  return {
    name: course?.name ?? {},
    code: course?.code ?? '',
    organisation_id: course?.organisation_id ?? '',
    occupation: course?.occupation ?? '',
    occupation_words: course?.occupation_words ?? '',
    place_id: course?.place_id ?? '',
    seats: course === undefined ? '' : String(course.seats),
    starts_on: course?.starts_on ?? '',
    ends_on: course?.ends_on ?? '',
    wishes_until: course?.wishes_until ?? '',
    hours: course?.hours ?? '',
    amount: course?.cost?.amount ?? '',
    currency: course?.cost?.currency ?? 'UZS',
    entry: course?.entry ?? '',
    languages: [...(course?.languages ?? ['uz', 'ru'])],
    childcare: course?.childcare ?? false,
    open: course?.open ?? true,
  };
}

function bodyOf({ amount, currency, seats, ...draft }: ReturnType<typeof draftOf>) {
  const orNull = (value: string) => (value.trim() === '' ? null : value.trim());
  return {
    ...draft,
    ...{ occupation: orNull(draft.occupation), occupation_words: orNull(draft.occupation_words) },
    ...{ place_id: orNull(draft.place_id), ends_on: orNull(draft.ends_on) },
    ...{ wishes_until: orNull(draft.wishes_until), hours: orNull(draft.hours) },
    entry: orNull(draft.entry),
    // What is no number is sent as it is, so that the answer names the field.
    seats: /^-?\d{1,9}$/.test(seats.trim()) ? Number(seats) : seats,
    cost: amount.trim() === '' ? null : { amount: amount.trim(), currency },
  };
}
