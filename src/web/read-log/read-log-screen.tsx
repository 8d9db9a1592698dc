import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { READ_ACTIONS, readLogPage } from '#domain/access/read-log.ts';
import { useAskPages } from '../ask.ts';
import { Answered } from '../ui/answered.tsx';
import { More } from '../ui/data-table.tsx';
import { ChoiceField, DayField, FieldProblems, TextField } from '../ui/field.tsx';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import { LogTable } from './log-table.tsx';
import { ACTION_WORDS } from './log-words.ts';
import styles from './read-log.module.css';

const page = readLogPage.transform(({ entries: rows, next }) => ({ rows, next }));
const NOTHING = { from: '', until: '', number: '', action: '', account: '' };
type Filters = typeof NOTHING;

/** The data protection officer's view of who has read what: no content, and no name of a participant. */
export function ReadLogScreen() {
  const { t, i18n } = useLingui();
  const [typed, setTyped] = useState(NOTHING);
  const [filters, setFilters] = useState(NOTHING);
  const asked = useAskPages(
    ['read-log', filters],
    (after) => `/api/read-log?${queryOf(filters, after)}`,
    page,
  );
  const change = (patch: Partial<Filters>) => setTyped({ ...typed, ...patch });
  function search(event: FormEvent) {
    event.preventDefault();
    setFilters(typed);
  }
  return (
    <Page
      wide
      title={t`Read log`}
      intro={<Trans>Who has read what, and when. Looking here is written down too.</Trans>}
    >
      <FieldProblems problem={asked.problem}>
        <form className={styles.filters} onSubmit={search}>
          <DayField
            path="from"
            label={t`From`}
            value={typed.from}
            onChange={(event) => change({ from: event.currentTarget.value })}
          />
          <DayField
            path="until"
            label={t`Until`}
            value={typed.until}
            onChange={(event) => change({ until: event.currentTarget.value })}
          />
          <TextField
            path="number"
            label={t`Number of the support file`}
            placeholder="K7P3-Q2ZM"
            value={typed.number}
            onChange={(event) => change({ number: event.currentTarget.value })}
          />
          <ChoiceField
            path="action"
            label={t`What`}
            value={typed.action}
            data={[
              { value: '', label: t`Everything` },
              ...READ_ACTIONS.map((code) => ({ value: code, label: i18n._(ACTION_WORDS[code]) })),
            ]}
            onChange={(event) => change({ action: event.currentTarget.value })}
          />
          <TextField
            path="account"
            label={t`Account`}
            value={typed.account}
            onChange={(event) => change({ account: event.currentTarget.value })}
          />
          <Button type="submit">
            <Trans>Search</Trans>
          </Button>
        </form>
      </FieldProblems>
      <Section title={<Trans>Entries</Trans>}>
        <Answered asked={asked}>
          {(rows) => (
            <>
              {rows.length === 0 ? <EmptyState title={<Trans>Nothing found</Trans>} /> : null}
              {rows.length === 0 ? null : <LogTable caption={t`The newest first.`} rows={rows} />}
              <More
                shown={rows.length}
                more={asked.more}
                busy={asked.busy}
                onMore={asked.showMore}
              />
            </>
          )}
        </Answered>
      </Section>
    </Page>
  );
}

/** Days as typed are days of this device: from the first moment of one to the last of the other. */
function queryOf(filters: Filters, after: string | null): string {
  const query = new URLSearchParams();
  if (filters.from !== '') query.set('from', new Date(`${filters.from}T00:00`).toISOString());
  if (filters.until !== '') {
    query.set('until', new Date(Date.parse(`${filters.until}T00:00`) + 86_400_000).toISOString());
  }
  for (const key of ['number', 'action', 'account'] as const) {
    if (filters[key].trim() !== '') query.set(key, filters[key].trim());
  }
  if (after !== null) query.set('after', after);
  return query.toString();
}
