import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, NativeSelect, NumberInput } from '@mantine/core';
import { IconArrowUp, IconPrinter } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { PRECEDENCE_RULES, RANKS } from '#domain/exchange/invitation/precedence.ts';
import { type ProtocolSheet, protocolSheet } from '#domain/exchange/invitation/protocol-sheet.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../../ask.ts';
import { call } from '../../http.ts';
import { Answered } from '../../ui/answered.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ChoiceField } from '../../ui/field.tsx';
import { countryName, languageName } from '../../ui/format.ts';
import { EmptyState, Page, Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { EditionChoice, useEditionChoice } from '../edition-choice.tsx';
import { RANK_NAMES, RULE_NAMES } from './protocol-names.ts';

/** In which order guests of an edition stand and are named. */
export function ProtocolScreen() {
  const { t } = useLingui();
  const choice = useEditionChoice('organiser');
  const { edition } = choice;
  return (
    <Page
      title={t`Order of guests`}
      intro={<Trans>The order in which protocol names and seats them.</Trans>}
      wide
    >
      <Answered asked={choice.asked}>
        {() =>
          edition === undefined ? (
            <EmptyState title={<Trans>You organise no conference</Trans>} />
          ) : (
            <>
              <EditionChoice choice={choice} />
              <Order key={edition.id} edition={edition.id} languages={edition.languages} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}

function Order(props: { readonly edition: string; readonly languages: readonly string[] }) {
  const { edition, languages } = props;
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const [lang, setLang] = useState(languages[0] ?? 'en');
  const [problem, setProblem] = useState<Problem>();
  const asked = useAsk(
    ['exchange', 'protocol', edition, lang],
    `/api/exchange/editions/${edition}/protocol?lang=${lang}`,
    protocolSheet,
  );

  async function put(path: string, body: unknown) {
    const reply = await call(`/api/exchange/editions/${edition}/${path}`, z.unknown(), {
      ...{ method: 'PUT', body },
    });
    setProblem(reply.ok ? undefined : reply.problem);
    await queries.invalidateQueries({ queryKey: ['exchange', 'protocol', edition] });
  }

  return (
    <>
      <ChoiceField
        path="lang"
        mb="md"
        label={t`Language of the print`}
        value={lang}
        data={languages.map((tag) => ({ value: tag, label: languageName(i18n.locale, tag) }))}
        onChange={(event) => setLang(event.currentTarget.value)}
      />
      <ProblemText problem={problem} />
      <Answered asked={asked}>
        {(sheet) => (
          <>
            <Rules sheet={sheet} put={(body) => put('precedence', body)} />
            <Section
              title={<Trans>Guests in their order</Trans>}
              actions={
                <Button
                  component={Link}
                  to={`/workspace/protocol/${edition}/print/${lang}`}
                  variant="default"
                  leftSection={<IconPrinter size={20} aria-hidden />}
                >
                  <Trans>Print the protocol programme</Trans>
                </Button>
              }
            >
              <Guests sheet={sheet} put={put} />
            </Section>
          </>
        )}
      </Answered>
    </>
  );
}

function Rules(props: {
  readonly sheet: ProtocolSheet;
  readonly put: (body: unknown) => Promise<void>;
}) {
  const { i18n, t } = useLingui();
  const { rules, fixed, version } = props.sheet;
  const change = (next: readonly string[]) => void props.put({ rules: next, fixed, version });
  const others = PRECEDENCE_RULES.filter((rule) => !rules.includes(rule));
  return (
    <Section title={<Trans>What decides, one after the other</Trans>}>
      <ol>
        {rules.map((rule, at) => (
          <li key={rule}>
            <Group>
              <Checkbox
                label={i18n._(RULE_NAMES[rule])}
                checked
                onChange={() => change(rules.filter((one) => one !== rule))}
              />
              {at === 0 ? null : (
                <Button
                  size="compact-md"
                  variant="subtle"
                  aria-label={t`Move up: ${i18n._(RULE_NAMES[rule])}`}
                  onClick={() => change(movedUp(rules, at))}
                >
                  <IconArrowUp size={18} aria-hidden />
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ol>
      {others.map((rule) => (
        <Checkbox
          key={rule}
          label={i18n._(RULE_NAMES[rule])}
          checked={false}
          onChange={() => change([...rules, rule])}
        />
      ))}
    </Section>
  );
}

function movedUp<T>(all: readonly T[], at: number): T[] {
  const moved = all.slice(at, at + 1);
  return [...all.slice(0, at - 1), ...moved, ...all.slice(at - 1, at), ...all.slice(at + 1)];
}

function Guests(props: {
  readonly sheet: ProtocolSheet;
  readonly put: (path: string, body: unknown) => Promise<void>;
}) {
  const { t, i18n } = useLingui();
  const { guests, rules, fixed, version } = props.sheet;
  function place(id: string, value: number | string) {
    const { [id]: _, ...others } = fixed;
    const chosen = typeof value === 'number' ? { [id]: value } : {};
    if (fixed[id] === chosen[id]) return;
    void props.put('precedence', { rules, version, fixed: { ...others, ...chosen } });
  }
  return (
    <DataTable
      caption={t`Guests in their order`}
      rows={guests.map((guest, at) => ({ ...guest, at: at + 1 }))}
      rowKey={({ id, at }) => `${id}${at}`}
      columns={[
        {
          key: 'name',
          title: t`Name`,
          cell: ({ at, name, title }) => (
            <>
              {at}. <strong>{name}</strong>
              {title === null ? null : `, ${title}`}
            </>
          ),
        },
        { key: 'institution', title: t`Institution`, cell: ({ institution }) => institution },
        {
          key: 'country',
          title: t`Country`,
          cell: ({ country }) =>
            country === null ? t`International` : countryName(i18n.locale, country),
        },
        {
          key: 'rank',
          title: t`Rank`,
          cell: ({ id, name, rank, form }) => (
            <NativeSelect
              aria-label={t`Rank of ${name}`}
              value={rank ?? ''}
              data={[
                { value: '', label: t`Not said` },
                ...RANKS.map((one) => ({ value: one, label: i18n._(RANK_NAMES[one]) })),
              ]}
              onChange={(event) => {
                const chosen = event.currentTarget.value;
                if (chosen !== '') void props.put(`ranks/${id}`, { rank: chosen, form });
              }}
            />
          ),
        },
        {
          key: 'place',
          title: t`Place by hand`,
          cell: ({ id, name }) => (
            <NumberInput
              aria-label={t`Place of ${name} by hand`}
              defaultValue={fixed[id] ?? ''}
              min={1}
              max={500}
              w="6rem"
              onBlur={(event) =>
                place(id, event.currentTarget.value === '' ? '' : Number(event.currentTarget.value))
              }
            />
          ),
        },
      ]}
    />
  );
}
