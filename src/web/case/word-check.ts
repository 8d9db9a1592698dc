import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { checkWords } from '#domain/case/words.ts';
import { labelIn } from '../ui/format.ts';
import type { WordHint } from '../ui/prose-field.tsx';

/** The words of a programme model, in every language of screens: each word that is found, once. */
export function useWordCheck(
  model: Pick<ProgrammeModel, 'word_list'> | undefined,
): (text: string) => readonly WordHint[] {
  const { i18n } = useLingui();
  return useCallback(
    (text) => {
      if (model === undefined) return [];
      const found = new Map<string, WordHint>();
      for (const { at, length, suggestion_code } of checkWords(text, model, ['en', 'ru', 'uz'])) {
        const word = text.slice(at, at + length);
        const said = model.word_list.suggestions.find((one) => one.code === suggestion_code);
        if (said) found.set(word, { word, hint: labelIn(i18n.locale, said.labels) });
      }
      return [...found.values()];
    },
    [model, i18n.locale],
  );
}
