import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Part } from '#domain/exchange/schedule/programme.ts';
import type { RemarkKind } from '#domain/exchange/schedule/read-schedule.ts';
import type { Kind } from '#domain/exchange/schedule/session-kind.ts';
import type { SessionRule } from '#domain/exchange/session-rule.ts';

export const KIND_NAMES: Readonly<Record<Kind, MessageDescriptor>> = {
  opening: msg`Opening`,
  talk: msg`Talk`,
  panel: msg`Panel`,
  workshop: msg`Workshop`,
  round_table: msg`Round table`,
  closing: msg`Closing session`,
  break: msg`Break`,
};

export const RULE_NAMES: Readonly<Record<SessionRule, MessageDescriptor>> = {
  public: msg`Public: everything may be told on`,
  chatham_house: msg`Chatham House rule: nobody who speaks is named`,
  closed: msg`Closed: only for those invited`,
};

export const PART_NAMES: Readonly<Record<Part, MessageDescriptor>> = {
  speaker: msg`Speaker`,
  moderator: msg`Moderator`,
  interpreter: msg`Interpreter`,
};

/** What a file of another system lacks, said of one session. */
export const REMARK_TEXTS: Readonly<Record<RemarkKind, MessageDescriptor>> = {
  left_out_no_title: msg`has no title and is left out`,
  left_out_not_a_session: msg`is no session and is left out`,
  room_missing: msg`has no room`,
  room_not_listed: msg`names a room that the file does not list`,
  time_missing: msg`has no time`,
  time_unreadable: msg`has a time that cannot be read`,
  length_missing: msg`has no length`,
  length_not_possible: msg`is shorter than 5 minutes or longer than 10 hours: its length is left out`,
  language_unknown: msg`has a language that is not known`,
  number_unreadable: msg`has a number that cannot be read`,
  guid_missing: msg`has no lasting identifier: a second import would bring it in again`,
  guid_twice: msg`has the identifier of another session`,
  person_without_name: msg`has a speaker without a name`,
  outside_edition: msg`is outside the days of this conference`,
  text_cut: msg`has a text that is too long: the end is left out`,
  unstorable_text: msg`has signs that cannot be stored: they are left out`,
};
