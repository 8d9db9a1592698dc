import { Trans, useLingui } from '@lingui/react/macro';
import { Button, SimpleGrid, Stack, Textarea } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { SPOKEN_LANGUAGES } from '#domain/exchange/participant.ts';
import { inLanguage, wording } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../../ask.ts';
import { call } from '../../http.ts';
import { Answered } from '../../ui/answered.tsx';
import { ChoiceField } from '../../ui/field.tsx';
import { languageName } from '../../ui/format.ts';
import { EmptyState, Page, Section } from '../../ui/page.tsx';
import { Notice, ProblemText } from '../../ui/problem-text.tsx';
import { useFieldName } from '../publication/field-name.ts';
import { useEditions } from '../start-screen.tsx';
import { useNounName } from './noun-names.ts';

const row = z.object({
  ...{ noun: z.string(), id: z.uuid(), field: z.string(), name: wording, wording },
  state: z.enum(['missing', 'stale', 'done']),
  asked: z
    .object({
      text: z.string(),
      own: z.boolean(),
      waits: z.boolean(),
      reason: z.string().nullable(),
    })
    .nullable(),
});
const saved = z.object({ wording, waits: z.boolean() });
type Row = z.infer<typeof row>;
const page = z.object({ rows: z.array(row), more: z.boolean() });

/** Texts that a language still lacks or whose source has changed: the original beside the translation. */
export function TranslateScreen() {
  const { t, i18n } = useLingui();
  const editions = useEditions();
  const [lang, setLang] = useState(
    i18n.locale === 'uz' ? 'uz-Latn' : i18n.locale === 'ru' ? 'ru' : 'en',
  );
  const [edition, setEdition] = useState('');
  const [only, setOnly] = useState('open');
  const [waits, setWaits] = useState(false);
  const query = new URLSearchParams({ lang, only, ...(edition === '' ? {} : { edition }) });
  const asked = useAsk(
    ['exchange', 'wordings', lang, only, edition],
    `/api/exchange/wordings?${query}`,
    page,
  );
  return (
    <Page
      title={t`Translations`}
      intro={
        <Trans>
          The original beside the translation. What readers see already changes after a second look.
        </Trans>
      }
      wide
    >
      <Section title={<Trans>What is shown</Trans>}>
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <ChoiceField
            path="lang"
            label={t`Translate into`}
            value={lang}
            data={[...SPOKEN_LANGUAGES, 'uz-Cyrl'].map((value) => ({
              value,
              label: languageName(i18n.locale, value),
            }))}
            onChange={(event) => setLang(event.currentTarget.value)}
          />
          <ChoiceField
            path="edition"
            label={t`Conference`}
            value={edition}
            data={[
              { value: '', label: t`Everything` },
              ...(editions.value?.editions ?? []).map(({ id, title }) => ({
                value: id,
                label: inLanguage(title, i18n.locale).text,
              })),
            ]}
            onChange={(event) => setEdition(event.currentTarget.value)}
          />
          <ChoiceField
            path="only"
            label={t`Texts`}
            value={only}
            data={[
              { value: 'open', label: t`Missing or out of date` },
              { value: 'all', label: t`All` },
            ]}
            onChange={(event) => setOnly(event.currentTarget.value)}
          />
        </SimpleGrid>
      </Section>
      {waits ? (
        <div role="status">
          <Notice>
            <Trans>
              Kept. A second editor looks at the new words first; until then readers see the old
              ones.
            </Trans>
          </Notice>
        </div>
      ) : null}
      <Answered asked={asked}>
        {({ rows, more }) =>
          rows.length === 0 ? (
            <EmptyState
              icon={<IconLanguage size={44} aria-hidden />}
              title={<Trans>Everything is translated</Trans>}
            />
          ) : (
            <>
              {rows.map((one) => (
                <Translation
                  // Not by its revision: what is being typed stays when the original changes meanwhile.
                  key={`${one.id}${one.field}${lang}`}
                  row={one}
                  lang={lang}
                  told={setWaits}
                />
              ))}
              {more ? (
                <p>
                  <Trans>There are more: they follow as these are done.</Trans>
                </p>
              ) : null}
            </>
          )
        }
      </Answered>
    </Page>
  );
}

interface TranslationProps {
  readonly row: Row;
  readonly lang: string;
  readonly told: (waits: boolean) => void;
}

function Translation({ row: one, lang, told }: TranslationProps) {
  const { t, i18n } = useLingui();
  const nameOf = useNounName();
  const fieldName = useFieldName(one.noun === 'practice' ? 'practice' : 'translation');
  const queries = useQueryClient();
  const { source, versions, revision } = one.wording;
  const [text, setText] = useState(one.asked?.text ?? versions[lang]?.text ?? '');
  // What is typed was typed beside this original, even where a newer one has come onto the screen by itself.
  const [seen, setSeen] = useState(revision);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  async function save() {
    setBusy(true);
    const path = `/api/exchange/wordings/${one.noun}/${one.id}/${one.field}`;
    // Told that the original has changed, and with it on the screen: saving once more says that it was read.
    const wasTold = problem?.code === 'text_changed_meanwhile';
    const body = { lang, text, seen: wasTold ? revision : seen };
    const reply = await call(path, saved, { method: 'PUT', body });
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
    if (reply.ok) {
      setSeen(reply.value.wording.revision);
      told(reply.value.waits);
    }
    // Where the original changed meanwhile, what was typed stays and the new original is shown beside it.
    else if (reply.problem.code !== 'text_changed_meanwhile') return;
    await queries.invalidateQueries({ queryKey: ['exchange', 'wordings'] });
  }

  return (
    <Section
      title={`${nameOf(one.noun)}: ${inLanguage(one.name, i18n.locale).text} · ${fieldName(one.field)}`}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <div>
          <strong>
            <Trans>Original ({languageName(i18n.locale, source)})</Trans>
          </strong>
          <p lang={source} dir="auto" style={{ whiteSpace: 'pre-wrap' }}>
            {versions[source]?.text}
          </p>
          {one.state === 'stale' ? (
            <p>
              <Trans>It has changed since it was translated.</Trans>
            </p>
          ) : null}
        </div>
        <Stack>
          {one.asked === null ? null : (
            <Notice>
              {one.asked.waits ? (
                <Trans>These words wait for a second look. Readers see the ones before.</Trans>
              ) : (
                <Trans>A second editor sent these words back: {one.asked.reason ?? ''}</Trans>
              )}
            </Notice>
          )}
          <Textarea
            label={languageName(i18n.locale, lang)}
            lang={lang}
            dir="auto"
            autosize
            minRows={3}
            maxLength={8000}
            readOnly={one.asked?.waits === true && !one.asked.own}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <ProblemText problem={problem} />
          <Button onClick={() => void save()} loading={busy} disabled={text.trim() === ''}>
            {t`Save the translation`}
          </Button>
        </Stack>
      </SimpleGrid>
    </Section>
  );
}
