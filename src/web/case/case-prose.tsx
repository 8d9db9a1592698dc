import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { checkWords } from '#domain/case/words.ts';
import { labelIn } from '../ui/format.ts';
import { ProseField, type WordHint } from '../ui/prose-field.tsx';
import type { CaseFile } from './case-file.ts';

interface CaseProseProps {
  readonly file: CaseFile;
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly description?: string;
  readonly minRows?: number;
}

/** Free text in a file, looked over with the words of its programme model in every language of screens. */
export function CaseProse({ file, ...props }: CaseProseProps) {
  const { i18n } = useLingui();
  const { model } = file;
  const check = useCallback(
    (text: string): readonly WordHint[] => {
      const hints = checkWords(text, model, ['en', 'ru', 'uz']);
      const found = new Map<string, WordHint>();
      for (const { at, length, suggestion_code } of hints) {
        const word = text.slice(at, at + length);
        const said = model.word_list.suggestions.find((one) => one.code === suggestion_code);
        if (said) found.set(word, { word, hint: labelIn(i18n.locale, said.labels) });
      }
      return [...found.values()];
    },
    [model, i18n.locale],
  );
  return <ProseField {...props} check={check} />;
}
