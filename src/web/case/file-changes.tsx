import { Trans, useLingui } from '@lingui/react/macro';
import type { ProgrammeModel } from '#domain/case/model.ts';
import type { Task } from '#domain/case/task.ts';
import { fileDifference } from '#domain/programme/file-difference.ts';
import changes from '../programme/model-draft.module.css';
import { formatMoment } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { requirementWords } from './case-words.ts';
import { useLabel } from './labels.ts';
import { taskText } from './task-words.ts';

interface ChangesProps {
  readonly file: CaseFile;
  readonly before: ProgrammeModel;
  readonly after: ProgrammeModel;
}

/** What another version means for one file, in words: other dates, what is asked for, where it goes on to. */
export function FileChanges({ file, before, after }: ChangesProps) {
  const { i18n } = useLingui();
  const label = useLabel();
  const found = fileDifference(file.state, before, after, file.situation);
  const text = (task: Task, model: ProgrammeModel) => {
    const said = taskText(i18n.locale, { file: { ...file, model }, task });
    return typeof said === 'string' ? said : i18n._(said);
  };
  const next = found.moves_to === null ? '' : label(after.stages, found.moves_to);
  const lines = [
    ...found.due.map(({ before: was, after: is }) => ({
      what: is === null ? was && text(was, before) : text(is, after),
      how: <Dates was={was?.due_at} is={is?.due_at} />,
    })),
    ...found.lacking.map((name) => ({
      what: i18n._(requirementWords(name)),
      how: <Trans>is asked for now and still missing</Trans>,
    })),
    ...(next === ''
      ? []
      : [{ what: next, how: <Trans>the file goes on to this stage at once</Trans> }]),
  ];
  return (
    <>
      <h3>
        <Trans>What is different for this support file</Trans>
      </h3>
      {found.stage_gone ? (
        <p>
          <Trans>Its stage is not there any more: it stays with its version.</Trans>
        </p>
      ) : null}
      {lines.length === 0 && !found.stage_gone ? (
        <p className={styles.soft}>
          <Trans>Nothing is different for it today.</Trans>
        </p>
      ) : null}
      <ul className={changes.entries}>
        {lines.map(({ what, how }) => (
          <li key={what}>
            <strong>{what}</strong>
            <div>{how}</div>
          </li>
        ))}
      </ul>
    </>
  );
}

interface DatesProps {
  readonly was: string | undefined;
  readonly is: string | undefined;
}

function Dates({ was, is }: DatesProps) {
  const { i18n } = useLingui();
  const before = was === undefined ? '' : formatMoment(i18n.locale, was);
  const now = is === undefined ? '' : formatMoment(i18n.locale, is);
  if (was === undefined) return <Trans>new, due {now}</Trans>;
  return (
    <>
      <span className={changes.was}>
        <Trans>due {before}</Trans>
      </span>{' '}
      · {is === undefined ? <Trans>no longer due</Trans> : <Trans>now due {now}</Trans>}
    </>
  );
}
