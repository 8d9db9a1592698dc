import { expect, it } from 'vitest';
import { reminderWays } from './appointment-reminder.ts';
import { calendarFile } from './calendar-file.ts';

const contact = (
  channel: 'telephone' | 'message' | 'email' | 'address' | 'through_somebody',
  do_not_contact = false,
) => ({ channel, value: channel, safe: { times: [], do_not_contact } });

// Broken once: without the rule the number that is not safe stood among the ways.
it('reminds on no way that the person does not wish, and never by a letter to the home', () => {
  const ways = reminderWays([
    ...[contact('telephone', true), contact('message'), contact('email', true)],
    ...[contact('address'), contact('through_somebody')],
  ]);
  const values = (list: readonly { value: string }[]) => list.map(({ value }) => value);
  expect([values(ways.written), values(ways.spoken)]).toEqual([['message'], ['through_somebody']]);
});

it('a calendar entry says when, a neutral word, and nothing else', () => {
  const file = calendarFile({
    ...{ uid: '01a22312-1f25-7333-88aa-000000000001', at: '2027-01-10T05:00:00.000Z' },
    ...{ title: 'Appointment; room 4,\nleft', now: '2027-01-01T00:00:00.000Z' },
    zone: 'Asia/Almaty',
  });
  expect(file.split('\r\n')).toEqual([
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//calendar//EN', 'BEGIN:VEVENT'],
    ...['UID:01a22312-1f25-7333-88aa-000000000001', 'DTSTAMP:20270101T000000Z'],
    ...['DTSTART:20270110T100000', 'DTEND:20270110T110000'],
    ...['SUMMARY:Appointment\\; room 4\\, left', 'CLASS:PRIVATE'],
    ...['END:VEVENT', 'END:VCALENDAR', ''],
  ]);
});
