import { Trans, useLingui } from '@lingui/react/macro';
import { inLanguage, type Wording } from '#domain/exchange/wording.ts';
import own from './opinion.module.css';

/** A wording for the reader, said to be untranslated or old where it is. */
export function InWords({ wording }: { readonly wording: Wording }) {
  const { i18n } = useLingui();
  const { text, lang, fallback, stale } = inLanguage(wording, i18n.locale);
  return (
    <>
      <span lang={lang} dir="auto">
        {text}
      </span>
      {fallback || stale ? (
        <small className={own.note}>
          {fallback ? (
            <Trans>Not translated yet</Trans>
          ) : (
            <Trans>The original has changed since this translation</Trans>
          )}
        </small>
      ) : null}
    </>
  );
}
