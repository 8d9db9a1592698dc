import { I18nProvider } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { PRINT_LANGUAGES, type PrintLanguage, printLanguageOf } from '#domain/print/language.ts';
import styles from '../case/case.module.css';
import { Choice } from '../case/choice.tsx';
import { LANGUAGE_NAMES } from '../language.ts';
import { PrintPage } from '../ui/print-page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { PrintLogged } from './print-logged.tsx';
import { useI18nOf } from './use-i18n-of.ts';

const NAMES: Readonly<Record<PrintLanguage, string>> = {
  ...LANGUAGE_NAMES,
  'uz-Cyrl': 'Ўзбекча',
};

interface PrintFrameProps {
  /** The languages of whom the sheet is for, by BCP-47 tag, the first spoken first. */
  readonly spoken: readonly string[];
  /** The file whose reading is written down; without it, nobody's. */
  readonly caseId?: string;
  /** The way back to the screen. */
  readonly back: ReactNode;
  readonly children: ReactNode;
}

/**
 * A sheet in a language of its own, chosen apart from that of the screen: first that of the person. Neither
 * the title of the window nor its address says what is printed.
 */
export function PrintFrame({ spoken, caseId, back, children }: PrintFrameProps) {
  const [chosen, setChosen] = useState<PrintLanguage>();
  const language = chosen ?? printLanguageOf(spoken) ?? 'ru';
  const i18n = useI18nOf(language);
  if (i18n === undefined) return <Waiting />;
  return (
    <>
      {caseId === undefined ? null : <PrintLogged id={caseId} />}
      <div
        className={`${styles.stack} no-print`}
        style={{ padding: '1rem', maxInlineSize: '46rem', marginInline: 'auto' }}
      >
        <Choice
          path="locale"
          legend={<Trans>Language of the sheet</Trans>}
          options={PRINT_LANGUAGES.map((one) => ({ value: one, label: NAMES[one] }))}
          value={language}
          onChange={setChosen}
        />
        {back}
      </div>
      <PrintPage title="1" lang={language}>
        <I18nProvider i18n={i18n}>{children}</I18nProvider>
      </PrintPage>
    </>
  );
}
