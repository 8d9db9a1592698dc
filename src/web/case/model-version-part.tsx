import { Trans } from '@lingui/react/macro';
import { modelDifference } from '#domain/case/model-difference.ts';
import { ModelChanges } from '../programme/model-changes.tsx';
import type { CaseFile } from './case-file.ts';
import { CommandForm } from './command-form.tsx';
import { isBehind, useNewestModel } from './newer-model.ts';

/** A file that follows an earlier version: what would be different, and the way to the newest one. */
export function ModelVersionPart({ file }: { readonly file: CaseFile }) {
  const newest = useNewestModel();
  if (newest === undefined || !isBehind(file, newest)) return null;
  const before = file.model;
  const after = newest.document;
  const [from, to] = [before.version, after.version];
  return (
    <>
      <p>
        <Trans>
          This support file follows version {from} of the programme model; the newest is {to}.
        </Trans>
      </p>
      <CommandForm
        file={file}
        kind="change_model"
        open={<Trans>See what is different in version {to}</Trans>}
        submit={<Trans>Move to version {to}</Trans>}
        initial={{ model_id: newest.id }}
        body={(value) => value}
      >
        {() => (
          <ModelChanges changes={modelDifference(before, after)} before={before} after={after} />
        )}
      </CommandForm>
    </>
  );
}
