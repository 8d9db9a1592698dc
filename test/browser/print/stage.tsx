import '#web/ui/mantine.css';
import '#web/ui/fonts.css';
import '#web/ui/base.css';
import type { Messages } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { PrintLanguage } from '#domain/print/language.ts';
import type { Paper } from '#test/papers.ts';
import { messages as en } from '#web/locales/en.po';
import { messages as ru } from '#web/locales/ru.po';
import { messages as uz } from '#web/locales/uz.po';
import { cyrillicMessages } from '#web/print/cyrillic-messages.ts';
import { Sheet } from '#web/print/sheet.tsx';
import { i18nOf } from '#web/print/use-i18n-of.ts';

// The sheet as the screens draw it, with everything that they style it by, filled by the test.
const messages: Readonly<Record<PrintLanguage, Messages>> = {
  ...{ en, ru, uz },
  'uz-Cyrl': cyrillicMessages(uz),
};

declare global {
  interface Window {
    show(paper: Paper, language: PrintLanguage): Promise<void>;
  }
}

const ground = document.getElementById('root');
if (ground === null) throw new Error('the page has no ground to draw on');
const root = createRoot(ground);

window.show = async ({ layout, content }, language) => {
  const i18n = i18nOf(language, messages[language]);
  flushSync(() =>
    root.render(
      <I18nProvider i18n={i18n}>
        <article lang={language}>
          <Sheet layout={layout} content={content} />
        </article>
      </I18nProvider>,
    ),
  );
  // Fonts are asked for when letters are laid out.
  document.body.getBoundingClientRect();
  await document.fonts.ready;
};
