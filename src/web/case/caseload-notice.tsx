import { Trans, useLingui } from '@lingui/react/macro';
import { type Caseloads, caseloadStanding } from '#domain/case/caseload.ts';
import { Notice } from '../ui/problem-text.tsx';

interface CaseloadNoticeProps {
  readonly name: string;
  readonly files: number;
  readonly limits: Caseloads['limits'] | undefined;
}

/** Says that somebody has many files or is full, with the numbers. Whoever gives out files may go on. */
export function CaseloadNotice({ name, files, limits }: CaseloadNoticeProps) {
  if (limits === undefined) return null;
  const standing = caseloadStanding(files, limits);
  const { caseload_warn: many, caseload_full: full } = limits;
  if (standing === 'fine') return null;
  return (
    <div role="status">
      <Notice>
        {standing === 'full' ? (
          <Trans>
            {name} has {files} open files; {full} is full. Please look for somebody else first. You
            may go on all the same.
          </Trans>
        ) : (
          <Trans>
            {name} has {files} open files; from {many} on that is many.
          </Trans>
        )}
      </Notice>
    </div>
  );
}

/** A worker in a list to choose from; the number before the place, which a phone may cut off. */
export function useWorkerLabel() {
  const { t } = useLingui();
  return (name: string, place: string | undefined, files: number) =>
    [t`${name} (files: ${files})`, place].filter((part) => part !== undefined).join(' · ');
}
