import { assemble } from './read-json.ts';
import { MOST_SESSIONS, type ReadSchedule, type Unreadable } from './read-schedule.ts';
import type { RawSession } from './read-session.ts';

/** An element of a file as the parser of the server hands it over. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  readonly text: string;
  readonly inside: readonly Element[];
}

/** Reads schedule.xml (frab, pretalx) from its elements. A room without a name or a session without a time is said, not made up. */
export function readScheduleXml(root: Element): ReadSchedule | Unreadable {
  const conference = child(root, 'conference');
  if (root.name !== 'schedule' || conference === undefined) {
    return { problem: 'schedule_not_a_schedule', line: root.line };
  }
  const raw = children(root, 'day').flatMap((day) =>
    children(day, 'room').flatMap((room) =>
      children(room, 'event').map((event) => session(event, room.attributes.name ?? '', day)),
    ),
  );
  if (raw.length === 0) return { problem: 'schedule_empty' };
  if (raw.length > MOST_SESSIONS) return { problem: 'schedule_too_long' };
  return assemble(
    raw.map((one, index) => ({ ...one, row: index + 1 })),
    {
      title: text(conference, 'title'),
      version: text(root, 'version'),
      zone: text(conference, 'time_zone_name') || null,
      startsOn: text(conference, 'start'),
      endsOn: text(conference, 'end'),
      rooms: [],
      tracks: children(conference, 'track').flatMap(({ attributes }) => attributes.name || []),
    },
  );
}

function session(event: Element, room: string, day: Element): RawSession {
  const of = (name: string) => text(event, name);
  const recording = child(event, 'recording');
  return {
    ...{ row: 0, line: event.line, guid: event.attributes.guid, number: event.attributes.id },
    ...{ title: of('title'), subtitle: of('subtitle'), abstract: of('abstract') },
    ...{ description: of('description'), kind: of('type'), room: of('room') || room },
    ...{ track: of('track'), date: of('date') || day.attributes.date, start: of('start') },
    ...{ end: undefined, duration: of('duration'), language: of('language') },
    doNotRecord: recording === undefined ? undefined : text(recording, 'optout'),
    persons: children(child(event, 'persons'), 'person').map((person) => person.text),
  };
}

function child(element: Element | undefined, name: string): Element | undefined {
  return element?.inside.find((one) => one.name === name);
}

function children(element: Element | undefined, name: string): readonly Element[] {
  return element?.inside.filter((one) => one.name === name) ?? [];
}

function text(element: Element, name: string): string {
  return child(element, name)?.text.trim() ?? '';
}
