import { useLingui } from '@lingui/react/macro';
import { LineField, ProseField } from '../ui/prose-field.tsx';
import type { CaseFile } from './case-file.ts';
import { useWordCheck } from './word-check.ts';

interface CaseProseProps {
  readonly file: CaseFile;
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly description?: string;
  readonly minRows?: number;
}

/**
 * Free text in a file: says what belongs there, and is looked over with the words of its programme model in every
 * language of screens.
 */
export function CaseProse({ file, ...props }: CaseProseProps) {
  const { t } = useLingui();
  const hint = t`What I saw, what was said, what we agreed.`;
  return <ProseField description={hint} {...props} check={useWordCheck(file.model)} />;
}

interface CaseLineProps extends Omit<CaseProseProps, 'minRows'> {
  readonly 'aria-label'?: string;
  readonly maxLength?: number;
}

/** The same in one line: a goal, a step, what was decided. */
export function CaseLine({ file, ...props }: CaseLineProps) {
  return <LineField {...props} check={useWordCheck(file.model)} />;
}
