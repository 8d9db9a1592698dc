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
  alt: msg`What can be seen`,
  caption: msg`Picture caption`,
  line: msg`Line`,
  speaker: msg`Speaker`,
  quotation: msg`Quotation`,
  method: msg`Method`,
  denominators: msg`Denominators`,
};

/**
 * A text by its name and language, as an editor calls it: `summary.ru` of a practice, `line4.ru` of minutes,
 * `abstract_12.ru` of the twelfth session of a programme. A name that only the store knows stays as it is.
 */
export function useFieldName(kind: SubjectKind): (field: string) => string {
  const { i18n, t } = useLingui();
  return (field) => {
    const [whole = '', lang] = field.split('.');
    const [, name = whole, session, number] = /^([a-z]+)(?:_(\d+)|(\d+))?$/.exec(whole) ?? [];
    const known =
      kind === 'practice'
        ? Object.entries(FIELDS).find(([key]) => key === name)?.[1]
        : OTHERS[name];
    const said = known === undefined ? whole : i18n._(known);
    const at = known === undefined || number === undefined ? said : `${said} ${number}`;
    const where = session === undefined ? at : t`Session ${session}: ${at}`;
    return lang === undefined ? where : `${where} (${languageName(i18n.locale, lang)})`;
  };
}
