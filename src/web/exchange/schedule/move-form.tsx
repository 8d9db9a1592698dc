import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { conflictsAt } from '#domain/exchange/schedule/conflicts.ts';
import {
  aroundOf,
  type DraftSession,
  planOf,
  type ScheduleDraft,
} from '#domain/exchange/schedule/draft.ts';
import { daysBetween, instantOf } from '#domain/exchange/schedule/wall-clock.ts';
import type { Problem } from '#domain/problem.ts';
import { localTimeAt } from '#domain/zone.ts';
import { ChoiceField } from '../../ui/field.tsx';
import { formatWeekday } from '../../ui/format.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import { zoneName } from './clock.ts';
import { ConflictList } from './conflict-list.tsx';
import { said, useSend } from './use-schedule.ts';

/** Where a session is to go. */
export interface Place {
  readonly room_id: string | null;
  readonly starts_at: string | null;
}

interface MoveFormProps {
  readonly draft: ScheduleDraft;
  readonly session: DraftSession;
  /** Where it was dropped, or undefined: where it stands. */
  readonly place?: Place | undefined;
  readonly close: () => void;
}

/** Moves a session by day, time and room. What does not fit is said before anything is saved. */
export function MoveForm({ draft, session, place, close }: MoveFormProps) {
  const { t, i18n } = useLingui();
  const send = useSend();
  const { edition } = draft;
  const from = place ?? session;
  const shown =
    from.starts_at === null ? undefined : localTimeAt(from.starts_at, edition.time_zone);
  const [day, setDay] = useState(shown?.slice(0, 10) ?? edition.starts_on);
  const [time, setTime] = useState(shown?.slice(11) ?? '09:00');
  const [room, setRoom] = useState(from.room_id ?? '');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const days = new Set([...daysBetween(edition.starts_on, edition.ends_on), day]);
  const isTime = /^\d\d:\d\d$/.test(time);
  const starts_at = isTime ? instantOf(`${day}T${time}`, edition.time_zone) : null;
  const room_id = room === '' ? null : room;
  const conflicts =
    starts_at === null
      ? []
      : conflictsAt(
          { ...planOf(session), startsAt: starts_at, roomId: room_id },
          draft.sessions.map(planOf),
          aroundOf(draft),
        );

  async function keep(to: Place, anyway: boolean) {
    setBusy(true);
    const found = await send('PUT', `/api/exchange/sessions/${session.id}/place`, {
      ...{ ...to, version: session.version, anyway },
    });
    setBusy(false);
    setProblem(found);
    if (found === undefined) close();
  }
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!isTime) return setProblem({ code: 'invalid_input' });
    await keep({ room_id, starts_at }, conflicts.length > 0);
  }

  return (
    <Modal
      opened
      onClose={close}
      title={said(i18n.locale, session.title)}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <ChoiceField
            path="day"
            label={t`Day`}
            value={day}
            data={[...days]
              .sort()
              .map((one) => ({ value: one, label: formatWeekday(i18n.locale, one) }))}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <TextInput
            type="time"
            step={300}
            label={t`Begins at`}
            description={zoneName(edition.time_zone, `${day}T00:00:00.000Z`)}
            value={time}
            onChange={(event) => setTime(event.currentTarget.value)}
          />
          <ChoiceField
            path="room"
            label={t`Room`}
            value={room}
            data={[
              { value: '', label: t`No room` },
              ...draft.rooms.map(({ id, name }) => ({ value: id, label: said(i18n.locale, name) })),
            ]}
            onChange={(event) => setRoom(event.currentTarget.value)}
          />
          <ConflictList conflicts={conflicts} draft={draft} />
          <ProblemText problem={problem} />
          {conflicts.length === 0 ? (
            <Button type="submit" loading={busy}>
              <Trans>Move</Trans>
            </Button>
          ) : (
            <>
              <p style={{ margin: 0 }}>
                <Trans>If you move it anyway, it is kept that you did so, and when.</Trans>
              </p>
              <Button type="submit" loading={busy} color="clay">
                <Trans>Move anyway</Trans>
              </Button>
            </>
          )}
          {session.starts_at === null ? null : (
            <Button
              variant="default"
              loading={busy}
              onClick={() => void keep({ room_id: session.room_id, starts_at: null }, false)}
            >
              <Trans>Take out of the timetable</Trans>
            </Button>
          )}
        </Stack>
      </form>
    </Modal>
  );
}
