import { Trans, useLingui } from '@lingui/react/macro';
import { inLanguage, type Wording } from '#domain/exchange/wording.ts';
import { languageName } from '../../ui/format.ts';
import parts from '../../ui/parts.module.css';

/** A text in the language of the screen; where it is not there, in another one and said so. */
export function Worded({ wording }: { readonly wording: Wording }) {
  const { i18n } = useLingui();
  const { text, lang, fallback, stale } = inLanguage(wording, i18n.locale);
  return (
    <>
      <span lang={lang}>{text}</span>
      {fallback ? (
        <>
          {' '}
          <small className={parts.soft}>({languageName(i18n.locale, lang)})</small>
        </>
      ) : null}
      {stale ? (
        <>
          {' '}
          <small className={parts.soft}>
            <Trans>The original has changed since this translation</Trans>
          </small>
        </>
      ) : null}
    </>
  );
}

/** The tag in which somebody writes here: Uzbek on screens is Uzbek in Latin letters. */
export function useWritingLanguage(): string {
  const { i18n } = useLingui();
  return i18n.locale === 'uz' ? 'uz-Latn' : i18n.locale === 'ru' ? 'ru' : 'en';
}
