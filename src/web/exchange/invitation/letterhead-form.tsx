import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, SimpleGrid, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Letterhead, letterhead } from '#domain/exchange/invitation/invitation-sheet.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../../ask.ts';
import { call } from '../../http.ts';
import { Answered } from '../../ui/answered.tsx';
import { ChoiceField, FieldProblems, otherProblems, TextField } from '../../ui/field.tsx';
import { languageName } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { useVersionSeen } from '../../ui/version-seen.ts';
import { institutions } from './compose-form.tsx';

/** The head of all letters: who writes, how letters are counted, who signs in each language. */
export function LetterheadForm(props: {
  readonly edition: string;
  readonly head: Letterhead | null;
  readonly languages: readonly string[];
  readonly done: () => void;
}) {
  const { edition, head, languages, done } = props;
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const language = head?.place.source ?? languages[0] ?? 'en';
  const [institution, setInstitution] = useState(head?.institution_id ?? '');
  const [series, setSeries] = useState(head?.series ?? '');
  const [place, setPlace] = useState(head?.place.versions[language]?.text ?? '');
  const [contact, setContact] = useState(head?.contact ?? '');
  const [signed, setSigned] = useState(head?.signatory ?? {});
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const { seen, heard } = useVersionSeen(head?.version ?? 0);
  const asked = useAsk(['exchange', 'institutions'], '/api/exchange/institutions', institutions);

  const signers = languages.flatMap((lang) => [
    `signatory.${lang}.title`,
    `signatory.${lang}.name`,
  ]);
  const shown = ['institution_id', 'series', 'place', 'contact', ...signers];

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const signatory = Object.fromEntries(
      Object.entries(signed).filter(([, { title, name }]) => title !== '' || name !== ''),
    );
    const reply = await call(`/api/exchange/editions/${edition}/letterhead`, letterhead, {
      method: 'PUT',
      body: {
        ...{ institution_id: institution, series: series.trim(), language, place: place.trim() },
        ...{ contact: contact.trim(), signatory, version: seen },
      },
    });
    // Also where another organiser has changed it: what they wrote stands above the form then.
    await queries.invalidateQueries({ queryKey: ['exchange', 'invitations'] });
    setBusy(false);
    if (reply.ok) return done();
    setProblem(reply.problem);
    heard(reply.problem);
  }

  return (
    <Section title={<Trans>Make the letterhead</Trans>}>
      <Answered asked={asked}>
        {({ institutions: known }) => (
          <FieldProblems problem={problem}>
            <form onSubmit={submit} noValidate>
              <Stack>
                <ChoiceField
                  path="institution_id"
                  label={t`Who writes`}
                  value={institution}
                  data={[
                    { value: '', label: t`Please choose` },
                    ...known.map(({ id, name }) => ({
                      value: id,
                      label: inLanguage(name, i18n.locale).text,
                    })),
                  ]}
                  onChange={(event) => setInstitution(event.currentTarget.value)}
                />
                <SimpleGrid cols={{ base: 1, sm: 2 }}>
                  <TextField
                    path="series"
                    label={t`Series of the letters`}
                    description={t`Stands before the number: 12-04 makes 12-04/17.`}
                    value={series}
                    onChange={(event) => setSeries(event.currentTarget.value)}
                  />
                  <TextField
                    path="place"
                    label={t`Place from which one writes`}
                    lang={language}
                    value={place}
                    onChange={(event) => setPlace(event.currentTarget.value)}
                  />
                </SimpleGrid>
                <TextField
                  path="contact"
                  label={t`Address and contact`}
                  value={contact}
                  onChange={(event) => setContact(event.currentTarget.value)}
                />
                {languages.map((lang) => (
                  <SimpleGrid key={lang} cols={{ base: 1, sm: 2 }}>
                    {(['title', 'name'] as const).map((key) => (
                      <TextField
                        key={key}
                        path={`signatory.${lang}.${key}`}
                        label={
                          key === 'title'
                            ? t`Office of the one who signs (${languageName(i18n.locale, lang)})`
                            : t`Name of the one who signs (${languageName(i18n.locale, lang)})`
                        }
                        lang={lang}
                        value={signed[lang]?.[key] ?? ''}
                        onChange={(event) => {
                          const { value } = event.currentTarget;
                          const before = signed[lang] ?? { title: '', name: '' };
                          setSigned({ ...signed, [lang]: { ...before, [key]: value } });
                        }}
                      />
                    ))}
                  </SimpleGrid>
                ))}
                <ProblemText problem={otherProblems(problem, shown)} />
                <Group>
                  <Button type="submit" loading={busy}>
                    <Trans>Save the letterhead</Trans>
                  </Button>
                  {head === null ? null : (
                    <Button variant="default" onClick={done}>
                      <Trans>Cancel</Trans>
                    </Button>
                  )}
                </Group>
              </Stack>
            </form>
          </FieldProblems>
        )}
      </Answered>
    </Section>
  );
}
