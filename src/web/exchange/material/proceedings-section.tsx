import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, Group, Stack, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import {
  LICENCES,
  type Licence,
  type ProceedingsSheet,
  proceedingsSheet,
} from '#domain/exchange/proceedings/proceedings.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../../ask.ts';
import { call } from '../../http.ts';
import { Answered } from '../../ui/answered.tsx';
import { ChoiceField, FieldProblems, TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import ui from '../../ui/ui.module.css';
import { useVersionSeen } from '../../ui/version-seen.ts';
import { PUBLICATION_NAMES } from '../news/publication-names.ts';

/** The proceedings of an edition: what is said of them, what would stand in them, and their way out. */
export function ProceedingsSection(props: { readonly edition: string; readonly slug: string }) {
  const asked = useAsk(
    ['exchange', 'proceedings', props.edition],
    `/api/exchange/editions/${props.edition}/proceedings`,
    proceedingsSheet,
  );
  return (
    <Section title={<Trans>Proceedings</Trans>}>
      <Answered asked={asked}>
        {(sheet) => <Sheet key={props.edition} sheet={sheet} {...props} />}
      </Answered>
    </Section>
  );
}

function Sheet(props: {
  readonly sheet: ProceedingsSheet;
  readonly edition: string;
  readonly slug: string;
}) {
  const { sheet, edition, slug } = props;
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const language = sheet.abstract?.source ?? 'en';
  const [typed, setTyped] = useState(() => fieldsOf(sheet));
  /** What the form was filled from. */
  const [filled, setFilled] = useState(sheet);
  const [problem, setProblem] = useState<Problem>();
  const { seen, heard, goOnFrom } = useVersionSeen(sheet.version);
  const { abstract, licence, doi } = typed;
  const touched = !isSame(typed, fieldsOf(filled));
  const change = (patch: Partial<Fields>) => setTyped({ ...typed, ...patch });
  if (sheet.version > filled.version && !touched) {
    // Somebody else has written meanwhile, and here nobody has.
    setTyped(fieldsOf(sheet));
    setFilled(sheet);
    goOnFrom(sheet.version);
  }

  async function send(path: string, method: 'PUT' | 'POST', body: unknown) {
    const reply = await call(`/api/exchange/editions/${edition}/${path}`, proceedingsSheet, {
      ...{ method, body },
    });
    if (reply.ok) {
      // What was typed while it was being saved stays, as a change of what is saved now.
      setFilled(reply.value);
      goOnFrom(reply.value.version);
    } else heard(reply.problem);
    setProblem(reply.ok ? undefined : reply.problem);
    await queries.invalidateQueries({ queryKey: ['exchange', 'proceedings'] });
  }
  function save(event: FormEvent) {
    event.preventDefault();
    const said = { language, abstract: abstract.trim(), licence, doi: doi.trim() || null };
    void send('proceedings', 'PUT', { ...said, version: seen });
  }

  const page = `/exchange/${i18n.locale === 'ar-XB' ? 'en' : i18n.locale}/${slug}/proceedings`;
  return (
    <FieldProblems problem={problem}>
      <form onSubmit={save} noValidate>
        <Stack>
          <p>
            {i18n._(PUBLICATION_NAMES[sheet.state])}
            {sheet.state === 'published' ? (
              <>
                {' · '}
                <Anchor href={page}>
                  <Trans>As readers see it</Trans>
                </Anchor>
              </>
            ) : null}
          </p>
          <Textarea
            label={t`Summary of the proceedings`}
            lang={language}
            autosize
            minRows={3}
            maxLength={8000}
            value={abstract}
            onChange={(event) => change({ abstract: event.currentTarget.value })}
          />
          <ChoiceField
            path="licence"
            label={t`Licence`}
            value={licence}
            data={Object.entries(LICENCES).map(([value, { name }]) => ({ value, label: name }))}
            onChange={(event) => change({ licence: event.currentTarget.value as Licence })}
          />
          <TextField
            path="doi"
            label={t`DOI, once a registry has given one`}
            value={doi}
            onChange={(event) => change({ doi: event.currentTarget.value })}
          />
          <details>
            <summary>
              <Trans>What would go out now</Trans>
            </summary>
            <ul>
              {sheet.sessions.map(({ id, title, people }) => (
                <li key={id}>
                  {inLanguage(title, i18n.locale).text}
                  {people.length === 0 ? null : `: ${people.map(({ name }) => name).join(', ')}`}
                </li>
              ))}
            </ul>
          </details>
          <ProblemText problem={problem} />
          {problem?.code === 'version_conflict' && touched ? (
            <blockquote lang={language} className={ui.typed}>
              {fieldsOf(sheet).abstract}
            </blockquote>
          ) : null}
          <Group>
            <Button type="submit">
              <Trans>Save the proceedings</Trans>
            </Button>
            <Button
              variant="default"
              // Nothing goes out without what is typed.
              disabled={sheet.version === 0 || sheet.state === 'waiting' || touched}
              onClick={() =>
                void send('proceedings/publication-request', 'POST', { version: seen })
              }
            >
              <Trans>Put before the second editor</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </FieldProblems>
  );
}

interface Fields {
  readonly abstract: string;
  readonly licence: Licence;
  readonly doi: string;
}

function fieldsOf({ abstract, licence, doi }: ProceedingsSheet): Fields {
  const text = abstract?.versions[abstract.source]?.text ?? '';
  return { abstract: text, licence, doi: doi ?? '' };
}

function isSame(one: Fields, other: Fields): boolean {
  return (
    one.abstract.trim() === other.abstract.trim() &&
    one.licence === other.licence &&
    one.doi.trim() === other.doi.trim()
  );
}
