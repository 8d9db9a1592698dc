import { createHash } from 'node:crypto';
import type pg from 'pg';
import { certificateCode } from '#domain/exchange/conference/certificate.ts';
import { fixedId } from '../../seed/fixed-id.ts';
import { dayFrom, editionId } from './editions.ts';
import { DEMO_EXPERTS } from './experts.ts';
import { participantId, told } from './told.ts';

const ENDED = editionId('homecoming-1');
const SESSIONS = [
  {
    ...{ code: 'opening', kind: 'opening', day: 0, hour: '09', minutes: 60 },
    title: told(
      'Opening: who teaches, who learns',
      'Открытие: кто учит, кто учится',
      'Ochilish: kim oʻqitadi, kim oʻqiydi',
    ),
  },
  {
    ...{ code: 'teachers', kind: 'panel', day: 0, hour: '11', minutes: 90 },
    title: told(
      'What teachers needed',
      'Что было нужно учителям',
      'Oʻqituvchilarga nima kerak boʻldi',
    ),
  },
  {
    ...{ code: 'closing', kind: 'closing', day: 1, hour: '15', minutes: 90 },
    title: told('What we do next', 'Что мы делаем дальше', 'Keyin nima qilamiz'),
  },
] as const;

/** The first edition of the demo has ended: three sessions, who came to which, and certificates. */
export async function seedConferenceAttendance(owner: pg.ClientBase, today: string): Promise<void> {
  for (const one of SESSIONS)
    await owner.query(
      `insert into exchange.session (id, edition_id, title, kind, starts_at, minutes, state, created_at)
       values ($1, $2, $3, $4, $5, $6, 'published', $5)`,
      [
        ...[session(one.code), ENDED, JSON.stringify(one.title), one.kind],
        // On the host's clock, which is five hours ahead of UTC all year.
        ...[`${dayFrom(today, -330 + one.day)}T${one.hour}:00:00+05:00`, one.minutes],
      ],
    );
  for (const [index, who] of DEMO_EXPERTS.entries()) {
    if (index % 3 === 1) continue;
    const came = SESSIONS.filter((_, at) => (index + at) % 5 !== 4 && index % 11 !== 10);
    for (const one of came)
      await owner.query(
        `insert into exchange.attendance (session_id, edition_id, participant_id, how, at, marked_by)
         values ($1, $2, $3, $4, $5, $6)`,
        [
          ...[session(one.code), ENDED, who.id, index % 2 === 0 ? 'opened' : 'marked'],
          ...[`${dayFrom(today, -330 + one.day)}T${one.hour}:05:00+05:00`],
          index % 2 === 0 ? null : participantId('nodira'),
        ],
      );
    if (came.length === 0) continue;
    const random = createHash('sha256').update(`certificate ${who.username}`).digest();
    await owner.query(
      `insert into exchange.certificate (id, edition_id, participant_id, code, name, part, minutes,
         sessions, issued_at) values ($1, $2, $3, $4, $5, 'participant', $6, $7, $8)`,
      [
        ...[fixedId(`exchange:certificate:${who.username}`), ENDED, who.id],
        ...[certificateCode(random), who.name],
        ...[came.reduce((sum, one) => sum + one.minutes, 0), came.length],
        `${dayFrom(today, -328)}T09:00:00+05:00`,
      ],
    );
  }
}

function session(code: string): string {
  return fixedId(`exchange:session:homecoming-1:${code}`);
}
