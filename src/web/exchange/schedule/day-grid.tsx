import { useLingui } from '@lingui/react/macro';
import { type CSSProperties, type DragEvent, useState } from 'react';
import type { Conflict } from '#domain/exchange/schedule/conflicts.ts';
import type { DraftSession, ScheduleDraft } from '#domain/exchange/schedule/draft.ts';
import { instantOf } from '#domain/exchange/schedule/wall-clock.ts';
import { dayAt, localTimeAt } from '#domain/zone.ts';
import { hours } from './clock.ts';
import type { Place } from './move-form.tsx';
import styles from './schedule.module.css';
import { said } from './use-schedule.ts';

const SLOT = 15;

interface DayGridProps {
  readonly draft: ScheduleDraft;
  readonly day: string;
  readonly conflicts: readonly Conflict[];
  /** Opens what moves a session by keyboard. */
  readonly open: (session: DraftSession) => void;
  readonly drop: (sessionId: string, place: Place) => void;
}

/** One day as a timetable: rooms beside each other, time downwards. A session is dragged, or opened by Enter. */
export function DayGrid({ draft, day, conflicts, open, drop }: DayGridProps) {
  const { t, i18n } = useLingui();
  const [over, setOver] = useState<string>();
  const zone = draft.edition.time_zone;
  const today = draft.sessions.filter(
    ({ starts_at, minutes }) =>
      starts_at !== null && minutes !== null && dayAt(starts_at, zone) === day,
  );
  const minuteOf = (at: string) => {
    const wall = localTimeAt(at, zone);
    return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14));
  };
  const begins = today.flatMap(({ starts_at }) =>
    starts_at === null ? [] : [minuteOf(starts_at)],
  );
  const ends = today.flatMap(({ starts_at, minutes }) =>
    starts_at === null ? [] : [minuteOf(starts_at) + (minutes ?? 0)],
  );
  // Room to move things an hour or two; further away by day, time and room.
  const begin = begins.length === 0 ? 8 * 60 : Math.max(0, Math.min(...begins) - 120);
  const first = Math.floor(begin / 60) * 60;
  const last = Math.min(
    24 * 60,
    Math.ceil(Math.max(first + 360, ...ends.map((end) => end + 120)) / 60) * 60,
  );
  const rooms = [...draft.rooms.map(({ id, name }) => ({ id, name: said(i18n.locale, name) }))];
  const columns = [...rooms, { id: '', name: t`No room` }];
  const wrong = new Set(conflicts.map(({ sessionId }) => sessionId));
  const style = { '--rooms': columns.length, '--slots': (last - first) / SLOT } as CSSProperties;

  function dropped(event: DragEvent<HTMLElement>, roomId: string) {
    event.preventDefault();
    setOver(undefined);
    const sessionId = event.dataTransfer.getData('text/plain');
    const box = event.currentTarget.getBoundingClientRect();
    const slot = Math.floor(((event.clientY - box.top) / box.height) * ((last - first) / SLOT));
    const minute = first + Math.max(0, slot) * SLOT;
    const two = (value: number) => String(value).padStart(2, '0');
    const wall = `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
    drop(sessionId, { room_id: roomId === '' ? null : roomId, starts_at: instantOf(wall, zone) });
  }

  return (
    <div className={styles.grid} style={style}>
      <div className={styles.head} />
      {columns.map(({ id, name }) => (
        <div key={id} className={styles.head}>
          {name}
        </div>
      ))}
      <div className={styles.hours} aria-hidden>
        {Array.from({ length: (last - first) / 60 }, (_, at) => first / 60 + at).map((hour) => (
          <span
            key={hour}
            className={styles.hour}
            style={{ insetBlockStart: `${((hour * 60 - first) / SLOT) * 1.5}rem` }}
          >
            {hour}:00
          </span>
        ))}
      </div>
      {columns.map(({ id, name }) => (
        <section
          key={id}
          aria-label={name}
          className={`${styles.column} ${over === id ? styles.over : ''}`}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(id);
          }}
          onDragLeave={() => setOver(undefined)}
          onDrop={(event) => dropped(event, id)}
        >
          {today
            .filter(({ room_id }) => (room_id ?? '') === id)
            .map((session) => (
              <button
                key={session.id}
                type="button"
                draggable
                className={`${styles.session} ${wrong.has(session.id) ? styles.wrong : ''}`}
                style={{
                  insetBlockStart: `${((minuteOf(session.starts_at ?? '') - first) / SLOT) * 1.5}rem`,
                  blockSize: `${((session.minutes ?? 0) / SLOT) * 1.5}rem`,
                }}
                onDragStart={(event) => event.dataTransfer.setData('text/plain', session.id)}
                onClick={() => open(session)}
              >
                {said(i18n.locale, session.title)}
                <small>{hours(session.starts_at ?? '', session.minutes ?? 0, zone)}</small>
              </button>
            ))}
        </section>
      ))}
    </div>
  );
}
