import { isStorable } from '../../text.ts';
import type { Instant } from '../../time.ts';
import { isTimeZone } from '../../zone.ts';
import { languageTag } from '../wording.ts';
import type { ReadSession, Remark, RemarkKind } from './read-schedule.ts';
import { instantOf } from './wall-clock.ts';

/** The fields of a session as both formats have them, before anything is believed. */
export interface RawSession {
  readonly row: number;
  readonly line: number | null;
  readonly guid: unknown;
  readonly number: unknown;
  readonly title: unknown;
  readonly subtitle: unknown;
  readonly abstract: unknown;
  readonly description: unknown;
  readonly kind: unknown;
  readonly room: unknown;
  readonly track: unknown;
  readonly date: unknown;
  /** `09:30`, beside a `date` that is a day only. */
  readonly start: unknown;
  readonly end: unknown;
  readonly duration: unknown;
  readonly language: unknown;
  readonly doNotRecord: unknown;
  readonly persons: readonly unknown[];
}

interface Around {
  readonly zone: string | null;
  /** Rooms that the file lists, or null where it has no list. */
  readonly rooms: ReadonlySet<string> | null;
  readonly seen: Set<string>;
}

const LENGTH = { least: 5, most: 600 };

/** One session of a file with what is to be said about it; null where it cannot be taken. */
export function readSession(raw: RawSession, around: Around): [ReadSession | null, Remark[]] {
  const remarks: Remark[] = [];
  const title = [said(raw.title), said(raw.subtitle)].filter((one) => one !== '').join('. ');
  const remark = (kind: RemarkKind) =>
    remarks.push({ remark: kind, row: raw.row, line: raw.line, title: clip(title, 200) });
  const text = (value: string, most: number) => {
    if (!isStorable(value)) remark('unstorable_text');
    const storable = value.toWellFormed().replaceAll('\u0000', '');
    if (storable.length > most) remark('text_cut');
    return clip(storable, most);
  };
  if (title === '') {
    remark('left_out_no_title');
    return [null, remarks];
  }
  const room = said(raw.room);
  if (room === '') remark('room_missing');
  else if (around.rooms !== null && !around.rooms.has(room)) remark('room_not_listed');
  const startsAt = timeOf(raw, around.zone);
  if (startsAt === null) remark(said(raw.date) === '' ? 'time_missing' : 'time_unreadable');
  const minutes = minutesOf(raw, startsAt);
  if (minutes === null) remark('length_missing');
  else if (!isPossible(minutes)) remark('length_not_possible');
  const language = languageOf(raw.language);
  if (language === null && said(raw.language) !== '') remark('language_unknown');
  if (raw.number !== undefined && !/^[1-9]\d*$/.test(said(raw.number))) remark('number_unreadable');
  const guid = guidOf(raw.guid);
  if (guid === null) remark('guid_missing');
  else if (around.seen.has(guid)) remark('guid_twice');
  const persons = raw.persons.map(said);
  if (persons.some((name) => name === '')) remark('person_without_name');
  const session: ReadSession = {
    row: raw.row,
    guid: guid !== null && around.seen.has(guid) ? null : guid,
    title: text(title, 200),
    abstract: text(plain([said(raw.abstract), said(raw.description)]), 8000),
    kind: clip(said(raw.kind).toLowerCase(), 60),
    room: room === '' ? null : text(room, 200),
    track: said(raw.track) === '' ? null : text(said(raw.track), 200),
    startsAt,
    minutes: minutes !== null && isPossible(minutes) ? minutes : null,
    language,
    doNotRecord: raw.doNotRecord === true || said(raw.doNotRecord) === 'true',
    persons: [...new Set(persons.filter((name) => name !== '').map((name) => clip(name, 200)))],
  };
  if (guid !== null) around.seen.add(guid);
  return [session, remarks];
}

/** A text of the file; numbers count as text; of a text in several languages the English one, else the first. */
export function said(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'boolean') return String(value);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return '';
  const versions = Object.values(value).filter((one) => typeof one === 'string');
  const english = 'en' in value ? value.en : undefined;
  return typeof english === 'string' ? english.trim() : (versions[0]?.trim() ?? '');
}

/** An instant as ISO 8601 with an offset; without one it is a time on the wall of the zone. */
export function instantFrom(value: string, zone: string | null): Instant | null {
  const found = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/.exec(
    value,
  );
  if (found === null) return null;
  const [, day = '', time = '', , offset] = found;
  const tidy = offset?.replace(/(\d\d):?(\d\d)$/, '$1:$2');
  const ms = Date.parse(`${day}T${time}:00.000${tidy ?? 'Z'}`);
  if (Number.isNaN(ms) || !day.startsWith(String(Number(day.slice(0, 4))))) return null;
  if (!isRealDay(day)) return null;
  if (tidy !== undefined) return new Date(ms).toISOString();
  return zone !== null && isTimeZone(zone) ? instantOf(`${day}T${time}`, zone) : null;
}

function isRealDay(day: string): boolean {
  const ms = Date.parse(`${day}T00:00:00.000Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
}

function timeOf({ date, start }: RawSession, zone: string | null): Instant | null {
  const [day, time] = [said(date), said(start)];
  if (/^\d{4}-\d\d-\d\d$/.test(day)) return instantFrom(`${day}T${time}`, zone);
  return instantFrom(day, zone);
}

function minutesOf({ duration, end }: RawSession, startsAt: Instant | null): number | null {
  const text = said(duration);
  const clock = /^(\d{1,3}):(\d\d)(?::\d{1,2})?$/.exec(text);
  const iso = /^P(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:[\d.]+S)?)?$/.exec(text);
  const until = startsAt === null ? null : instantFrom(said(end), null);
  const minutes = clock
    ? Number(clock[1]) * 60 + Number(clock[2])
    : iso
      ? Number(iso[1] ?? 0) * 1440 + Number(iso[2] ?? 0) * 60 + Number(iso[3] ?? 0)
      : startsAt !== null && until !== null
        ? Math.round((Date.parse(until) - Date.parse(startsAt)) / 60_000)
        : 0;
  return minutes > 0 ? minutes : null;
}

function isPossible(minutes: number): boolean {
  return minutes >= LENGTH.least && minutes <= LENGTH.most;
}

function languageOf(value: unknown): string | null {
  const tag = said(value).replaceAll('_', '-');
  return languageTag.safeParse(tag).success ? tag : null;
}

function guidOf(value: unknown): string | null {
  const guid = said(value).toLowerCase();
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(guid) ? guid : null;
}

/** Abstract and description as plain text: markup of other systems is taken away, its line breaks stay. */
function plain(texts: readonly string[]): string {
  return [...new Set(texts)]
    .map((text) =>
      text
        .replaceAll(/<br\s*\/?>|<\/(?:p|li|div|h\d)>/gi, '\n')
        .replaceAll(/<\/?[a-z][^<>]{0,500}>/gi, '')
        .replaceAll(/\n{3,}/g, '\n\n')
        .trim(),
    )
    .filter((text) => text !== '')
    .join('\n\n');
}

/** At most so many UTF-16 units, never half a letter. */
function clip(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}
