import { setupI18n } from '@lingui/core';
import { expect, it } from 'vitest';
import type { SubjectKind } from '#domain/exchange/publication/publication.ts';
import { messages } from '../../locales/uz.po';
import { fieldPlace, fieldWords } from './field-name.ts';

/** What the store calls the texts of each kind, in the order in which they are read. */
const TEXTS: Readonly<Record<SubjectKind, readonly string[]>> = {
  practice: ['title.en', 'title.ru', 'one_line.en', 'did_not_work.en', 'contact.en'],
  news: ['title.en', 'lead.en', 'body.en', 'quotation1.en', 'quotation2.en'],
  evidence: ['title.en', 'method.en', 'denominators.en', 'source.en', 'period.en', 'table'],
  model: [
    ...['title.en', 'summary.en', 'dossier.costs.en', 'question.1.en', 'answer.1.en'],
    ...['endorsement.1.body.en', 'endorsement.1.words.en', 'question.2.en'],
  ],
  minutes: ['title.en', 'line1.en', 'speaker1', 'line2.en', 'line10.en'],
  material: ['title.en'],
  proceedings: ['abstract.en', 'session1.en', 'abstract1.en', 'speakers1', 'session2.en'],
  adoption: ['adaptation.en', 'result.en', 'lessons.en', 'stopped_because.en'],
  recommendation: ['text.en', 'text.ru', 'body.en'],
  picture: ['alt.en', 'caption.en'],
  report: ['words.en'],
  translation: ['summary.ru', 'wording.ru', 'indicator_name.ru'],
  programme: ['room1.en', 'track1.en', 'title_2.en', 'abstract_2.en', 'title_10.en'],
  edition: ['title.en', 'lead.en', 'about.en'],
  expert: ['name.ru'],
};

const i18n = setupI18n({ locale: 'uz', messages: { uz: messages } });

// Seen to fail without the texts of an adoption, with those of a model read as `question` in the language `1`, and with
// texts in the order of the alphabet.
it.each(Object.entries(TEXTS) as [SubjectKind, string[]][])(
  'names each text of a %s, in the order of reading',
  (kind, fields) => {
    for (const field of fields) {
      const said = fieldWords(i18n, kind, field);
      expect(said).not.toContain(field.match(/^[a-z_]+/)?.[0]);
      if (field.includes('.')) expect(said).toMatch(/ · (inglizcha|ruscha)$/);
    }
    expect(
      [...fields].sort((a, b) => (fieldPlace(kind, a) < fieldPlace(kind, b) ? -1 : 1)),
    ).toEqual(fields);
  },
);

it('names a text of a session by the title of that session, and a question by its number', () => {
  const texts = { 'title_12.en': 'Opening' };
  expect(fieldWords(i18n, 'programme', 'abstract_12.en', texts)).toMatch(/^Opening · /);
  expect(fieldWords(i18n, 'model', 'question.3.en')).toMatch(/ 3 · inglizcha$/);
});
