import { Trans } from '@lingui/react/macro';
import { PRINT_LANGUAGES, type PrintLanguage } from '#domain/print/language.ts';
import { Choice } from '../case/choice.tsx';
import { LANGUAGE_NAMES } from '../language.ts';

const NAMES: Readonly<Record<PrintLanguage, string>> = {
  ...LANGUAGE_NAMES,
  'uz-Cyrl': 'Ўзбекча',
};

interface LanguageOfSheetProps {
  readonly value: PrintLanguage;
  readonly onChange: (chosen: PrintLanguage) => void;
}

/** The language of what is printed, chosen apart from that of the screen. */
export function LanguageOfSheet({ value, onChange }: LanguageOfSheetProps) {
  return (
    <Choice
      path="locale"
      legend={<Trans>Language of the sheet</Trans>}
      options={PRINT_LANGUAGES.map((one) => ({ value: one, label: NAMES[one] }))}
      value={value}
      onChange={onChange}
    />
  );
}
