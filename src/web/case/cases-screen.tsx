import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { IconCloudUpload, IconFolderHeart, IconSearch } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { useMe } from '../account/use-session.ts';
import { More, usePages } from '../ui/data-table.tsx';
import { formatDay } from '../ui/format.ts';
import { EmptyState, Page } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import { Waiting } from '../ui/waiting.tsx';
import cards from './cases.module.css';
import { Choice } from './choice.tsx';
import { labelOf } from './labels.ts';
import { OnTheirWay } from './on-their-way.tsx';
import { taskText } from './task-words.ts';
import { useAge } from './use-age.ts';
import { type Listed, matching, useListed } from './use-listed.ts';
import { useNames } from './use-names.ts';
import { ofWorker, WorkerChoice } from './worker-choice.tsx';

type Order = 'next' | 'name' | 'contact';
type Which = 'open' | 'urgent' | 'late' | 'completed' | 'given';

/** My cases, or those of the team: found by a few letters of a name in any script, by what presses. */
export function CasesScreen() {
  const { t } = useLingui();
  const { files, more, busy, coming, showMore } = useListed();
  const [typed, setTyped] = useState('');
  const me = useMe();
  const navigate = useNavigate();
  const { order = 'next', which = 'open', worker = '' } = useSearch({ from: '/cases' });
  // The way back from a file finds the list as it was; what was typed is a name and stays out of it.
  const show = (patch: { order?: Order; which?: Which; worker?: string }) => {
    const next: { order: Order; which: Which; worker: string } = { order, which, worker, ...patch };
    void navigate({
      to: '/cases',
      replace: true,
      search: {
        order: next.order === 'next' ? undefined : next.order,
        which: next.which === 'open' ? undefined : next.which,
        worker: next.worker === '' ? undefined : next.worker,
      },
    });
  };
  const wanted = useDeferredValue(typed);
  const shown = useMemo(() => {
    const own = (files ?? []).filter(WHICH[which]).filter(ofWorker(worker));
    return matching(own, wanted).toSorted(ORDERS[order]);
  }, [files, wanted, order, which, worker]);
  const anyGiven = files?.some(({ given }) => given) ?? false;
  const pages = usePages(shown, 50);
  if (files === undefined) return <Waiting />;
  return (
    <Page title={me.role === 'supervisor' ? t`Files of the team` : t`My cases`} wide>
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
          onChange={(value) => show({ order: value })}
        />
        <Choice
          path="which"
          legend={<Trans>Which</Trans>}
          options={[
            { value: 'open', label: t`Going on` },
            { value: 'urgent', label: t`Urgent` },
            { value: 'late', label: t`Overdue` },
            { value: 'completed', label: t`Completed` },
            ...(anyGiven ? [{ value: 'given' as const, label: t`Given to another region` }] : []),
          ]}
          value={which}
          onChange={(value) => show({ which: value })}
        />
        {me.role === 'supervisor' ? (
          <WorkerChoice
            files={(files ?? []).filter(WHICH[which])}
            worker={worker}
            onChoose={(next) => show({ worker: next })}
          />
        ) : null}
      </div>
      {coming ? <OnTheirWay /> : null}
      {shown.length === 0 && !coming ? (
        <EmptyState
          icon={<IconFolderHeart size={44} aria-hidden />}
          title={
            typed !== '' ? (
              <Trans>Nobody found</Trans>
            ) : which === 'open' && worker === '' ? (
              <Trans>No support file yet</Trans>
            ) : (
              <Trans>No such file</Trans>
            )
          }
        >
          {typed === '' ? (
            which === 'open' && worker === '' ? (
              <Trans>Files that are given to you appear here.</Trans>
            ) : null
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

const open = ({ row, given }: Listed) => row.closed_at === null && !given;
const WHICH: Readonly<Record<Which, (file: Listed) => boolean>> = {
  open,
  urgent: (file) => open(file) && file.row.urgent_needs > 0,
  late: (file) => open(file) && file.next_day !== null && file.next_day < file.today,
  completed: (file) => file.row.closed_at !== null,
  given: (file) => file.given,
};

function Card({ file }: { readonly file: Listed }) {
  const { t, i18n } = useLingui();
  const age = useAge();
  const me = useMe();
  const names = useNames();
  const { row, next, next_day: day, today } = file;
  const worker = names.account(row.worker_id) ?? t`nobody yet`;
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
      {me.role === 'supervisor' ? (
        <div className={styles.soft}>
          <Trans>support worker: {worker}</Trans>
        </div>
      ) : null}
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
