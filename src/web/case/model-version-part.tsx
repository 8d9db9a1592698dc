import { Trans, useLingui } from '@lingui/react/macro';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { modelDifference } from '#domain/case/model-difference.ts';
import { useMe } from '../account/use-session.ts';
import { ModelChanges } from '../programme/model-changes.tsx';
import { formatMoment } from '../ui/format.ts';
import type { CaseFile } from './case-file.ts';
import { CommandForm } from './command-form.tsx';
import { FileChanges } from './file-changes.tsx';
import { type HeldModel, isBehind, lastMove, useModels } from './newer-model.ts';
import { useNames } from './use-names.ts';

interface PartProps {
  readonly file: CaseFile;
}

/** Which version a file follows, where that is not the newest one or was another one before. */
export function ModelVersionPart({ file }: PartProps) {
  const models = useModels();
  const newest = models?.[0];
  if (models === undefined || newest === undefined) return null;
  if (isBehind(file, newest)) return <Behind file={file} newest={newest} />;
  const move = lastMove(file, models);
  return move === undefined ? null : <Moved file={file} move={move} />;
}

/** What would be different for this very file, and the way to the newest version for who may move it. */
function Behind({ file, newest }: PartProps & { readonly newest: HeldModel }) {
  const me = useMe();
  const [before, after] = [file.model, newest.document];
  const [from, to] = [before.version, after.version];
  return (
    <>
      <p>
        <Trans>
          This support file follows version {from} of the programme model; the newest is {to}.
        </Trans>
      </p>
      {me.abilities.includes('change_model:general') ? (
        <CommandForm
          file={file}
          kind="change_model"
          open={<Trans>See what is different in version {to}</Trans>}
          submit={<Trans>Move to version {to}</Trans>}
          initial={{ model_id: newest.id }}
          body={(value) => value}
        >
          {() => (
            <>
              <FileChanges file={file} before={before} after={after} />
              <AllChanges before={before} after={after} />
            </>
          )}
        </CommandForm>
      ) : (
        <details>
          <summary>
            <Trans>See what is different in version {to}</Trans>
          </summary>
          <p>
            <Trans>It stays as it is until the supervisor moves it; ask for it if it helps.</Trans>
          </p>
          <FileChanges file={file} before={before} after={after} />
          <AllChanges before={before} after={after} />
        </details>
      )}
    </>
  );
}

interface MovedProps extends PartProps {
  readonly move: NonNullable<ReturnType<typeof lastMove>>;
}

/** What whoever works on the file reads after it was moved: when, by whom, and what is different for it. */
function Moved({ file, move }: MovedProps) {
  const { i18n } = useLingui();
  const names = useNames();
  const [from, to] = [move.before.version, file.model.version];
  const [when, name] = [formatMoment(i18n.locale, move.at), names.account(move.by) ?? '…'];
  return (
    <details>
      <summary>
        <Trans>
          Moved from version {from} to version {to} of the programme model
        </Trans>
      </summary>
      <p>
        {when} · {name}
      </p>
      <FileChanges file={file} before={move.before} after={file.model} />
      <AllChanges before={move.before} after={file.model} />
    </details>
  );
}

interface BothProps {
  readonly before: ProgrammeModel;
  readonly after: ProgrammeModel;
}

function AllChanges({ before, after }: BothProps) {
  return (
    <>
      <h3>
        <Trans>What is different for everybody</Trans>
      </h3>
      <ModelChanges changes={modelDifference(before, after)} before={before} after={after} />
    </>
  );
}
