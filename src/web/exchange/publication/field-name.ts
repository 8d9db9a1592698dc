import { useLingui } from '@lingui/react/macro';
import type { SubjectKind } from '#domain/exchange/publication/publication.ts';
import { languageName } from '../../ui/format.ts';
import { FIELDS } from '../practice/practice-words.ts';

/**
 * A text by its name and language, as an editor calls it: `summary.ru` of a practice. A name that only
 * the store knows stays as it is.
 */
export function useFieldName(kind: SubjectKind): (field: string) => string {
  const { i18n } = useLingui();
  return (field) => {
    const [name = '', lang] = field.split('.');
    const known = Object.entries(FIELDS).find(
      ([key]) => key === name && (kind === 'practice' || key === 'title'),
    );
    const said = known === undefined ? name : i18n._(known[1]);
    return lang === undefined ? said : `${said} (${languageName(i18n.locale, lang)})`;
  };
}
