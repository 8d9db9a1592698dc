import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import type { ServicePage } from '#domain/directory/directory.ts';
import type { Problem } from '#domain/problem.ts';
import { Tick } from '../case/choice.tsx';
import { FieldProblems, TextField } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import parts from '../ui/parts.module.css';
import { useVersionSeen } from '../ui/version-seen.ts';
import { useKeep } from './use-directory.ts';

interface CapacityFormProps {
  readonly told: ServicePage;
  readonly close: () => void;
}

const PATHS = ['capacity', 'places_free', 'waiting_days'] as const;
const typed = (value: number | null) => (value === null ? '' : String(value));
const meant = (text: string) => (text.trim() === '' ? null : Number(text));

/** How many a service takes and how long one waits: by the organisation itself or the coordinator. */
export function CapacityForm({ told, close }: CapacityFormProps) {
  const { t } = useLingui();
  const keep = useKeep();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const { service } = told;
  const { seen, heard } = useVersionSeen(told.capacity_version);
  const [draft, setDraft] = useState({
    capacity: typed(service.capacity),
    places_free: typed(service.places_free),
    waiting_days: typed(service.waiting_days),
  });
  const [assured, setAssured] = useState(true);
  const labels = {
    capacity: t`Places in all`,
    places_free: t`Free places`,
    waiting_days: t`Wait in days`,
  };

  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const said = await keep('PUT', `/api/directory/${service.id}/capacity`, {
      ...Object.fromEntries(PATHS.map((path) => [path, meant(draft[path])])),
      ...{ assured, version: seen },
    });
    setBusy(false);
    setProblem(said);
    heard(said);
    if (said === undefined) close();
  }
  return (
    <FieldProblems problem={problem}>
      <form className={parts.form} onSubmit={save} noValidate>
        <div className={parts.pair}>
          {PATHS.map((path) => (
            <TextField
              key={path}
              path={path}
              type="number"
              inputMode="numeric"
              min={0}
              label={labels[path]}
              value={draft[path]}
              onChange={(event) => setDraft({ ...draft, [path]: event.currentTarget.value })}
            />
          ))}
        </div>
        <Tick checked={assured} onChange={setAssured}>
          <Trans>I made sure today that everything written here is true</Trans>
        </Tick>
        <FormFoot problem={problem} paths={PATHS} busy={busy} close={close} />
      </form>
    </FieldProblems>
  );
}
