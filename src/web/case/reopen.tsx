import { Trans, useLingui } from '@lingui/react/macro';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { CommandForm } from './command-form.tsx';

interface ReopenProps {
  readonly file: CaseFile;
  /** Where one screen offers it twice: by what. */
  readonly about?: string;
}

/** Takes the support up again. */
export function Reopen({ file, about }: ReopenProps) {
  const { t } = useLingui();
  return (
    <CommandForm
      file={file}
      kind="reopen_case"
      {...(about === undefined ? {} : { about })}
      open={<Trans>Take the support up again</Trans>}
      initial={{ reason: '' }}
      body={(value) => value}
      paths={['reason']}
    >
      {(value, change) => (
        <CaseProse
          file={file}
          path="reason"
          label={t`Why`}
          value={value.reason}
          onChange={(reason) => change({ reason })}
        />
      )}
    </CommandForm>
  );
}
