import { useLingui } from '@lingui/react/macro';
import { ChoiceField, TextField } from '../../ui/field.tsx';
import { languageName } from '../../ui/format.ts';

export interface TitleDraft {
  /** The language in which everything is said first. */
  readonly language: string;
  readonly title: string;
  readonly titles: Readonly<Record<string, string>>;
}

interface TitleFieldsProps {
  readonly draft: TitleDraft;
  /** The languages in which a title can be written. */
  readonly tags: readonly string[];
  readonly change: (patch: Partial<TitleDraft>) => void;
}

/** A title in the language it is first said in and, as far as they are known already, in the others. */
export function TitleFields({ draft, tags, change }: TitleFieldsProps) {
  const { t, i18n } = useLingui();
  const { language, title, titles } = draft;
  const name = (tag: string) => languageName(i18n.locale, tag);
  const first = name(language);
  return (
    <>
      <ChoiceField
        path="language"
        label={t`Language in which you write`}
        value={language}
        data={tags.map((tag) => ({ value: tag, label: name(tag) }))}
        onChange={(event) => change({ language: event.currentTarget.value })}
      />
      <TextField
        path="title"
        label={t`Title (${first})`}
        maxLength={200}
        value={title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      {tags
        .filter((tag) => tag !== language)
        .map((tag) => {
          const other = name(tag);
          return (
            <TextField
              key={tag}
              path={`titles.${tag}`}
              label={t`Title (${other})`}
              description={t`May stay empty: it can be translated later.`}
              maxLength={200}
              value={titles[tag] ?? ''}
              onChange={(event) =>
                change({ titles: { ...titles, [tag]: event.currentTarget.value } })
              }
            />
          );
        })}
    </>
  );
}

/** The titles that were written, without those of languages that are not meant any more. */
export function writtenTitles(
  { language, titles }: TitleDraft,
  tags: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(titles).filter(
      ([tag, text]) => tag !== language && tags.includes(tag) && text.trim() !== '',
    ),
  );
}
