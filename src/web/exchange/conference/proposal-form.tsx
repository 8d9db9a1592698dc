import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Fieldset, SimpleGrid, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { PROPOSAL_KINDS, type ProposalKind } from '#domain/exchange/conference/call.ts';
import type { ProposalInput } from '#domain/exchange/conference/proposal.ts';
import type { ProposalView } from '#domain/exchange/conference/proposal-view.ts';
import { SPOKEN_LANGUAGES } from '#domain/exchange/participant.ts';
import type { Problem } from '#domain/problem.ts';
import {
  ChoiceField,
  FieldProblems,
  otherProblems,
  TextField,
  unfilled,
  useFieldError,
} from '../../ui/field.tsx';
import { languageName } from '../../ui/format.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import { countryOf, drafted } from '../account/participant-fields.tsx';
import { useParticipant } from '../use-participant.ts';
import { useConferenceWords } from './conference-words.ts';
import { type SpeakerDraft, SpeakerFields } from './speaker-fields.tsx';

type Fields = Omit<ProposalInput, 'id'>;
type Draft = Omit<Fields, 'speakers'> & { readonly speakers: readonly SpeakerDraft[] };

interface ProposalFormProps {
  /** What is there already; undefined = a new one. */
  readonly proposal?: ProposalView;
  readonly languages: readonly string[];
  readonly kinds: readonly ProposalKind[];
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly setProblem: (problem: Problem | undefined) => void;
  readonly save: (fields: Fields) => void;
}

/** What somebody offers to a conference, with whoever will speak. */
export function ProposalForm(props: ProposalFormProps) {
  const { t, i18n } = useLingui();
  const words = useConferenceWords();
  const me = useParticipant();
  const [draft, setDraft] = useState<Draft>(() => draftOf(props, me));
  const change = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch });
  const { interpretation } = draft;

  function submit(event: FormEvent) {
    event.preventDefault();
    const missing = unfilled({
      ...{ title: draft.title, abstract: draft.abstract },
      ...Object.fromEntries(
        draft.speakers.flatMap((one, index) => [
          [`speakers.${index}.name`, one.name],
          [`speakers.${index}.institution`, one.institution],
          [`speakers.${index}.country`, one.country],
        ]),
      ),
    });
    props.setProblem(missing);
    if (missing !== undefined) return;
    const speakers = draft.speakers.map((one) => ({ ...one, country: countryOf(one) }));
    props.save({ ...draft, speakers });
  }
  const shown = ['title', 'abstract', 'description', 'language', 'kind'].concat(
    draft.speakers.flatMap((_, index) =>
      ['name', 'institution', 'country', 'languages'].map((name) => `speakers.${index}.${name}`),
    ),
  );
  return (
    <FieldProblems problem={props.problem}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <ChoiceField
              path="kind"
              label={t`Kind`}
              value={draft.kind}
              data={props.kinds.map((value) => ({ value, label: words.kinds[value] }))}
              onChange={(event) =>
                change({
                  kind: PROPOSAL_KINDS.find((one) => one === event.currentTarget.value) ?? 'talk',
                })
              }
            />
            <ChoiceField
              path="language"
              label={t`Language that you write in`}
              value={draft.language}
              data={props.languages.map((value) => ({
                value,
                label: languageName(i18n.locale, value),
              }))}
              onChange={(event) => {
                const language = event.currentTarget.value;
                change({ language, interpretation: { ...interpretation, speaks: language } });
              }}
            />
          </SimpleGrid>
          <TextField
            path="title"
            label={t`Title`}
            maxLength={200}
            value={draft.title}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
          <Prose
            path="abstract"
            label={t`In a few sentences`}
            description={t`What you did, for whom, what came of it. It is printed in the programme. Nothing that somebody could be recognised by.`}
            maxLength={2000}
            value={draft.abstract}
            onChange={(abstract) => change({ abstract })}
          />
          <Prose
            path="description"
            label={t`More for the reviewers`}
            description={t`Optional: how you know, what did not work, what another country would need.`}
            maxLength={8000}
            value={draft.description ?? ''}
            onChange={(text) => change({ description: text === '' ? null : text })}
          />
          {draft.speakers.map((one, index) => (
            <SpeakerFields
              // biome-ignore lint/suspicious/noArrayIndexKey: speakers have no id; their order is theirs
              key={index}
              index={index}
              speaker={one}
              change={(patch) =>
                change({
                  speakers: draft.speakers.map((other, at) =>
                    at === index ? { ...other, ...patch } : other,
                  ),
                })
              }
              remove={
                draft.speakers.length === 1
                  ? undefined
                  : () => change({ speakers: draft.speakers.filter((_, at) => at !== index) })
              }
            />
          ))}
          {draft.speakers.length < 8 ? (
            <div>
              <Button
                variant="default"
                onClick={() => change({ speakers: [...draft.speakers, NOBODY] })}
              >
                <Trans>One more speaker</Trans>
              </Button>
            </div>
          ) : null}
          <Fieldset legend={<Trans>In the room</Trans>}>
            <Stack>
              <ChoiceField
                path="interpretation.speaks"
                label={t`Language that you speak in`}
                value={interpretation.speaks}
                data={[...new Set([...SPOKEN_LANGUAGES, interpretation.speaks])].map((value) => ({
                  value,
                  label: languageName(i18n.locale, value),
                }))}
                onChange={(event) =>
                  change({
                    interpretation: { ...interpretation, speaks: event.currentTarget.value },
                  })
                }
              />
              <TextField
                path="interpretation.other"
                label={t`What you need to follow and to be understood`}
                description={t`Interpretation into a language, sign language, captions, slower speech.`}
                maxLength={500}
                value={interpretation.other ?? ''}
                onChange={(event) =>
                  change({
                    interpretation: {
                      ...interpretation,
                      other: event.currentTarget.value === '' ? null : event.currentTarget.value,
                    },
                  })
                }
              />
              <Checkbox
                checked={draft.do_not_record}
                onChange={(event) => change({ do_not_record: event.currentTarget.checked })}
                label={t`This must not be recorded`}
              />
            </Stack>
          </Fieldset>
          <ProblemText problem={otherProblems(props.problem, shown)} />
          <div>
            <Button type="submit" loading={props.busy}>
              <Trans>Save as a draft</Trans>
            </Button>
          </div>
        </Stack>
      </form>
    </FieldProblems>
  );
}

const NOBODY: SpeakerDraft = { name: '', institution: '', country: '', languages: ['en'] };

/** A longer text that shows what is wrong with it. */
export function Prose(props: {
  readonly path: string;
  readonly label: string;
  readonly description?: string;
  readonly maxLength: number;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const { path, onChange, ...rest } = props;
  const error = useFieldError(path);
  return (
    <Textarea
      {...rest}
      name={path}
      autosize
      minRows={3}
      maxRows={16}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function draftOf(
  { proposal, languages, kinds }: ProposalFormProps,
  me: ReturnType<typeof useParticipant>,
): Draft {
  if (proposal === undefined) {
    const language = languages.find((tag) => me.languages.includes(tag)) ?? languages[0] ?? 'en';
    const own = { name: me.name, institution: '', country: drafted(me.country) };
    return {
      ...{ language, kind: kinds[0] ?? 'talk', title: '', abstract: '', description: null },
      speakers: [{ ...own, languages: me.languages.length === 0 ? [language] : [...me.languages] }],
      ...{ do_not_record: false, interpretation: { speaks: language, hears: [], other: null } },
    };
  }
  const { title, abstract, description } = proposal;
  return {
    ...{ language: title.source, kind: proposal.kind, do_not_record: proposal.do_not_record },
    title: title.versions[title.source] ?? '',
    abstract: abstract.versions[abstract.source] ?? '',
    description: description === null ? null : (description.versions[description.source] ?? null),
    speakers: (proposal.authors?.speakers ?? []).map((one) => ({
      ...one,
      country: drafted(one.country),
    })),
    interpretation: proposal.interpretation,
  };
}
