import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useDeferredValue, useState } from 'react';
import { z } from 'zod';
import type { Problem } from '#domain/problem.ts';
import { localTitles, type ShownOccupation } from '#domain/work/occupation.ts';
import { useAsk } from '../ask.ts';
import { call } from '../http.ts';
import { Answered } from '../ui/answered.tsx';
import { FieldProblems, otherProblems, TextField } from '../ui/field.tsx';
import { labelIn, languageName } from '../ui/format.ts';
import { Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import { useNearest } from './use-occupations.ts';
import { WorkLinks } from './work-links.tsx';

const kept = z.object({ titles: z.array(localTitles.extend({ version: z.int() })) });
const LANGUAGES = ['ru', 'uz', 'kk', 'ky', 'tg'];
const SHORTEST = 3;

/** How occupations are called here: the coordinator edits the titles by which they are shown and found. */
export function OccupationsScreen() {
  const { t, i18n } = useLingui();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<ShownOccupation>();
  const asked = useDeferredValue(words.trim());
  const answer = useNearest(asked, asked.length >= SHORTEST);
  return (
    <Page
      title={t`Names of occupations`}
      intro={
        <Trans>
          Occupations are those of ISCO-08 and ESCO. How they are called here is edited on this
          page; the first name is shown, by the others it is found.
        </Trans>
      }
    >
      <WorkLinks />
      <Section title={<Trans>Which occupation</Trans>}>
        <TextInput
          type="search"
          label={t`Words of any language`}
          leftSection={<IconSearch size={20} aria-hidden />}
          autoComplete="off"
          maxLength={200}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            setChosen(undefined);
          }}
        />
        {asked.length < SHORTEST || chosen !== undefined ? null : (
          <Answered asked={answer}>
            {(found) => (
              <ul className={parts.list}>
                {found.map((one) => (
                  <li key={one.code}>
                    <Button variant="subtle" onClick={() => setChosen(one)}>
                      {labelIn(i18n.locale, one.titles)}
                    </Button>
                    <span className={parts.soft}>{one.code}</span>
                  </li>
                ))}
              </ul>
            )}
          </Answered>
        )}
      </Section>
      {chosen === undefined ? null : <Titles key={chosen.code} occupation={chosen} />}
      <p className={parts.soft}>
        <Trans>
          This service uses the ESCO classification of the European Commission. ISCO-08:
          International Labour Organization.
        </Trans>
      </p>
    </Page>
  );
}

function Titles({ occupation }: { readonly occupation: ShownOccupation }) {
  const address = `/api/occupations/${occupation.code}/titles`;
  const asked = useAsk(['occupations', 'titles', occupation.code], address, kept);
  return (
    <Section title={`${occupation.titles.en ?? ''} (${occupation.code})`}>
      <Answered asked={asked}>
        {({ titles }) => (
          <div className={parts.stack}>
            {LANGUAGES.map((language) => {
              const own = titles.find((row) => row.language === language);
              return (
                <TitlesForm
                  key={`${language} ${own?.version ?? 0}`}
                  address={address}
                  language={language}
                  shown={own === undefined ? occupation.titles[language] : undefined}
                  titles={own?.titles}
                  version={own?.version ?? 0}
                />
              );
            })}
          </div>
        )}
      </Answered>
    </Section>
  );
}

interface TitlesFormProps {
  readonly address: string;
  readonly language: string;
  /** The title that comes with the program, where none was edited. */
  readonly shown: string | undefined;
  readonly titles: readonly string[] | undefined;
  readonly version: number;
}

function TitlesForm({ address, language, shown, titles, version }: TitlesFormProps) {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const before = titles?.join('; ') ?? shown ?? '';
  const [text, setText] = useState(before);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const list = text.split(';').map((one) => one.trim());
    const body = { language, titles: list.filter((one) => one !== ''), version };
    const reply = await call(address, z.object({}), { method: 'PUT', body });
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
    if (reply.ok) await queries.invalidateQueries({ queryKey: ['occupations'] });
  }
  return (
    <FieldProblems problem={problem}>
      <form onSubmit={save} noValidate>
        <TextField
          path="titles"
          label={languageName(i18n.locale, language)}
          description={t`Several with a semicolon between them.`}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ProblemText problem={otherProblems(problem, ['titles'])} />
        <div className={parts.buttons} style={{ marginBlockStart: '0.5rem' }}>
          {text === before ? null : (
            <Button type="submit" loading={busy}>
              <Trans>Save</Trans>
            </Button>
          )}
          {titles === undefined || text !== before ? null : (
            <Notice>
              <Trans>Edited here.</Trans>
            </Notice>
          )}
        </div>
      </form>
    </FieldProblems>
  );
}
