import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { z } from 'zod';
import { id } from '#domain/id.ts';
import { instant } from '#domain/time.ts';
import { useAskPages } from '../ask.ts';
import { Answered } from '../ui/answered.tsx';
import { More } from '../ui/data-table.tsx';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';

const page = z
  .object({
    tasks: z.array(
      z.object({ case_id: id, ref: id, number: z.string(), due_at: instant, overdue: z.boolean() }),
    ),
    next: z.string().nullable(),
  })
  .transform(({ tasks: rows, next }) => ({ rows, next }));

/**
 * Decisions on children's best interests that are looked at again, the next day first. No device carries them, and
 * the list has numbers only: that such a decision was made is for nobody who looks over a shoulder.
 */
export function BestInterestsDue() {
  const { i18n } = useLingui();
  const asked = useAskPages(
    ['best-interests-due'],
    (after) =>
      `/api/tasks?scope=team&kind=best_interests_review${after === null ? '' : `&after=${after}`}`,
    page,
  );
  return (
    <Section title={<Trans>Decisions on best interests to look at again</Trans>}>
      <Answered asked={asked}>
        {(rows) => (
          <>
            {rows.length === 0 ? (
              <p className={parts.soft}>
                <Trans>None is waiting.</Trans>
              </p>
            ) : null}
            <ul className={parts.list}>
              {rows.map((row) => (
                <li key={row.ref}>
                  <div className={parts.tags}>
                    <Link
                      to="/cases/$id/$part"
                      params={{ id: row.case_id, part: 'child' }}
                      className={parts.link}
                    >
                      {row.number}
                    </Link>
                    <span className={parts.tag} data-tone={row.overdue ? 'look' : undefined}>
                      {formatDay(i18n.locale, row.due_at.slice(0, 10))}
                    </span>
                  </div>
                </li>
              ))}
            </ul>
            <More shown={rows.length} more={asked.more} busy={asked.busy} onMore={asked.showMore} />
          </>
        )}
      </Answered>
    </Section>
  );
}
