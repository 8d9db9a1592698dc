import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { SubjectKind } from '#domain/exchange/publication/publication.ts';
import { languageName } from '../../ui/format.ts';
import { FIELDS } from '../practice/practice-words.ts';

/** Texts of the other nouns, by the name that the store gives them. */
const OTHERS: Readonly<Record<string, MessageDescriptor>> = {
  title: msg({ message: 'Title', context: 'of a practice' }),
  lead: msg`In one sentence`,
  about: msg`More about it`,
  abstract: msg`Abstract`,
  body: msg`Text`,
  text: msg`Text`,
  words: msg`Text`,
  wording: msg`Text`,
  name: msg`Name`,
  room: msg`Room`,
  track: msg`Track`,
  alt: msg`What can be seen`,
  caption: msg`Picture caption`,
  line: msg`Line`,
  speaker: msg`Speaker`,
  quotation: msg`Quotation`,
  method: msg`Method`,
  denominators: msg`Denominators`,
  source: msg`Source`,
  period: msg`Period`,
  geography: msg`Area`,
  table: msg`Words of the table`,
  summary: msg`Summary`,
  question: msg`Question`,
  answer: msg`Answer`,
  indicator_name: msg`Indicator`,
};

/**
 * A text by its name and language, as an editor calls it: `summary.ru` of a practice, `line4.ru` of minutes,
 * `abstract_12.ru` of the twelfth session of a programme, by the title that stands among `texts`. A name that only the
 * store knows stays as it is.
 */
export function useFieldName(
  kind: SubjectKind,
  texts: Readonly<Record<string, string>> = {},
): (field: string) => string {
  const { i18n, t } = useLingui();
  return (field) => {
    const [whole = '', lang] = field.split('.');
    const [, name = whole, session, number] = /^([a-z]+)(?:_(\d+)|(\d+))?$/.exec(whole) ?? [];
    const known =
      kind === 'practice'
        ? Object.entries(FIELDS).find(([key]) => key === name)?.[1]
        : kind === 'recommendation' && name === 'body'
          ? msg`Adopted by`
          : OTHERS[name];
    const said = known === undefined ? whole : i18n._(known);
    const at = known === undefined || number === undefined ? said : `${said} ${number}`;
    const title = Object.entries(texts).find(([key]) => key.startsWith(`title_${session}.`))?.[1];
    const where =
      session === undefined
        ? at
        : title === undefined
          ? t`Session ${session}: ${at}`
          : `${title} · ${at}`;
    // Not in brackets: the names of some languages have their own, `Uzbek (Latin)`.
    return lang === undefined ? where : `${where} · ${languageName(i18n.locale, lang)}`;
  };
}
