import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Fieldset, SimpleGrid, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import type { Question } from '#domain/exchange/conference/registration.ts';
import type { shownSettings } from '#domain/exchange/conference/registration-view.ts';
import { ChoiceField, FieldProblems, otherProblems, TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import type { ShownEdition } from './edition-form.tsx';
import { LocalField } from './more-time-part.tsx';
import { Saved } from './saved.tsx';
import { useSend } from './use-send.ts';

interface RegistrationSettingsFormProps {
  readonly id: string;
  readonly edition: ShownEdition;
  readonly settings: z.infer<typeof shownSettings> | undefined;
  readonly saved: boolean;
  readonly onSaved: () => void;
}

const NUMBERS = ['seats', 'seats_per_institution', 'seats_per_country'] as const;
const SHOWN = ['opens', 'closes', 'time_zone', ...NUMBERS].map((name) => `settings.${name}`);

/** How one registers, for how many there is room, and what the organisers ask. */
export function RegistrationSettingsForm({
  id,
  edition,
  settings,
  saved,
  onSaved,
}: RegistrationSettingsFormProps) {
  const { t } = useLingui();
  const { send, problem, busy } = useSend();
  const [draft, setDraft] = useState(() => ({
    ...{ opens: settings?.opens ?? '', closes: settings?.closes ?? '' },
    time_zone: settings?.time_zone ?? edition.time_zone,
    ...{ approval: settings?.approval ?? true, seats: String(settings?.seats ?? 50) },
    seats_per_institution: String(settings?.seats_per_institution ?? ''),
    seats_per_country: String(settings?.seats_per_country ?? ''),
    questions: settings?.questions ?? [],
  }));
  const change = (patch: Partial<typeof draft>) => setDraft({ ...draft, ...patch });
  const numbers: Record<(typeof NUMBERS)[number], string> = {
    seats: t`Seats in all`,
    seats_per_institution: t`Seats for one institution, empty = no limit`,
    seats_per_country: t`Seats for one country, empty = no limit`,
  };
  async function submit(event: FormEvent) {
    event.preventDefault();
    const number = (text: string) =>
      text.trim() === '' ? null : /^\d{1,6}$/.test(text.trim()) ? Number(text) : text;
    const reply = await send('PUT', `/api/exchange/editions/${id}/registration-settings`, {
      settings: {
        ...draft,
        seats: number(draft.seats),
        seats_per_institution: number(draft.seats_per_institution),
        seats_per_country: number(draft.seats_per_country),
        questions: draft.questions.map((one) => ({
          ...one,
          options: one.options.filter((option) => Object.keys(option).length > 0),
        })),
      },
      version: settings?.version ?? 0,
    });
    if (reply !== undefined) onSaved();
  }
  const edit = (index: number, patch: Partial<Question>) =>
    change({
      questions: draft.questions.map((one, at) => (at === index ? { ...one, ...patch } : one)),
    });
  return (
    <Section title={<Trans>Registration</Trans>}>
      <FieldProblems problem={problem}>
        <form onSubmit={submit} noValidate>
          <Stack>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <LocalField
                path="settings.opens"
                label={t`Opens, on the clock of ${draft.time_zone}`}
                value={draft.opens}
                onChange={(opens) => change({ opens })}
              />
              <LocalField
                path="settings.closes"
                label={t`Closes, on the clock of ${draft.time_zone}`}
                value={draft.closes}
                onChange={(closes) => change({ closes })}
              />
              <TextField
                path="settings.time_zone"
                label={t`Time zone`}
                value={draft.time_zone}
                onChange={(event) => change({ time_zone: event.currentTarget.value })}
              />
              {NUMBERS.map((name) => (
                <TextField
                  key={name}
                  path={`settings.${name}`}
                  label={numbers[name]}
                  inputMode="numeric"
                  value={draft[name]}
                  onChange={(event) => change({ [name]: event.currentTarget.value })}
                />
              ))}
            </SimpleGrid>
            <Checkbox
              checked={draft.approval}
              onChange={(event) => change({ approval: event.currentTarget.checked })}
              label={t`The organisers say yes to each registration`}
            />
            {draft.questions.map((one, index) => (
              <QuestionFields
                key={one.code}
                question={one}
                index={index}
                change={(patch) => edit(index, patch)}
                remove={() =>
                  change({ questions: draft.questions.filter((_, at) => at !== index) })
                }
              />
            ))}
            {draft.questions.length < 12 ? (
              <div>
                <Button
                  variant="default"
                  onClick={() =>
                    change({ questions: [...draft.questions, newQuestion(draft.questions)] })
                  }
                >
                  <Trans>One more question</Trans>
                </Button>
              </div>
            ) : null}
            <ProblemText problem={otherProblems(problem, SHOWN)} />
            <Saved done={saved} />
            <div>
              <Button type="submit" loading={busy}>
                <Trans>Save the registration</Trans>
              </Button>
            </div>
          </Stack>
        </form>
      </FieldProblems>
    </Section>
  );
}

/** A question with its words in the three languages of our pages; choices one a line, the same in each. */
function QuestionFields(props: {
  readonly question: Question;
  readonly index: number;
  readonly change: (patch: Partial<Question>) => void;
  readonly remove: () => void;
}) {
  const { t } = useLingui();
  const { question, index, change, remove } = props;
  const number = index + 1;
  const names = { en: t`In English`, ru: t`In Russian`, uz: t`In Uzbek` };
  const kinds = { line: t`A line of text`, yes_no: t`Yes or no`, choice: t`One of a list` };
  const languages = ['en', 'ru', 'uz'] as const;
  return (
    <Fieldset legend={<Trans>Question {number}</Trans>}>
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          {languages.map((lang) => (
            <TextField
              key={lang}
              path={`settings.questions.${index}.label.${lang}`}
              label={names[lang]}
              maxLength={200}
              value={question.label[lang] ?? ''}
              onChange={(event) =>
                change({ label: worded(question.label, lang, event.currentTarget.value) })
              }
            />
          ))}
        </SimpleGrid>
        <ChoiceField
          path={`settings.questions.${index}.kind`}
          label={t`Kind of answer`}
          value={question.kind}
          data={(['line', 'yes_no', 'choice'] as const).map((value) => ({
            ...{ value, label: kinds[value] },
          }))}
          onChange={(event) => {
            const kind = (['line', 'yes_no', 'choice'] as const).find(
              (one) => one === event.currentTarget.value,
            );
            if (kind !== undefined) change({ kind });
          }}
        />
        {question.kind === 'choice' ? (
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            {languages.map((lang) => (
              <Textarea
                key={lang}
                label={t`Choices, one a line: ${names[lang]}`}
                autosize
                minRows={2}
                value={question.options.map((option) => option[lang] ?? '').join('\n')}
                onChange={(event) =>
                  change({ options: choices(question, lang, event.currentTarget.value) })
                }
              />
            ))}
          </SimpleGrid>
        ) : null}
        <Checkbox
          checked={question.required}
          onChange={(event) => change({ required: event.currentTarget.checked })}
          label={t`An answer is needed`}
        />
        <div>
          <Button variant="subtle" onClick={remove}>
            <Trans>Take this question out</Trans>
          </Button>
        </div>
      </Stack>
    </Fieldset>
  );
}

function worded(label: Question['label'], lang: string, text: string): Question['label'] {
  const { [lang]: _, ...others } = label;
  return text === '' ? others : { ...others, [lang]: text };
}

function choices(question: Question, lang: string, text: string): Question['options'] {
  const lines = text.split('\n').slice(0, 20);
  const most = Math.max(lines.length, question.options.length);
  const all = Array.from({ length: most }, (_, at) =>
    worded(question.options[at] ?? {}, lang, lines[at] ?? ''),
  );
  // An empty last line is somebody about to type; one that is empty in every language is gone.
  return all.filter((option, at) => Object.keys(option).length > 0 || at === lines.length - 1);
}

function newQuestion(others: readonly Question[]): Question {
  let number = others.length + 1;
  while (others.some(({ code }) => code === `question_${number}`)) number += 1;
  return { code: `question_${number}`, label: {}, kind: 'line', required: false, options: [] };
}
