import { I18n } from '@lingui/core';
import { useEffect, useState } from 'react';
import { LOCALES, type Locale } from '#domain/account/account.ts';
import { messagesOf } from '../language.ts';
import type { CaseFile } from './case-file.ts';

/** The words of another language beside those of the screen; undefined while they are loaded. */
export function useI18nOf(locale: Locale): I18n | undefined {
  const [loaded, setLoaded] = useState<I18n>();
  useEffect(() => {
    let wanted = true;
    void messagesOf(locale).then((messages) => {
      if (wanted) setLoaded(new I18n({ locale, messages: { [locale]: messages } }));
    });
    return () => {
      wanted = false;
    };
  }, [locale]);
  return loaded;
}

/** The language of ours that the person speaks first, for a sheet that is theirs. */
export function spokenBy(file: CaseFile | null | undefined): Locale | undefined {
  const spoken = file?.person?.languages.map((tag) => tag.split('-')[0]) ?? [];
  return LOCALES.find((one) => spoken[0] === one) ?? LOCALES.find((one) => spoken.includes(one));
}
