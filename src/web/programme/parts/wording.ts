import { msg } from '@lingui/core/macro';
import { languageName } from '../../ui/format.ts';
import { COUNTED_WORDS } from '../indicator-words.ts';
import { entriesAt } from '../model-document.ts';
import type { ModelPart } from '../model-part.ts';
import { WORD_LIST_WORDS } from '../model-words.ts';
import { code, labelled, name } from './fields.ts';

/** Words to think about twice, and what is counted. */
export const WORDING: readonly ModelPart[] = [
  {
    path: 'word_list.entries',
    title: msg`Words to think about twice`,
    intro: msg`Each language has lists of its own. They warn whoever writes, and never block.`,
    list: {
      ...{ title: ['list', 'suggestion_code'], under: 'language', shows: ['patterns'] },
      fresh: { list: 'label', language: 'en', suggestion_code: '', patterns: [], except: [] },
    },
    fields: [
      {
        ...{ key: 'language', kind: 'choice', label: msg`Language` },
        choices: {
          of: ({ i18n, document }) =>
            languagesOf(document).map((tag) => ({
              value: tag,
              label: languageName(i18n.locale, tag),
            })),
        },
      },
      {
        ...{ key: 'list', kind: 'choice', label: msg`What kind of words` },
        choices: { words: WORD_LIST_WORDS },
      },
      {
        ...{ key: 'suggestion_code', kind: 'choice', label: msg`Advice` },
        choices: { part: 'word_list.suggestions' },
      },
      {
        ...{ key: 'patterns', kind: 'lines', label: msg`Words, one a line` },
        description: msg`An asterisk stands for any ending.`,
      },
      { key: 'except', kind: 'lines', label: msg`But not these, one a line` },
    ],
  },
  {
    path: 'word_list.suggestions',
    title: msg`Advice on words`,
    list: { fresh: labelled },
    fields: [{ ...name, label: msg`What to write instead` }, code],
  },
  {
    path: 'indicators',
    title: msg`What is counted`,
    intro: msg`A share: so many of one thing out of so many of another. Nothing about a single person is ever counted.`,
    list: {
      ...{ ordered: true, shows: ['numerator', 'denominator'] },
      fresh: { ...labelled, numerator: '', denominator: '', source_citation: '' },
    },
    fields: [
      ...[name, code],
      {
        ...{ key: 'numerator', kind: 'choice', label: msg`How many` },
        choices: { words: COUNTED_WORDS },
      },
      {
        ...{ key: 'denominator', kind: 'choice', label: msg`Out of` },
        choices: { words: COUNTED_WORDS },
      },
      { key: 'source_citation', kind: 'text', label: msg`Source` },
    ],
  },
];

/** The languages of the programme, and those that have word lists already: Uzbek is written in two scripts. */
function languagesOf(document: unknown): readonly string[] {
  const own = (document as { readonly languages?: unknown }).languages;
  const held = entriesAt(document, 'word_list.entries').map((one) => Reflect.get(one, 'language'));
  return [...new Set([...(Array.isArray(own) ? own : []), ...held].map(String))];
}
