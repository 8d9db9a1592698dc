import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { ScheduleDraft } from '#domain/exchange/schedule/draft.ts';
import type { Problem } from '#domain/problem.ts';
import { ChoiceField, FieldProblems, otherProblems, TextField, unfilled } from '../../ui/field.tsx';
import { languageName } from '../../ui/format.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import { Prose } from '../conference/proposal-form.tsx';
import { bodyOf, SessionFields, type SessionFieldsDraft } from './session-fields.tsx';
import { useSend } from './use-schedule.ts';

const EMPTY: SessionFieldsDraft = {
  ...{ kind: 'talk', minutes: '45', languages: [], rule: 'public', do_not_record: false },
  track_id: '',
};
const SHOWN = [
  'title.text',
  'abstract.text',
  'kind',
  'minutes',
  'track_id',
  'rule',
  'do_not_record',
];

/** A new session, in the language in which it is said first. */
export function NewSession({
  draft,
  close,
}: {
  readonly draft: ScheduleDraft;
  readonly close: () => void;
}) {
  const { t, i18n } = useLingui();
  const send = useSend();
  const [id] = useState(() => uuid());
  const [lang, setLang] = useState(draft.edition.languages[0] ?? 'en');
  const [title, setTitle] = useState('');
  const [abstract, setAbstract] = useState('');
  const [fields, setFields] = useState(EMPTY);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const missing = unfilled({ 'title.text': title });
    setProblem(missing);
    if (missing !== undefined) return;
    setBusy(true);
    const found = await send('POST', '/api/exchange/sessions', {
      ...{ id, edition_id: draft.edition.id, ...bodyOf(fields) },
      title: { lang, text: title.trim() },
      abstract: abstract.trim() === '' ? null : { lang, text: abstract.trim() },
    });
    setBusy(false);
    setProblem(found);
    if (found === undefined) close();
  }

  return (
    <FieldProblems problem={problem}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <ChoiceField
            path="lang"
            label={t`Written in`}
            value={lang}
            data={draft.edition.languages.map((tag) => ({
              value: tag,
              label: languageName(i18n.locale, tag),
            }))}
            onChange={(event) => setLang(event.currentTarget.value)}
          />
          <TextField
            path="title.text"
            label={t`Title`}
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Prose
            path="abstract.text"
            label={t`Description`}
            maxLength={8000}
            value={abstract}
            onChange={setAbstract}
          />
          <SessionFields
            of={draft}
            value={fields}
            change={(patch) => setFields({ ...fields, ...patch })}
          />
          <ProblemText problem={otherProblems(problem, SHOWN)} />
          <div>
            <Button type="submit" loading={busy} mr="sm">
              <Trans>Add the session</Trans>
            </Button>
            <Button variant="subtle" onClick={close}>
              <Trans>Close</Trans>
            </Button>
          </div>
        </Stack>
      </form>
    </FieldProblems>
  );
}
