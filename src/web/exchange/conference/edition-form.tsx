import { Trans, useLingui } from '@lingui/react/macro';
import { Button, SimpleGrid, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import {
  EDITION_STATES,
  savedEdition,
  type shownEdition,
} from '#domain/exchange/conference/edition-settings.ts';
import { ChoiceField, FieldProblems, otherProblems, TextField } from '../../ui/field.tsx';
import { languageName } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { Notice, ProblemText } from '../../ui/problem-text.tsx';
import { useFieldName } from '../publication/field-name.ts';
import { LookNotice } from '../publication/look-notice.tsx';
import { useLook } from '../publication/use-look.ts';
import { EditionDays } from './edition-days.tsx';
import { LanguagesField } from './languages-field.tsx';
import { Prose } from './proposal-form.tsx';
import { Saved } from './saved.tsx';
import { useSend } from './use-send.ts';

export type ShownEdition = z.infer<typeof shownEdition>;

interface EditionFormProps {
  readonly id: string;
  readonly one: ShownEdition;
  readonly saved: boolean;
  readonly onSaved: () => void;
}

const SHOWN = [
  'title',
  'lead',
  'about',
  'starts_on',
  'ends_on',
  'time_zone',
  'contact',
  'languages',
];

/** Words and days of a conference. */
export function EditionForm({ id, one, saved, onSaved }: EditionFormProps) {
  const { t, i18n } = useLingui();
  const { send, problem, busy } = useSend();
  const look = useLook('edition', id);
  const fieldName = useFieldName('edition');
  const [draft, setDraft] = useState({
    ...{ title: one.title, lead: one.lead ?? '', about: one.about ?? '' },
    ...{ starts_on: one.starts_on, ends_on: one.ends_on, time_zone: one.time_zone },
    ...{ languages: one.languages, state: one.state, contact: one.contact ?? '' },
  });
  const change = (patch: Partial<typeof draft>) => setDraft({ ...draft, ...patch });
  const states = { draft: t`Draft`, published: t`Announced`, ended: t`Has ended` };
  const language = languageName(i18n.locale, one.source);
  async function submit(event: FormEvent) {
    event.preventDefault();
    const orNull = (text: string) => (text.trim() === '' ? null : text);
    const body = {
      ...draft,
      ...{ lead: orNull(draft.lead), about: orNull(draft.about), contact: orNull(draft.contact) },
      version: one.version,
    };
    const reply = await send('PUT', `/api/exchange/editions/${id}/settings`, body, savedEdition);
    if (reply !== undefined) onSaved();
  }
  return (
    <Section title={<Trans>Words and days</Trans>}>
      <FieldProblems problem={problem}>
        <form onSubmit={submit} noValidate>
          <Stack>
            <p>
              <Trans>
                The texts are written here in {language}; the other languages are made on the screen
                for translations.
              </Trans>
            </p>
            <TextField
              path="title"
              label={t`Title`}
              maxLength={200}
              value={draft.title}
              onChange={(event) => change({ title: event.currentTarget.value })}
            />
            <Prose
              path="lead"
              label={t`In one sentence`}
              maxLength={1000}
              value={draft.lead}
              onChange={(lead) => change({ lead })}
            />
            <Prose
              path="about"
              label={t`More about it`}
              maxLength={8000}
              value={draft.about}
              onChange={(about) => change({ about })}
            />
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <EditionDays draft={draft} change={change} />
              <ChoiceField
                path="state"
                label={t`Where it stands`}
                value={draft.state}
                data={EDITION_STATES.map((value) => ({ value, label: states[value] }))}
                onChange={(event) =>
                  change({
                    state:
                      EDITION_STATES.find((value) => value === event.currentTarget.value) ??
                      'draft',
                  })
                }
              />
            </SimpleGrid>
            <LanguagesField value={draft.languages} change={(languages) => change({ languages })} />
            <ProblemText problem={otherProblems(problem, SHOWN)} />
            <Saved done={saved} />
            {one.waits.length === 0 ? null : (
              <Notice>
                <Trans>
                  New words wait for a second editor; until then readers have the old ones:
                </Trans>
                <ul>
                  {one.waits.map(({ field, text }) => (
                    <li key={field} dir="auto">
                      {fieldName(field)}: {text}
                    </li>
                  ))}
                </ul>
              </Notice>
            )}
            {one.state === 'draft' ? <LookNotice look={look} nameOf={fieldName} /> : null}
            <div>
              <Button type="submit" loading={busy}>
                <Trans>Save</Trans>
              </Button>
            </div>
          </Stack>
        </form>
      </FieldProblems>
    </Section>
  );
}
