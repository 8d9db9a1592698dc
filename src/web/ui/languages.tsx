import { useLingui } from '@lingui/react/macro';
import { LOCALES } from '#domain/account/account.ts';
import { LANGUAGE_NAMES, speak } from '../language.ts';
import styles from './shell.module.css';

/** The languages, each in its own words, side by side. */
export function Languages({ onChosen }: { readonly onChosen?: (locale: string) => void }) {
  const { t, i18n } = useLingui();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame, and nothing here is filled in
    <div className={styles.languages} role="group" aria-label={t`Language`}>
      {LOCALES.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={i18n.locale === locale}
          onClick={() => void speak(locale).then(() => onChosen?.(locale))}
        >
          {LANGUAGE_NAMES[locale]}
        </button>
      ))}
    </div>
  );
}
