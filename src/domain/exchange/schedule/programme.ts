import type { Day, Instant } from '../../time.ts';
import { mayPublish, type SessionRule } from '../session-rule.ts';
import { inLanguage, type Wording } from '../wording.ts';
import { endOf } from './wall-clock.ts';

export const PARTS = ['speaker', 'moderator', 'interpreter'] as const;
export type Part = (typeof PARTS)[number];

/** Somebody who takes part in a session, as the programme names them. */
export interface Appearance {
  /** Null where the person appears under an alias: nothing then leads to the participant. */
  readonly participantId: string | null;
  readonly name: string;
  readonly affiliation: Wording | null;
  readonly country: string | null;
  readonly part: Part;
}

export interface ProgrammeSession {
  readonly id: string;
  /** A small number that stays; other systems ask for one. */
  readonly number: number;
  readonly title: Wording;
  readonly abstract: Wording | null;
  readonly kind: string;
  readonly roomId: string | null;
  readonly trackId: string | null;
  readonly startsAt: Instant | null;
  readonly minutes: number;
  /** Languages spoken in it, the first one first. */
  readonly languages: readonly string[];
  readonly rule: SessionRule;
  readonly doNotRecord: boolean;
  readonly people: readonly Appearance[];
}

export interface ProgrammeRoom {
  readonly id: string;
  readonly name: Wording;
}

export interface ProgrammeTrack {
  readonly id: string;
  readonly name: Wording;
}

/** The programme of an edition, of one version or of the draft. */
export interface Programme {
  readonly slug: string;
  readonly title: Wording;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly zone: string;
  readonly rooms: readonly ProgrammeRoom[];
  readonly tracks: readonly ProgrammeTrack[];
  readonly sessions: readonly ProgrammeSession[];
}

/** A session that has its place in the timetable. */
export type Placed = ProgrammeSession & At;
interface At {
  readonly startsAt: Instant;
}
interface MaybeAt {
  readonly startsAt: Instant | null;
  readonly number: number;
}

/** The sessions with a time, in the order in which they happen. */
export function placed<T extends MaybeAt>(sessions: readonly T[]): (T & At)[] {
  return sessions
    .filter((session): session is T & At => session.startsAt !== null)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt) || a.number - b.number);
}

/** When a placed session is over. */
export function sessionEnd(session: At & { readonly minutes: number }): Instant {
  return endOf(session.startsAt, session.minutes);
}

/** The plain text of a wording in a language, for files; pages say where another language stands in. */
export function textIn(texts: Wording, language: string): string {
  return inLanguage(texts, language).text;
}

/** Only a public session whose speakers agree may be recorded. */
export function recordable(session: Pick<ProgrammeSession, 'rule' | 'doNotRecord'>): boolean {
  return mayPublish(session.rule, 'recording') && !session.doNotRecord;
}

/**
 * The programme as everybody may read it, in pages and in files alike. The rule of a session binds it: under the
 * Chatham House rule nobody who speaks is named, and of a closed session only title and time are told. Interpreters
 * are no news.
 */
export function forReaders(programme: Programme): Programme {
  return {
    ...programme,
    sessions: placed(programme.sessions).map((session) => ({
      ...session,
      abstract: mayPublish(session.rule, 'abstract') ? session.abstract : null,
      people: mayPublish(session.rule, 'speakers')
        ? session.people.filter(({ part }) => part !== 'interpreter')
        : [],
    })),
  };
}
