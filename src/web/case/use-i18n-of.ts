import { I18n } from '@lingui/core';
import { useEffect, useState } from 'react';
import type { Locale } from '#domain/account/account.ts';
import { messagesOf } from '../language.ts';

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
