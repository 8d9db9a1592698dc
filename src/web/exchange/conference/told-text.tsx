import { useLingui } from '@lingui/react/macro';
import type { Told } from '#domain/exchange/conference/proposal-view.ts';

/** The text for a reader: in the language of the screen if there is one, else as it was first said. */
export function toldIn(locale: string, { source, versions }: Told): { lang: string; text: string } {
  const near = Object.keys(versions).find((tag) => tag.split('-')[0] === locale);
  const lang = near ?? source;
  return { lang, text: versions[lang] ?? '' };
}

/** A text of content in its own language, so that a screen reader speaks it so. */
export function ToldText({ told, original }: { readonly told: Told; readonly original?: boolean }) {
  const { i18n } = useLingui();
  const shown =
    original === true
      ? { lang: told.source, text: told.versions[told.source] ?? '' }
      : toldIn(i18n.locale, told);
  return (
    <span lang={shown.lang} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {shown.text}
    </span>
  );
}
