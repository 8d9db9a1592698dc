import { useLingui } from '@lingui/react';
import { useCallback } from 'react';
import type { Labels } from '#domain/text.ts';
import { labelIn } from '../ui/format.ts';

interface Labelled {
  readonly code: string;
  readonly labels: Labels;
}

/** The label of a code of the programme model in a language, else in another one, else the code. */
export function labelOf(locale: string, list: readonly Labelled[], code: string): string {
  const entry = list.find((one) => one.code === code);
  return (entry === undefined ? '' : labelIn(locale, entry.labels)) || code;
}

/** The same in the language of the screen. */
export function useLabel() {
  const { i18n } = useLingui();
  return useCallback(
    (list: readonly Labelled[], code: string) => labelOf(i18n.locale, list, code),
    [i18n.locale],
  );
}
