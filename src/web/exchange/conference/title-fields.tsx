import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Stack } from '@mantine/core';
import { useState } from 'react';
import type { Problem } from '#domain/problem.ts';
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
  readonly problem: Problem | undefined;
  readonly change: (patch: Partial<TitleDraft>) => void;
}

/** A title in the language it is first said in; the others are folded away, as they may come later. */
export function TitleFields({ draft, tags, problem, change }: TitleFieldsProps) {
  const { t, i18n } = useLingui();
  const { language, title } = draft;
  const name = (tag: string) => languageName(i18n.locale, tag);
  const first = name(language);
  const others = tags.filter((tag) => tag !== language);
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
        label={t`Title: ${first}`}
        maxLength={200}
        value={title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      {others.length === 0 ? null : (
        <OtherTitles draft={draft} tags={others} problem={problem} change={change} />
      )}
    </>
  );
}

function OtherTitles({ draft, tags, problem, change }: TitleFieldsProps) {
  const { t, i18n } = useLingui();
  const [open, setOpen] = useState(false);
  const { language, titles } = draft;
  const name = (tag: string) => languageName(i18n.locale, tag);
  const first = name(language);
  const missing = tags.filter((tag) => (titles[tag] ?? '').trim() === '').length;
  const wrong = problem?.fields?.some(({ path }) => path.startsWith('body.titles.')) === true;
  return (
    <details
      open={open || wrong}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      style={{ marginBlock: '0.25rem' }}
    >
      <summary style={{ minBlockSize: 44, display: 'list-item', paddingBlock: '0.6rem' }}>
        <Trans>Title in other languages</Trans>
        {missing === 0 ? null : (
          <>
            {' · '}
            <Plural value={missing} one="# may come later" other="# may come later" />
          </>
        )}
      </summary>
      <Stack>
        <p style={{ marginBlock: 0 }}>
          <Trans>
            Readers of a language that is missing get the title in {first}, marked as not translated
            yet. It can be translated at any time.
          </Trans>
        </p>
        {tags.map((tag) => {
          const other = name(tag);
          return (
            <TextField
              key={tag}
              path={`titles.${tag}`}
              label={t`Title: ${other}`}
              maxLength={200}
              value={titles[tag] ?? ''}
              onChange={(event) =>
                change({ titles: { ...titles, [tag]: event.currentTarget.value } })
              }
            />
          );
        })}
      </Stack>
    </details>
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
