import { useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import type { ProgrammeModel } from '#domain/case/model.ts';
import type { Problem } from '#domain/problem.ts';
import { useOnce } from '../once.ts';
import { ChoiceField, FieldProblems, TextField } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { labelIn } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import { useVersionSeen } from '../ui/version-seen.ts';
import { LabelsFields } from './labels-fields.tsx';
import { OTHER_KINDS } from './organisation-kinds.ts';
import { placeOptions } from './place-options.ts';
import { type OrganisationRow, type PlaceRow, useKeep } from './use-directory.ts';

interface OrganisationFormProps {
  /** Undefined = a new one. */
  readonly organisation?: OrganisationRow;
  readonly model: ProgrammeModel;
  readonly places: readonly PlaceRow[];
  readonly close: () => void;
}

/** Who receives people: its name, a short code, what it mostly does, where it is. */
export function OrganisationForm({ organisation, model, places, close }: OrganisationFormProps) {
  const { t, i18n } = useLingui();
  const keep = useKeep();
  const add = useOnce();
  const { seen, heard } = useVersionSeen(organisation?.version ?? 0);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [draft, setDraft] = useState({
    name: organisation?.name ?? {},
    code: organisation?.code ?? '',
    kind: organisation?.kind ?? model.need_domains[0]?.code ?? '',
    place_id: organisation?.place_id ?? null,
  });
  const change = (patch: Partial<typeof draft>) => setDraft({ ...draft, ...patch });

  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const said =
      organisation === undefined
        ? await add(draft, (id) => keep('POST', '/api/organisations', { ...draft, id }))
        : await keep('PUT', `/api/organisations/${organisation.id}`, {
            ...{ ...draft, version: seen },
          });
    setBusy(false);
    setProblem(said);
    heard(said);
    if (said === undefined) close();
  }
  return (
    <FieldProblems problem={problem}>
      <form className={parts.form} onSubmit={save} noValidate>
        <LabelsFields value={draft.name} onChange={(name) => change({ name })} />
        <div className={parts.pair}>
          <TextField
            path="code"
            label={t`Short code`}
            description={t`Small Latin letters and _, for files and lists.`}
            value={draft.code}
            onChange={(event) => change({ code: event.currentTarget.value })}
          />
          <ChoiceField
            path="kind"
            label={t`What it mostly does`}
            value={draft.kind}
            data={[
              ...model.need_domains.map(({ code, labels }) => ({
                ...{ value: code, label: labelIn(i18n.locale, labels) },
              })),
              ...Object.entries(OTHER_KINDS).map(([value, words]) => ({
                ...{ value, label: i18n._(words) },
              })),
            ]}
            onChange={(event) => change({ kind: event.currentTarget.value })}
          />
          <ChoiceField
            path="place_id"
            label={t`Where`}
            value={draft.place_id ?? ''}
            data={[
              { value: '', label: t`The whole country` },
              ...placeOptions(places, i18n.locale),
            ]}
            onChange={(event) => change({ place_id: event.currentTarget.value || null })}
          />
        </div>
        <FormFoot
          problem={problem}
          paths={['name', 'code', 'kind', 'place_id']}
          busy={busy}
          close={close}
        />
      </form>
    </FieldProblems>
  );
}
