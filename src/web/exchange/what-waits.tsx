import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { EXCHANGE_WAITS, type ExchangeWait, exchangeWaits } from '#domain/exchange/waits.ts';
import { useAsk } from '../ask.ts';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import { today } from '../ui/today.ts';
import styles from './what-waits.module.css';

interface Waiting {
  readonly to: string;
  /** With the count behind a colon: no language needs its plural. */
  readonly says: (count: number) => MessageDescriptor;
}

const WAITING: Readonly<Record<ExchangeWait, Waiting>> = {
  reviews: {
    to: '/workspace/reviews',
    says: (count) => msg`Contributions to review: ${count}`,
  },
  practice_reviews: {
    to: '/workspace/practices',
    says: (count) => msg`Practices to review: ${count}`,
  },
  desk: {
    to: '/workspace/publications',
    says: (count) => msg`Texts that wait for a second look: ${count}`,
  },
  registrations: {
    to: '/workspace/conferences',
    says: (count) => msg`Registrations that wait for an answer: ${count}`,
  },
  agreements: {
    to: '/workspace/agreements',
    says: (count) => msg`Sessions of yours without a signed agreement: ${count}`,
  },
  quotations: {
    to: '/workspace/agreements',
    says: (count) => msg`Words of yours that news would like to quote: ${count}`,
  },
  polls: {
    to: '/workspace/opinions',
    says: (count) => msg`Opinion maps in which you can vote: ${count}`,
  },
  feedback: {
    to: '/workspace/feedback',
    says: (count) => msg`Sessions about which you can give feedback: ${count}`,
  },
};

/** What this participant has not done yet, each a tap away; nothing where nothing waits. */
export function WhatWaits() {
  const { i18n } = useLingui();
  const asked = useAsk(['exchange', 'waits'], '/api/exchange/waits', exchangeWaits);
  const { waits = {}, reports = [] } = asked.value ?? {};
  const some = EXCHANGE_WAITS.flatMap((wait) => {
    const count = waits[wait];
    return count === undefined ? [] : [{ wait, count, ...WAITING[wait] }];
  });
  if (some.length + reports.length === 0) return null;
  return (
    <Section title={<Trans>Waiting for you</Trans>}>
      <ul className={styles.list}>
        {reports.map((report) => (
          <Report key={report.id} report={report} />
        ))}
        {some.map(({ wait, count, to, says }) => (
          <li key={wait}>
            <Link to={to}>{i18n._(says(count))}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Report({ report }: { readonly report: z.infer<typeof exchangeWaits>['reports'][number] }) {
  const { i18n } = useLingui();
  const { id, number, edition, due_on } = report;
  const day = formatDay(i18n.locale, due_on);
  return (
    <li>
      <Link to="/workspace/recommendations/$id" params={{ id }}>
        <Trans>
          Report on recommendation {number} ({edition})
        </Trans>
      </Link>{' '}
      {due_on < today() ? (
        <span className={styles.late}>
          <Trans>was due on {day}</Trans>
        </span>
      ) : (
        <Trans>by {day}</Trans>
      )}
    </li>
  );
}
