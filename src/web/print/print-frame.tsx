import { I18nProvider, useLingui } from '@lingui/react';
import { type ReactNode, useState } from 'react';
import { type PrintLanguage, printLanguageOf } from '#domain/print/language.ts';
import styles from '../ui/parts.module.css';
import { PrintPage } from '../ui/print-page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { LanguageOfSheet } from './language-of-sheet.tsx';
import { PrintLogged } from './print-logged.tsx';
import { useI18nOf } from './use-i18n-of.ts';

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
 * A sheet in a language of its own, chosen apart from that of the screen: first that of the person, else as
 * the screen. Neither
 * the title of the window nor its address says what is printed.
 */
export function PrintFrame({ spoken, caseId, back, children }: PrintFrameProps) {
  const [chosen, setChosen] = useState<PrintLanguage>();
  const { i18n: screen } = useLingui();
  const language = chosen ?? printLanguageOf(spoken) ?? printLanguageOf([screen.locale]) ?? 'ru';
  const i18n = useI18nOf(language);
  if (i18n === undefined) return <Waiting />;
  return (
    <>
      {caseId === undefined ? null : <PrintLogged id={caseId} />}
      <div
        className={`${styles.stack} no-print`}
        style={{ padding: '1rem', maxInlineSize: '46rem', marginInline: 'auto' }}
      >
        <LanguageOfSheet value={language} onChange={setChosen} />
        {back}
      </div>
      <PrintPage title="1" lang={language}>
        <I18nProvider i18n={i18n}>{children}</I18nProvider>
      </PrintPage>
    </>
  );
}
