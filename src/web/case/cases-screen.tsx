import { Trans, useLingui } from '@lingui/react/macro';
import { Loader, TextInput } from '@mantine/core';
import { IconCloudUpload, IconFolderHeart, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { More, usePages } from '../ui/data-table.tsx';
import { formatDay } from '../ui/format.ts';
import { EmptyState, Page } from '../ui/page.tsx';
import styles from './case.module.css';
import cards from './cases.module.css';
import { Choice } from './choice.tsx';
import { labelOf } from './labels.ts';
import { taskText } from './task-words.ts';
import { useAge } from './use-age.ts';
import { type Listed, matching, useListed } from './use-listed.ts';

type Order = 'next' | 'name' | 'contact';

/** My cases: found by a few letters of a name in any script, sorted by what comes next. */
export function CasesScreen() {
  const { t } = useLingui();
  const { files, more, busy, showMore } = useListed();
  const [typed, setTyped] = useState('');
  const [order, setOrder] = useState<Order>('next');
  const [closed, setClosed] = useState(false);
  const wanted = useDeferredValue(typed);
  const shown = useMemo(() => {
    const own = (files ?? []).filter((file) => closed === (file.row.closed_at !== null));
    return matching(own, wanted).toSorted(ORDERS[order]);
  }, [files, wanted, order, closed]);
  const pages = usePages(shown, 50);
  if (files === undefined) return <Loader m="xl" role="status" aria-label={t`Loading`} />;
  const ended = files.filter((file) => file.row.closed_at !== null).length;
  return (
    <Page title={t`My cases`} wide>
      <div className={cards.tools}>
        <TextInput
          type="search"
          label={t`Find by name or number`}
          leftSection={<IconSearch size={20} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Choice
          path="order"
          legend={<Trans>Sort by</Trans>}
          options={[
            { value: 'next', label: t`What is next` },
            { value: 'name', label: t`Name` },
            { value: 'contact', label: t`Longest without contact` },
          ]}
          value={order}
          onChange={setOrder}
        />
        {ended > 0 ? (
          <Choice
            path="closed"
            legend={<Trans>Which</Trans>}
            options={[
              { value: 'open', label: t`Going on` },
              { value: 'closed', label: t`Completed` },
            ]}
            value={closed ? 'closed' : 'open'}
            onChange={(value) => setClosed(value === 'closed')}
          />
        ) : null}
      </div>
      {shown.length === 0 ? (
        <EmptyState
          icon={<IconFolderHeart size={44} aria-hidden />}
          title={typed === '' ? <Trans>No support file yet</Trans> : <Trans>Nobody found</Trans>}
        >
          {typed === '' ? (
            <Trans>Files that are given to you appear here.</Trans>
          ) : (
            <Trans>Only the people you work with are looked through here.</Trans>
          )}
        </EmptyState>
      ) : null}
      <ul className={cards.cards}>
        {pages.shown.map((file) => (
          <Card key={file.row.id} file={file} />
        ))}
      </ul>
      <More
        shown={pages.shown.length}
        total={shown.length}
        more={pages.more || more}
        busy={busy}
        onMore={pages.more ? pages.showMore : showMore}
      />
    </Page>
  );
}

const LATER = '9999';
const ORDERS: Readonly<Record<Order, (a: Listed, b: Listed) => number>> = {
  next: (a, b) =>
    (a.next_day ?? LATER).localeCompare(b.next_day ?? LATER) || a.name.localeCompare(b.name),
  name: (a, b) => a.name.localeCompare(b.name),
  contact: (a, b) => (a.row.last_met_on ?? '').localeCompare(b.row.last_met_on ?? ''),
};

function Card({ file }: { readonly file: Listed }) {
  const { t, i18n } = useLingui();
  const age = useAge();
  const { row, next, next_day: day, today } = file;
  const told = next === null ? '' : taskText(i18n.locale, next);
  const text = typeof told === 'string' ? told : i18n._(told);
  const late = day !== null && day < today;
  return (
    <li className={cards.card}>
      <div className={cards.head}>
        <Link to="/cases/$id" params={{ id: row.id }} className={cards.name}>
          {file.name || t`Name not yet known`}
        </Link>
        <span className={styles.soft}>{age(file.born, today)}</span>
      </div>
      <div className={styles.tags}>
        <span className={styles.tag}>{labelOf(i18n.locale, file.stages, row.stage)}</span>
        {row.urgent_needs > 0 ? (
          <span className={styles.tag} data-tone="urgent">
            <Trans>Urgent</Trans>
          </span>
        ) : null}
        {row.conflicts > 0 ? (
          <span className={styles.tag} data-tone="look">
            <Trans>Said twice</Trans>
          </span>
        ) : null}
        {file.unsent ? (
          <span className={styles.tag}>
            <IconCloudUpload size={16} aria-hidden />
            <Trans>not yet sent</Trans>
          </span>
        ) : null}
      </div>
      <div>
        <span className={styles.soft}>
          <Trans>Next:</Trans>
        </span>{' '}
        {day === null ? (
          <Trans>nothing is due</Trans>
        ) : (
          <>
            {text}{' '}
            <span className={late ? cards.late : styles.soft}>{formatDay(i18n.locale, day)}</span>
          </>
        )}
      </div>
      <div className={styles.soft}>
        {row.last_met_on === null ? (
          <Trans>No contact yet</Trans>
        ) : (
          <Trans>Last contact {formatDay(i18n.locale, row.last_met_on)}</Trans>
        )}
      </div>
    </li>
  );
}
