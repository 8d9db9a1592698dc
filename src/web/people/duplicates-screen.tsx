import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import {
  type DuplicateSide,
  type LikelyDuplicates,
  likelyDuplicates,
} from '#domain/people/search.ts';
import type { Problem } from '#domain/problem.ts';
import { useAskPages } from '../ask.ts';
import { nameText } from '../case/person-name.ts';
import { useNames } from '../case/use-names.ts';
import { call } from '../http.ts';
import { More } from '../ui/data-table.tsx';
import { formatMoment, formatPartialDay } from '../ui/format.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCountryNames, useLanguageNames } from './lists.ts';
import own from './people.module.css';
import { LIKENESS_WORDS, SEX_WORDS, wordOf } from './words.ts';

const KEY = ['duplicates'];
const page = likelyDuplicates.transform(({ pairs, next }) => ({ rows: pairs, next }));
type Pair = LikelyDuplicates['pairs'][number];

/** People who may be one: the intake officer decides, and nobody else is asked or told. */
export function DuplicatesScreen() {
  const { t } = useLingui();
  const { value, problem, more, busy, showMore } = useAskPages(
    KEY,
    (after) => `/api/duplicates${after === null ? '' : `?after=${after}`}`,
    page,
  );
  return (
    <Page
      title={t`Likely duplicates`}
      intro={<Trans>Two entries that may be one person. Nothing is put together by itself.</Trans>}
      wide
    >
      <ProblemText problem={problem} />
      {value === undefined && problem === undefined ? <Waiting /> : null}
      {value?.length === 0 ? (
        <EmptyState
          icon={<IconUsersGroup size={44} aria-hidden />}
          title={<Trans>Nothing to look at</Trans>}
        />
      ) : null}
      {value?.map((pair) => (
        <PairCard key={pair.id} pair={pair} />
      ))}
      <More shown={value?.length ?? 0} more={more} busy={busy} onMore={showMore} />
    </Page>
  );
}

function PairCard({ pair }: { readonly pair: Pair }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  async function settle(as: 'same' | 'different') {
    setBusy(true);
    const path = `/api/duplicates/${pair.id}/settle`;
    const reply = await call(path, z.unknown(), { method: 'POST', body: { as } });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    await queries.invalidateQueries({ queryKey: KEY });
  }
  const reasons = pair.reasons.map((reason) => wordOf(i18n, LIKENESS_WORDS, reason)).join(', ');
  return (
    <Section
      title={
        pair.level === 'likely' ? (
          <Trans>Very likely one person</Trans>
        ) : (
          <Trans>Perhaps one person</Trans>
        )
      }
    >
      <p className={styles.soft}>
        <Trans>Why: {reasons}</Trans>
      </p>
      <div className={own.pair}>
        <Side title={<Trans>New</Trans>} side={pair.arrived} />
        <Side title={<Trans>Here before</Trans>} side={pair.known} />
      </div>
      <ProblemText problem={problem} />
      <div className={styles.buttons} style={{ marginBlockStart: '0.9rem' }}>
        <Button variant="default" loading={busy} onClick={() => void settle('different')}>
          <Trans>Two different people</Trans>
        </Button>
        <Button loading={busy} onClick={() => void settle('same')}>
          <Trans>One and the same person</Trans>
        </Button>
      </div>
    </Section>
  );
}

function Side({ title, side }: { readonly title: React.ReactNode; readonly side: DuplicateSide }) {
  const { t, i18n } = useLingui();
  const names = useNames();
  const countries = useCountryNames();
  const languages = useLanguageNames();
  const { birth_date: date, birth_precision: precision } = side;
  const special: Record<string, string> = { none: t`none`, unknown: t`not known` };
  const facts: [string, string][] = [
    [t`Sex`, wordOf(i18n, SEX_WORDS, side.sex)],
    [
      t`Born`,
      date === null || precision === null
        ? t`not known`
        : formatPartialDay(i18n.locale, { date, precision }),
    ],
    [
      t`Citizenship`,
      side.citizenships.map((one) => special[one] ?? countries.nameOf(one)).join(', '),
    ],
    [t`Languages`, side.languages.map(languages.nameOf).join(', ')],
    [t`Place`, side.place_ids.map((one) => names.place(one) ?? '').join(', ')],
    [t`People in the household`, side.household_size === 0 ? '' : String(side.household_size)],
    [t`Written down`, formatMoment(i18n.locale, side.registered_at)],
  ];
  const other = side.former_names.map(nameText).join(', ');
  return (
    <div className={own.side}>
      <h3>{title}</h3>
      <p className={styles.strong}>{nameText(side.name)}</p>
      {other === '' ? null : (
        <p className={styles.soft}>
          <Trans>also: {other}</Trans>
        </p>
      )}
      <dl className={styles.facts}>
        {facts
          .filter(([, text]) => text !== '')
          .map(([label, text]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
