import { useLingui } from '@lingui/react/macro';
import { ChoiceField } from '../ui/field.tsx';
import type { Listed } from './use-listed.ts';
import { useNames } from './use-names.ts';

const NOBODY = 'nobody';
/** The files of one worker, of nobody, or of the whole team. */
export const ofWorker = (worker: string) => (file: Listed) =>
  worker === '' || (file.row.worker_id ?? NOBODY) === worker;

interface WorkerChoiceProps {
  readonly files: readonly Listed[];
  readonly worker: string;
  readonly onChoose: (worker: string) => void;
}

/** Whose files are shown: forty of a team are a long way to look through. */
export function WorkerChoice({ files, worker, onChoose }: WorkerChoiceProps) {
  const { t, i18n } = useLingui();
  const names = useNames();
  const nameOf = (id: string) =>
    id === NOBODY ? t`Without a support worker` : (names.account(id) ?? t`Somebody who has left`);
  const counts = Map.groupBy(files, ({ row }) => row.worker_id ?? NOBODY);
  // Whoever was chosen stays in the list, also where nothing of theirs is left to show.
  const ids = [...new Set([...counts.keys(), ...(worker === '' ? [] : [worker])])];
  if (ids.length < 2 && worker === '') return null;
  const data = ids
    .map((value) => ({ value, label: `${nameOf(value)} (${counts.get(value)?.length ?? 0})` }))
    .toSorted((a, b) => a.label.localeCompare(b.label, i18n.locale));
  return (
    <ChoiceField
      path="worker"
      label={t`Support worker`}
      value={worker}
      data={[{ value: '', label: t`The whole team` }, ...data]}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}
