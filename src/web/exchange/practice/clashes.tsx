import type { I18n, MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, SimpleGrid } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { countryName, languageName } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import {
  COST_WORDS,
  FIELDS,
  GROUP_WORDS,
  SCOPE_WORDS,
  STAGE_WORDS,
  THEME_WORDS,
} from './practice-words.ts';
import { useSay, type WholePractice } from './use-practice.ts';

type Clash = WholePractice['clashes'][number];

/** Where two wrote the same field: both texts side by side, until somebody has chosen. Nothing is lost before. */
export function Clashes({ whole }: { readonly whole: WholePractice }) {
  const shown = useRef<HTMLDivElement>(null);
  const before = useRef(whole.clashes.length);
  const count = whole.clashes.length;
  // Whoever writes far below would not see that there is something to choose up here.
  useEffect(() => {
    if (count > before.current) shown.current?.scrollIntoView({ block: 'center' });
    before.current = count;
  }, [count]);
  if (count === 0) return null;
  return (
    <div ref={shown}>
      <Section
        title={
          whole.clashes.every((clash) => isHerself(whole, clash)) ? (
            <Trans>You wrote here in two windows</Trans>
          ) : (
            <Trans>Two of you wrote here at the same time</Trans>
          )
        }
      >
        <p>
          <Trans>
            Both texts are kept. Take the other one, or keep what stands and copy over what is good.
          </Trans>
        </p>
        {whole.clashes.map((clash) => (
          <OneClash key={clash.id} whole={whole} clash={clash} />
        ))}
      </Section>
    </div>
  );
}

/** True where both texts are the reader's own: she wrote in two windows. */
function isHerself({ texts }: WholePractice, { own, by, field, language }: Clash): boolean {
  return own && field in texts && texts[field as keyof typeof texts]?.versions[language]?.by === by;
}

/** The words of what is chosen from lists; a code would say nothing to whoever has to decide. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, MessageDescriptor>>>> = {
  ...{ scope: SCOPE_WORDS, themes: THEME_WORDS, target_groups: GROUP_WORDS },
  ...{ stages: STAGE_WORDS, cost_band: COST_WORDS },
};

function inWords(i18n: I18n, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (field === 'country' && typeof value === 'string') return countryName(i18n.locale, value);
  const one = (code: unknown) => {
    const words = CHOICES[field]?.[String(code)];
    if (words !== undefined) return i18n._(words);
    return typeof code === 'object' ? JSON.stringify(code, null, 1) : String(code);
  };
  return Array.isArray(value) ? value.map(one).join(', ') || '–' : one(value);
}

function OneClash({ whole, clash }: { readonly whole: WholePractice; readonly clash: Clash }) {
  const { i18n } = useLingui();
  const { say, problem, busy } = useSay();
  const path = `/api/exchange/practices/${whole.id}`;
  const name = FIELDS[clash.field as keyof typeof FIELDS];
  const isText = clash.field in whole.texts;
  const standing = isText
    ? (whole.texts[clash.field as keyof WholePractice['texts']]?.versions[clash.language]?.text ??
      '')
    : whole.facts[clash.field as keyof WholePractice['facts']];
  async function take() {
    const part = { [clash.field]: { value: clash.yours, was: standing } };
    const written = await say('PUT', path, {
      ...{ seen: whole.version, language: clash.language },
      ...(isText ? { texts: part, facts: {} } : { texts: {}, facts: part }),
    });
    if (written) await say('POST', `${path}/settled`, { clash_id: clash.id });
  }
  const words = (value: unknown) => inWords(i18n, clash.field, value);
  return (
    <div style={{ marginBlockEnd: '1.5rem' }}>
      <h3>
        {name === undefined ? clash.field : i18n._(name)}
        {isText ? ` (${languageName(i18n.locale, clash.language)})` : null}
      </h3>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <div>
          <strong>
            <Trans>What stands now</Trans>
          </strong>
          <p style={{ whiteSpace: 'pre-wrap' }} dir="auto" lang={clash.language}>
            {words(standing)}
          </p>
        </div>
        <div>
          <strong>
            {isHerself(whole, clash) ? (
              <Trans>What you wrote in another window</Trans>
            ) : clash.own ? (
              <Trans>What you wrote</Trans>
            ) : (
              <Trans>What {clash.by} wrote</Trans>
            )}
          </strong>
          <p style={{ whiteSpace: 'pre-wrap' }} dir="auto" lang={clash.language}>
            {words(clash.yours)}
          </p>
        </div>
      </SimpleGrid>
      {whole.may.write ? (
        <Group>
          <Button
            variant="default"
            loading={busy}
            onClick={() => void say('POST', `${path}/settled`, { clash_id: clash.id })}
          >
            <Trans>Keep what stands</Trans>
          </Button>
          <Button loading={busy} onClick={() => void take()}>
            {isHerself(whole, clash) ? (
              <Trans>Take what you wrote in another window</Trans>
            ) : clash.own ? (
              <Trans>Take what you wrote</Trans>
            ) : (
              <Trans>Take what {clash.by} wrote</Trans>
            )}
          </Button>
        </Group>
      ) : null}
      <ProblemText problem={problem} />
    </div>
  );
}
