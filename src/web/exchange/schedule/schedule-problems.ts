import { msg } from '@lingui/core/macro';

/** What may stand in the way of a programme and of a file with one. */
export const SCHEDULE_PROBLEMS = {
  programme_empty: msg`No session has a time yet, so there is nothing to release.`,
  programme_unchanged: msg`Nothing has changed since the last version.`,
  room_in_use: msg`Sessions in this room: {sessions}, among them “{first}”. Move them to another room first.`,
  track_in_use: msg`Sessions of this track: {sessions}, among them “{first}”. Give them another track first.`,
  schedule_empty: msg`There is no session in this file.`,
  schedule_has_doctype: msg`This file declares a document type (line {line}). For safety such files are not read. Take that line out and try again.`,
  schedule_not_a_schedule: msg`This is no schedule.xml and no schedule.json.`,
  schedule_not_read: msg`This file could not be read (line {line}). It is broken or not in UTF-8; nothing was brought in.`,
  schedule_rooms_missing: msg`Sessions of this file without a room: {count}. Choose what becomes of them; nothing was brought in.`,
  schedule_too_long: msg`These are too many sessions, rooms or tracks for one conference.`,
  session_does_not_fit: msg`The session does not fit there. Nothing was moved.`,
  session_was_released: msg`This session has been released once. Take it out of the timetable instead: it is then shown as cancelled.`,
};
