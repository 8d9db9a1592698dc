import { useLingui as useRuntime } from '@lingui/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Details, Entry, ServicePage } from '#domain/directory/directory.ts';
import { SERVES, STAFF } from '#domain/directory/hsds/own-fields.ts';
import type { Problem } from '#domain/problem.ts';
import { Choice, Tick } from '../case/choice.tsx';
import { ChoiceField, FieldProblems, TextField } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import parts from '../ui/parts.module.css';
import { useVersionSeen } from '../ui/version-seen.ts';
import { SERVES_WORDS, STAFF_WORDS } from './directory-words.ts';
import { HoursFields } from './hours-fields.tsx';
import { type PlaceDraft, PlaceFields, placeDraft, placeOf } from './place-fields.tsx';
import { useKeep } from './use-directory.ts';

interface DetailsFormProps {
  readonly told: ServicePage;
  readonly close: () => void;
}

const SHOWN = ['minimum_age', 'maximum_age', 'phone', 'cost', 'hours'];
const said = (text: string) => (text.trim() === '' ? null : text.trim());
const age = (text: string) => (text.trim() === '' ? null : Number(text));

/** What the coordinator writes down of a service beside the plain list. */
export function DetailsForm({ told, close }: DetailsFormProps) {
  const { t } = useLingui();
  const { i18n } = useRuntime();
  const keep = useKeep();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const { service, details } = told;
  const { seen, heard } = useVersionSeen(told.version);
  const [draft, setDraft] = useState(() => ({
    minimum_age: service.minimum_age === null ? '' : String(service.minimum_age),
    maximum_age: service.maximum_age === null ? '' : String(service.maximum_age),
    ...{ serves: service.serves, staff: service.staff ?? '', childcare: service.childcare },
    ...{ description: details.description ?? '', eligibility: details.eligibility ?? '' },
    ...{ phone: details.phone ?? '', cost: details.cost ?? '' },
    required_documents: details.required_documents.join('\n'),
    hours: details.hours,
    place: placeDraft(told.places[0]),
  }));
  const change = (patch: Partial<typeof draft>) => setDraft({ ...draft, ...patch });

  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const body: Details = {
      ...{ minimum_age: age(draft.minimum_age), maximum_age: age(draft.maximum_age) },
      ...{ serves: draft.serves, childcare: draft.childcare },
      staff: draft.staff === '' ? null : (draft.staff as Entry['staff']),
      ...{ description: said(draft.description), eligibility: said(draft.eligibility) },
      ...{ phone: said(draft.phone), cost: said(draft.cost), hours: draft.hours },
      required_documents: draft.required_documents.split('\n').flatMap((line) => said(line) ?? []),
      place: placeOf(draft.place),
    };
    const wrong = await keep('PUT', `/api/directory/${service.id}`, {
      ...body,
      version: seen,
    });
    setBusy(false);
    setProblem(wrong);
    heard(wrong);
    if (wrong === undefined) close();
  }
  const texts = [
    ['description', t`What it is`],
    ['eligibility', t`For whom, in words`],
    ['required_documents', t`What to bring, a line each`],
  ] as const;
  return (
    <FieldProblems problem={problem}>
      <form className={parts.form} onSubmit={save} noValidate>
        <Choice
          path="serves"
          legend={<Trans>For whom</Trans>}
          options={SERVES.map((value) => ({ value, label: i18n._(SERVES_WORDS[value]) }))}
          value={draft.serves}
          onChange={(serves) => change({ serves })}
        />
        <div className={parts.pair}>
          <TextField
            path="minimum_age"
            type="number"
            inputMode="numeric"
            label={t`From age`}
            value={draft.minimum_age}
            onChange={(event) => change({ minimum_age: event.currentTarget.value })}
          />
          <TextField
            path="maximum_age"
            type="number"
            inputMode="numeric"
            label={t`To age`}
            value={draft.maximum_age}
            onChange={(event) => change({ maximum_age: event.currentTarget.value })}
          />
          <ChoiceField
            path="staff"
            label={t`Who works there`}
            value={draft.staff}
            data={[
              { value: '', label: t`Not known` },
              ...STAFF.map((value) => ({ value, label: i18n._(STAFF_WORDS[value]) })),
            ]}
            onChange={(event) => change({ staff: event.currentTarget.value as typeof draft.staff })}
          />
          <TextField
            path="phone"
            type="tel"
            label={t`Telephone`}
            value={draft.phone}
            onChange={(event) => change({ phone: event.currentTarget.value })}
          />
          <TextField
            path="cost"
            label={t`Cost`}
            value={draft.cost}
            onChange={(event) => change({ cost: event.currentTarget.value })}
          />
        </div>
        <Tick checked={draft.childcare} onChange={(childcare) => change({ childcare })}>
          <Trans>Children are looked after</Trans>
        </Tick>
        {texts.map(([path, label]) => (
          <Textarea
            key={path}
            label={label}
            autosize
            minRows={2}
            maxLength={2000}
            value={draft[path]}
            onChange={(event) => change({ [path]: event.currentTarget.value })}
          />
        ))}
        <HoursFields value={draft.hours} onChange={(hours) => change({ hours })} />
        <PlaceFields
          value={draft.place}
          onChange={(place: PlaceDraft) => change({ place })}
          known={told.places[0]?.confidential === true}
        />
        <FormFoot problem={problem} paths={SHOWN} busy={busy} close={close} />
      </form>
    </FieldProblems>
  );
}
