import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Conflict } from '#domain/exchange/schedule/conflicts.ts';
import type { DraftSession, ScheduleDraft } from '#domain/exchange/schedule/draft.ts';
import { formatMoment } from '../../ui/format.ts';
import { dayAndHours } from './clock.ts';
import { ConflictList } from './conflict-list.tsx';
import styles from './schedule.module.css';
import { KIND_NAMES } from './schedule-words.ts';
import { said } from './use-schedule.ts';

interface SessionLinesProps {
  readonly draft: ScheduleDraft;
  readonly sessions: readonly DraftSession[];
  readonly conflicts: readonly Conflict[];
  readonly mayChange: boolean;
  readonly move: (session: DraftSession) => void;
}

/** Sessions one below the other, each with what does not fit and with its buttons: for a phone, and to look things up. */
export function SessionLines({ draft, sessions, conflicts, mayChange, move }: SessionLinesProps) {
  const { i18n } = useLingui();
  const zone = draft.edition.time_zone;
  return (
    <ul className={styles.list}>
      {sessions.map((session) => {
        const { id, title, kind, starts_at, minutes, room_id, people, moved_anyway } = session;
        const room = draft.rooms.find((one) => one.id === room_id);
        const own = conflicts.filter(({ sessionId }) => sessionId === id);
        const when =
          starts_at === null || minutes === null
            ? null
            : dayAndHours(i18n.locale, starts_at, minutes, zone);
        return (
          <li key={id} className={styles.item}>
            <div>
              <strong>{said(i18n.locale, title)}</strong>
              <div className={styles.soft}>
                {[
                  i18n._(KIND_NAMES[kind]),
                  when,
                  room === undefined ? null : said(i18n.locale, room.name),
                  people.map(({ name }) => name).join(', '),
                ]
                  .filter((one) => one !== null && one !== '')
                  .join(' · ')}
              </div>
              {session.named_in_file.length === 0 ? null : (
                <div className={styles.soft}>
                  <Trans>
                    Named in the file: {session.named_in_file.join(', ')}. Choose them among the
                    participants.
                  </Trans>
                </div>
              )}
              {moved_anyway === null ? null : (
                <div className={styles.soft}>
                  <Trans>
                    Moved there anyway by {moved_anyway.by},{' '}
                    {formatMoment(i18n.locale, moved_anyway.at)}.
                  </Trans>
                </div>
              )}
              <ConflictList conflicts={own} draft={draft} />
            </div>
            {mayChange ? (
              <div className={styles.buttons}>
                <Button variant="default" onClick={() => move(session)} disabled={minutes === null}>
                  <Trans>Move</Trans>
                  <span className="visually-hidden">: {said(i18n.locale, title)}</span>
                </Button>
                <Button
                  variant="default"
                  renderRoot={(props) => (
                    <Link
                      {...props}
                      to="/workspace/schedule/$edition/$session"
                      params={{ edition: draft.edition.slug, session: id }}
                    />
                  )}
                >
                  <Trans>Change</Trans>
                  <span className="visually-hidden">: {said(i18n.locale, title)}</span>
                </Button>
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
