import { Trans, useLingui } from '@lingui/react/macro';
import { Button, FileButton } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { packetTemplate } from '#domain/case/packet-template.ts';
import type { Problem } from '#domain/problem.ts';
import { useModel } from '../evidence/use-numbers.ts';
import { call } from '../http.ts';
import { Answered } from '../ui/answered.tsx';
import { ChoiceField } from '../ui/field.tsx';
import { labelIn, languageName } from '../ui/format.ts';
import { Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import { WrongRows } from './wrong-rows.tsx';

const counts = z.object({ added: z.int(), changed: z.int(), unchanged: z.int() });
const imported = z.object({
  ...{ organisations: counts, services: counts, locations: counts },
  left_out: z.int(),
});
type Imported = z.infer<typeof imported>;
interface Chosen {
  readonly names: string;
  /** The files, or a whole package as it is: the server unpacks it within its limits. */
  readonly content:
    | { readonly files: readonly { readonly name: string; readonly text: string }[] }
    | { readonly zip: string };
}

/** A directory of others comes in: tried first, then whole or not at all. */
export function ImportScreen() {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const model = useModel();
  const [chosen, setChosen] = useState<Chosen>();
  const [defaults, setDefaults] = useState({ language: 'en', need_domain: '', purpose: '' });
  const [problem, setProblem] = useState<Problem>();
  const [tried, setTried] = useState<Imported>();
  const [done, setDone] = useState<Imported>();
  const [busy, setBusy] = useState(false);

  async function send(what: Chosen, trial: boolean) {
    setBusy(true);
    setDone(undefined);
    const { language, need_domain, purpose } = defaults;
    const reply = await call('/api/directory/import', imported, {
      method: 'POST',
      patience: 120_000,
      body: {
        ...{ ...what.content, trial, language },
        ...(need_domain === '' ? {} : { need_domain }),
        ...(purpose === '' ? {} : { purpose }),
      },
    });
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
    setTried(reply.ok && trial ? reply.value : undefined);
    if (!reply.ok || trial) return;
    setDone(reply.value);
    setChosen(undefined);
    await queries.invalidateQueries({ queryKey: ['directory'] });
  }
  async function choose(picked: readonly File[]) {
    if (picked.length === 0) return;
    const [first] = picked;
    const content =
      first !== undefined && picked.length === 1 && /\.zip$/i.test(first.name)
        ? { zip: await base64Of(first) }
        : {
            files: await Promise.all(
              picked.map(async (file) => ({ name: file.name, text: await file.text() })),
            ),
          };
    const what = { names: picked.map((file) => file.name).join(', '), content };
    setChosen(what);
    await send(what, true);
  }
  const change = (patch: Partial<typeof defaults>) => {
    setDefaults({ ...defaults, ...patch });
    setTried(undefined);
    setProblem(undefined);
  };
  return (
    <Page
      title={t`Bring in a directory`}
      intro={
        <Trans>
          A file of HSDS 3 (JSON), its tabular package as a ZIP, or all tables of it (CSV) at once.
          It is tried first. It comes in whole, or not at all where a row is wrong. It adds and
          brings up to date; it takes nothing away.
        </Trans>
      }
    >
      <Answered asked={model}>
        {(known) => (
          <Section title={<Trans>What the file does not say</Trans>}>
            <div className={parts.pair}>
              <ChoiceField
                path="language"
                label={t`Language of the file`}
                value={defaults.language}
                data={['en', 'ru', 'uz', 'kk', 'ky', 'tg'].map((value) => ({
                  value,
                  label: languageName(i18n.locale, value),
                }))}
                onChange={(event) => change({ language: event.currentTarget.value })}
              />
              <ChoiceField
                path="need_domain"
                label={t`Area`}
                value={defaults.need_domain}
                data={[
                  { value: '', label: t`As the file says` },
                  ...known.need_domains.map(({ code, labels }) => ({
                    value: code,
                    label: labelIn(i18n.locale, labels),
                  })),
                ]}
                onChange={(event) => change({ need_domain: event.currentTarget.value })}
              />
              <ChoiceField
                path="purpose"
                label={t`What consent is asked for`}
                value={defaults.purpose}
                data={[
                  { value: '', label: t`As the file says` },
                  ...known.consent_purposes
                    .filter(({ code }) => packetTemplate(known, code) !== null)
                    .map(({ code, labels }) => ({
                      value: code,
                      label: labelIn(i18n.locale, labels),
                    })),
                ]}
                onChange={(event) => change({ purpose: event.currentTarget.value })}
              />
            </div>
          </Section>
        )}
      </Answered>
      <Section title={<Trans>The file</Trans>}>
        <div className={parts.buttons}>
          <FileButton multiple accept=".json,.csv,.zip" onChange={(files) => void choose(files)}>
            {(props) => (
              <Button
                {...props}
                loading={busy}
                variant={tried === undefined ? 'filled' : 'default'}
                leftSection={<IconFileUpload size={20} aria-hidden />}
              >
                <Trans>Choose a file</Trans>
              </Button>
            )}
          </FileButton>
          {chosen === undefined ? null : <bdi className={parts.soft}>{chosen.names}</bdi>}
        </div>
        {tried === undefined || chosen === undefined ? null : (
          <>
            <p>
              <Trans>Tried, nothing is written yet:</Trans>
            </p>
            <Counts counts={tried} />
            <Button loading={busy} onClick={() => void send(chosen, false)}>
              <Trans>Bring it in</Trans>
            </Button>
          </>
        )}
        {done === undefined ? null : (
          <Notice>
            <Trans>It is in the directory now.</Trans>
            <Counts counts={done} />
          </Notice>
        )}
        <WrongRows problem={problem} />
        <ProblemText problem={problem?.fields === undefined ? problem : undefined} />
        {chosen !== undefined && tried === undefined && !busy ? (
          <Button mt="sm" variant="default" onClick={() => void send(chosen, true)}>
            <Trans>Try again</Trans>
          </Button>
        ) : null}
      </Section>
    </Page>
  );
}

function Counts({
  counts: { organisations, services, locations, left_out },
}: {
  readonly counts: Imported;
}) {
  const { t } = useLingui();
  const lines = [
    [t`Organisations`, organisations],
    [t`Services`, services],
    [t`Where they are given`, locations],
  ] as const;
  return (
    <ul className={parts.list}>
      {lines.map(([label, { added, changed, unchanged }]) => (
        <li key={label}>
          <Trans>
            {label}: {added} new, {changed} changed, {unchanged} as before
          </Trans>
        </li>
      ))}
      {left_out === 0 ? null : (
        <li>
          <Trans>Rows that belong to nothing in the file and stay outside: {left_out}</Trans>
        </li>
      )}
    </ul>
  );
}

/** The bytes of a file as text that a JSON body can hold. */
function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('unread'));
    reader.readAsDataURL(file);
  });
}
