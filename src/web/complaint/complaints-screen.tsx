import { Trans, useLingui } from '@lingui/react/macro';
import { IconMessages } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { complaintPage, type listedComplaint } from '#domain/complaint/complaint.ts';
import { useAskPages } from '../ask.ts';
import { Answered } from '../ui/answered.tsx';
import { More } from '../ui/data-table.tsx';
import { formatMoment } from '../ui/format.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { ABOUT_WORDS, CAME_BY_WORDS, OUTCOME_WORDS, STANDING_WORDS } from './complaint-words.ts';

const page = complaintPage.transform(({ complaints: rows, next }) => ({ rows, next }));
type Row = z.infer<typeof listedComplaint>;

/** For the complaints officer: what waits first, what is overdue on top; no word of what was said. */
export function ComplaintsScreen() {
  const { t } = useLingui();
  const asked = useAskPages(
    ['complaints'],
    (after) => `/api/complaints${after === null ? '' : `?after=${after}`}`,
    page,
  );
  return (
    <Page
      title={t`Complaints`}
      intro={
        <Trans>
          Nobody who works with the person, and nobody above them, sees anything of this. A
          complaint never lowers what anybody is entitled to.
        </Trans>
      }
    >
      <Answered asked={asked}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={<IconMessages size={44} aria-hidden />}
              title={<Trans>No complaint has come in</Trans>}
            />
          ) : (
            <>
              <Part title={<Trans>Wait for you</Trans>} rows={waiting(rows)} />
              <Part
                title={<Trans>Answered</Trans>}
                rows={rows.filter((row) => row.standing === 'answered')}
              />
              <More
                shown={rows.length}
                more={asked.more}
                busy={asked.busy}
                onMore={asked.showMore}
              />
            </>
          )
        }
      </Answered>
    </Page>
  );
}

/** What is due first stands on top. */
function waiting(rows: readonly Row[]): readonly Row[] {
  const due = ({ due_at }: Row) => due_at ?? '~';
  return rows
    .filter((row) => row.standing !== 'answered')
    .toSorted((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0));
}

function Part(props: { readonly title: React.ReactNode; readonly rows: readonly Row[] }) {
  if (props.rows.length === 0) return null;
  return (
    <Section title={props.title}>
      <ul className={parts.list}>
        {props.rows.map((row) => (
          <OneLine key={row.id} row={row} />
        ))}
      </ul>
    </Section>
  );
}

function OneLine({ row }: { readonly row: Row }) {
  const { i18n } = useLingui();
  const received = formatMoment(i18n.locale, row.received_at);
  const due = row.due_at === null ? null : formatMoment(i18n.locale, row.due_at);
  return (
    <li>
      <div className={parts.tags}>
        <Link to="/complaints/$id" params={{ id: row.id }} className={parts.link}>
          {i18n._(ABOUT_WORDS[row.about])}
        </Link>
        <span className={parts.tag}>
          {i18n._(row.outcome === null ? STANDING_WORDS[row.standing] : OUTCOME_WORDS[row.outcome])}
        </span>
        {row.about_child ? (
          <span className={parts.tag} data-tone="some">
            <Trans>About a child</Trans>
          </span>
        ) : null}
        {row.overdue ? (
          <span className={parts.tag} data-tone="look">
            <Trans>Overdue</Trans>
          </span>
        ) : null}
      </div>
      <div className={parts.soft}>
        {i18n._(CAME_BY_WORDS[row.came_by])}, {received}.{' '}
        {due === null ? null : row.owes === 'acknowledgement' ? (
          <Trans>To be acknowledged by {due}.</Trans>
        ) : (
          <Trans>To be answered by {due}.</Trans>
        )}
      </div>
    </li>
  );
}
