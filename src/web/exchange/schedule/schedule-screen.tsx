import { Trans, useLingui } from '@lingui/react/macro';
import { Button, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { conflictsAt, conflictsOf } from '#domain/exchange/schedule/conflicts.ts';
import {
  aroundOf,
  type DraftSession,
  planOf,
  type ScheduleDraft,
} from '#domain/exchange/schedule/draft.ts';
import { daysBetween } from '#domain/exchange/schedule/wall-clock.ts';
import type { Problem } from '#domain/problem.ts';
import { dayAt } from '#domain/zone.ts';
import { Answered } from '../../ui/answered.tsx';
import { formatWeekday } from '../../ui/format.ts';
import { Page, Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { useParticipant } from '../use-participant.ts';
import { zoneName } from './clock.ts';
import { DayGrid } from './day-grid.tsx';
import { EditionChoice } from './edition-choice.tsx';
import { ImportPart } from './import-part.tsx';
import { MoveForm, type Place } from './move-form.tsx';
import { NewSession } from './new-session.tsx';
import { ReleasePart } from './release-part.tsx';
import { RoomsPart } from './rooms-part.tsx';
import { SessionLines } from './session-lines.tsx';
import { useDraft, useSend } from './use-schedule.ts';

/** The timetable of a conference as those who work on it see it. */
export function ScheduleScreen() {
  const { t } = useLingui();
  return (
    <Page title={t`Timetable`} wide>
      <EditionChoice>{(slug) => <OfEdition slug={slug} />}</EditionChoice>
    </Page>
  );
}

function OfEdition({ slug }: { readonly slug: string }) {
  const asked = useDraft(slug);
  return <Answered asked={asked}>{(draft) => <Timetable draft={draft} />}</Answered>;
}

interface Moving {
  readonly session: DraftSession;
  readonly place?: Place;
}

function Timetable({ draft }: { readonly draft: ScheduleDraft }) {
  const { t, i18n } = useLingui();
  const me = useParticipant();
  const send = useSend();
  const wide = useMediaQuery('(min-width: 48em)') ?? true;
  const { edition, sessions } = draft;
  const mayChange = me.holds(edition.id, 'organiser');
  const [moving, setMoving] = useState<Moving>();
  const [adding, setAdding] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const isPlaced = ({ starts_at, minutes }: DraftSession) => starts_at !== null && minutes !== null;
  const dayOf = ({ starts_at }: DraftSession) =>
    starts_at === null ? '' : dayAt(starts_at, edition.time_zone);
  const days = [
    ...new Set([
      ...daysBetween(edition.starts_on, edition.ends_on),
      ...sessions.filter(isPlaced).map(dayOf),
    ]),
  ].sort();
  const [day, setDay] = useState(edition.starts_on);
  const today = sessions.filter((one) => isPlaced(one) && dayOf(one) === day);
  const waiting = sessions.filter((one) => !isPlaced(one));
  const around = aroundOf(draft);
  const conflicts = conflictsOf(sessions.map(planOf), around);

  /** What fits is moved at once; what does not opens the form with its reasons. */
  async function drop(sessionId: string, place: Place) {
    const session = sessions.find((one) => one.id === sessionId);
    if (session === undefined || !mayChange) return;
    const moved = { ...planOf(session), startsAt: place.starts_at, roomId: place.room_id };
    if (conflictsAt(moved, sessions.map(planOf), around).length > 0)
      return setMoving({ session, place });
    setProblem(
      await send('PUT', `/api/exchange/sessions/${sessionId}/place`, {
        ...{ ...place, version: session.version, anyway: false },
      }),
    );
  }

  const lines = {
    draft,
    conflicts,
    mayChange,
    move: (session: DraftSession) => setMoving({ session }),
  };
  return (
    <>
      {mayChange ? (
        <Section title={<Trans>Versions</Trans>}>
          <ReleasePart draft={draft} conflicts={conflicts} />
        </Section>
      ) : null}
      <Section
        title={formatWeekday(i18n.locale, day)}
        actions={
          <SegmentedControl
            aria-label={t`Day`}
            value={day}
            onChange={setDay}
            data={days.map((one, at) => ({ value: one, label: t`Day ${at + 1}` }))}
          />
        }
      >
        <p style={{ marginBlockStart: 0 }}>
          <Trans>
            All times: {zoneName(edition.time_zone, `${day}T00:00:00.000Z`)}, the time of the host.
          </Trans>{' '}
          {wide && mayChange ? (
            <Trans>
              Drag a session to another place, or open it to move it by day, time and room.
            </Trans>
          ) : null}
        </p>
        <ProblemText problem={problem} />
        {wide ? (
          <DayGrid
            draft={draft}
            day={day}
            conflicts={conflicts}
            open={(session) => (mayChange ? setMoving({ session }) : undefined)}
            drop={(id, place) => void drop(id, place)}
          />
        ) : null}
        {wide ? null : <SessionLines {...lines} sessions={today} />}
      </Section>
      {wide && today.length > 0 ? (
        <Section title={<Trans>Sessions of this day</Trans>}>
          <SessionLines {...lines} sessions={today} />
        </Section>
      ) : null}
      {waiting.length === 0 ? null : (
        <Section title={<Trans>Not in the timetable</Trans>}>
          <SessionLines {...lines} sessions={waiting} />
        </Section>
      )}
      {mayChange ? (
        <>
          <Section
            title={<Trans>New session</Trans>}
            actions={
              adding ? undefined : (
                <Button variant="default" onClick={() => setAdding(true)}>
                  <Trans>Add a session</Trans>
                </Button>
              )
            }
          >
            {adding ? <NewSession draft={draft} close={() => setAdding(false)} /> : null}
          </Section>
          <Section title={<Trans>Rooms</Trans>}>
            <RoomsPart draft={draft} noun="room" />
          </Section>
          <Section title={<Trans>Tracks</Trans>}>
            <RoomsPart draft={draft} noun="track" />
          </Section>
          <Section title={<Trans>A schedule of another system</Trans>}>
            <ImportPart draft={draft} />
          </Section>
        </>
      ) : null}
      {moving === undefined ? null : (
        <MoveForm
          draft={draft}
          session={moving.session}
          place={moving.place}
          close={() => setMoving(undefined)}
        />
      )}
    </>
  );
}
