import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, SimpleGrid, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { PROPOSAL_KINDS } from '#domain/exchange/conference/call.ts';
import { CRITERIA } from '#domain/exchange/conference/criteria.ts';
import { REVIEW_PHASES } from '#domain/exchange/conference/review.ts';
import { ChoiceField, FieldProblems, otherProblems, TextField } from '../../ui/field.tsx';
import { languageName } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { useConferenceWords } from './conference-words.ts';
import type { ShownEdition } from './edition-form.tsx';
import { LocalField } from './more-time-part.tsx';
import { Prose } from './proposal-form.tsx';
import { Saved } from './saved.tsx';
import type { ShownCall } from './use-call.ts';
import { useSend } from './use-send.ts';

interface CallFormProps {
  readonly id: string;
  readonly edition: ShownEdition;
  /** Undefined = there is none yet. */
  readonly call: ShownCall | undefined;
  readonly saved: boolean;
  readonly onSaved: () => void;
}

const SHOWN = [
  ...['opens', 'closes', 'time_zone', 'reviews', 'reviews_due'].map((name) => `call.${name}`),
  'guidance.text',
];

/** The call for contributions: its ends on the clock of a named town, what is asked for, how it is weighed. */
export function CallForm({ id, edition, call, saved, onSaved }: CallFormProps) {
  const { t, i18n } = useLingui();
  const words = useConferenceWords();
  const { send, problem, busy } = useSend();
  const [draft, setDraft] = useState(() => draftOf(edition, call));
  const change = (patch: Partial<typeof draft>) => setDraft({ ...draft, ...patch });
  async function submit(event: FormEvent) {
    event.preventDefault();
    const { guidance, phase, reviews, reviews_due, ...rest } = draft;
    const lang = call?.guidance?.source ?? edition.source;
    const reply = await send('PUT', `/api/exchange/editions/${id}/call`, {
      call: {
        ...rest,
        reviews: /^\d$/.test(reviews) ? Number(reviews) : reviews,
        reviews_due: reviews_due === '' ? null : reviews_due,
      },
      guidance: guidance.trim() === '' ? null : { lang, text: guidance },
      ...{ phase, version: call?.version ?? 0 },
    });
    if (reply !== undefined) onSaved();
  }
  return (
    <Section title={<Trans>Call for contributions</Trans>}>
      <FieldProblems problem={problem}>
        <form onSubmit={submit} noValidate>
          <Stack>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <LocalField
                path="call.opens"
                label={t`Opens, on the clock of ${draft.time_zone}`}
                value={draft.opens}
                onChange={(opens) => change({ opens })}
              />
              <LocalField
                path="call.closes"
                label={t`Closes, on the clock of ${draft.time_zone}`}
                value={draft.closes}
                onChange={(closes) => change({ closes })}
              />
              <LocalField
                path="call.reviews_due"
                label={t`Reviews are due, on the clock of ${draft.time_zone}`}
                value={draft.reviews_due}
                onChange={(reviews_due) => change({ reviews_due })}
              />
              <TextField
                path="call.time_zone"
                label={t`Time zone`}
                description={t`Its name, such as Asia/Tashkent or Europe/Brussels.`}
                value={draft.time_zone}
                onChange={(event) => change({ time_zone: event.currentTarget.value })}
              />
              <TextField
                path="call.reviews"
                label={t`Reviews for each proposal`}
                inputMode="numeric"
                value={draft.reviews}
                onChange={(event) => change({ reviews: event.currentTarget.value })}
              />
              <ChoiceField
                path="phase"
                label={t`Phase`}
                value={draft.phase}
                data={REVIEW_PHASES.map((value) => ({ value, label: words.phases[value] }))}
                onChange={(event) =>
                  change({
                    phase:
                      REVIEW_PHASES.find((value) => value === event.currentTarget.value) ??
                      'reviews',
                  })
                }
              />
            </SimpleGrid>
            <Prose
              path="guidance.text"
              label={t`What is looked for`}
              maxLength={4000}
              value={draft.guidance}
              onChange={(guidance) => change({ guidance })}
            />
            <Several
              label={t`Languages that one may write in`}
              options={edition.languages.map((value) => ({
                value,
                label: languageName(i18n.locale, value),
              }))}
              value={draft.languages}
              onChange={(languages) => change({ languages })}
            />
            <Several
              label={t`What one can offer`}
              options={PROPOSAL_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
              value={draft.kinds}
              onChange={(kinds) =>
                change({ kinds: PROPOSAL_KINDS.filter((one) => kinds.includes(one)) })
              }
            />
            <Several
              label={t`By what it is weighed`}
              options={CRITERIA.map((value) => ({ value, label: words.criteria[value] }))}
              value={draft.criteria}
              onChange={(criteria) =>
                change({ criteria: CRITERIA.filter((one) => criteria.includes(one)) })
              }
            />
            <Checkbox
              checked={draft.anonymous}
              onChange={(event) => change({ anonymous: event.currentTarget.checked })}
              label={t`Reviewers do not see who wrote a proposal until they discuss`}
            />
            <ProblemText problem={otherProblems(problem, SHOWN)} />
            <Saved done={saved} />
            <div>
              <Button type="submit" loading={busy}>
                <Trans>Save the call</Trans>
              </Button>
            </div>
          </Stack>
        </form>
      </FieldProblems>
    </Section>
  );
}

function Several(props: {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}) {
  return (
    <Checkbox.Group label={props.label} value={[...props.value]} onChange={props.onChange}>
      <Stack mt="xs" gap="xs">
        {props.options.map((option) => (
          <Checkbox key={option.value} {...option} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function draftOf(edition: ShownEdition, call: ShownCall | undefined) {
  const guidance = call?.guidance ?? null;
  return {
    ...{ opens: call?.opens ?? '', closes: call?.closes ?? '' },
    time_zone: call?.time_zone ?? edition.time_zone,
    languages: call?.languages ?? edition.languages,
    kinds: call?.kinds ?? [...PROPOSAL_KINDS],
    criteria: call?.criteria ?? [...CRITERIA],
    ...{ anonymous: call?.anonymous ?? true, reviews: String(call?.reviews ?? 2) },
    ...{ reviews_due: call?.reviews_due ?? '', phase: call?.phase ?? ('reviews' as const) },
    guidance: guidance === null ? '' : (guidance.versions[guidance.source] ?? ''),
  };
}
