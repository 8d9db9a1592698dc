import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import type { CaseFile } from './case-file.ts';
import type { Telling } from './fact-words.ts';
import { useNames } from './use-names.ts';

/** What sentences about the facts of a file need. */
export function useTelling(file: CaseFile): Telling {
  const { i18n } = useLingui();
  const names = useNames();
  const { model, facts } = file;
  return useMemo(() => ({ i18n, names, model, facts }), [i18n, names, model, facts]);
}
