import { I18n, type Messages } from '@lingui/core';
import { useEffect, useState } from 'react';
import type { PrintLanguage } from '#domain/print/language.ts';
import { messagesOf } from '../language.ts';

/** The words of another language beside those of the screen; undefined while they are loaded. */
export function useI18nOf(language: PrintLanguage): I18n | undefined {
  const [loaded, setLoaded] = useState<I18n>();
  useEffect(() => {
    let wanted = true;
    void printMessages(language).then((messages) => {
      if (wanted) setLoaded(i18nOf(language, messages));
    });
    return () => {
      wanted = false;
    };
  }, [language]);
  return loaded;
}

export function i18nOf(language: PrintLanguage, messages: Messages): I18n {
  return new I18n({ locale: language, messages: { [language]: messages } });
}

/** The messages of a language of paper; those of Cyrillic Uzbek are made from the Latin ones. */
async function printMessages(language: PrintLanguage): Promise<Messages> {
  if (language !== 'uz-Cyrl') return messagesOf(language);
  const [messages, { cyrillicMessages }] = await Promise.all([
    messagesOf('uz'),
    import('./cyrillic-messages.ts'),
  ]);
  return cyrillicMessages(messages);
}
