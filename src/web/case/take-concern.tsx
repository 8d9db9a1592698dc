import { Trans } from '@lingui/react/macro';
import { may } from '#domain/access/rights.ts';
import type { CaseFile } from './case-file.ts';
import { CommandForm } from './command-form.tsx';

/** Whoever may close a worry takes it in their own name; it then stands on their list. */
export function TakeConcern(props: {
  readonly file: CaseFile;
  readonly one: CaseFile['state']['concern']['concerns'][string];
}) {
  const { file, one } = props;
  const { role, actor } = file.situation;
  if (!may(role, 'close_concern', 'protection') || one.given_to === actor.id) return null;
  return (
    <CommandForm
      file={file}
      kind="take_concern"
      about={one.concern_id}
      open={<Trans>I look into it</Trans>}
      submit={<Trans>I look into it</Trans>}
      initial={{}}
      body={() => ({ concern_id: one.concern_id })}
    >
      {() => (
        <p>
          <Trans>It then stands on your list, with your name.</Trans>
        </p>
      )}
    </CommandForm>
  );
}
