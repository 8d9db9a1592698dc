import type { Day, Instant } from '../../time.ts';

/** What is not as it should be with one session of a file; the session itself is taken all the same unless it says `left_out`. */
export const REMARKS = [
  'left_out_no_title',
  'left_out_not_a_session',
  'room_missing',
  'room_not_listed',
  'time_missing',
  'time_unreadable',
  'length_missing',
  'length_not_possible',
  'language_unknown',
  'number_unreadable',
  'guid_missing',
  'guid_twice',
  'person_without_name',
  'outside_edition',
  'text_cut',
  'unstorable_text',
] as const;
export type RemarkKind = (typeof REMARKS)[number];

export interface Remark {
  readonly remark: RemarkKind;
  /** Counted from 1, in the order of the file. */
  readonly row: number;
  /** Where the file has lines. */
  readonly line: number | null;
  /** The title of the session, as far as it has one. */
  readonly title: string;
}

/** A session of another system, read as it stands; what is missing is null. */
export interface ReadSession {
  readonly row: number;
  readonly guid: string | null;
  readonly title: string;
  readonly abstract: string;
  readonly kind: string;
  readonly room: string | null;
  readonly track: string | null;
  readonly startsAt: Instant | null;
  readonly minutes: number | null;
  readonly language: string | null;
  readonly doNotRecord: boolean;
  readonly persons: readonly string[];
}

/** A schedule of another system. Its words are in one language, which the file does not name as a whole. */
export interface ReadSchedule {
  readonly title: string;
  readonly version: string;
  readonly zone: string | null;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  readonly rooms: readonly string[];
  readonly tracks: readonly string[];
  readonly sessions: readonly ReadSession[];
  readonly remarks: readonly Remark[];
}

/** Why a file as a whole cannot be read. Nothing of it is taken then. */
export type Unreadable = {
  readonly problem:
    | 'schedule_not_read'
    | 'schedule_has_doctype'
    | 'schedule_not_a_schedule'
    | 'schedule_empty'
    | 'schedule_too_long';
  readonly line?: number;
};

export const MOST_SESSIONS = 2000;
