import { createHash } from 'node:crypto';
import type pg from 'pg';
import { certificateCode } from '#domain/exchange/conference/certificate.ts';
import { fixedId } from '../../seed/fixed-id.ts';
import { dayFrom, editionId } from './editions.ts';
import { DEMO_EXPERTS } from './experts.ts';
import { participantId } from './told.ts';

const ENDED = editionId('homecoming-1');

/** The first edition of the demo has ended: who came to which of its sessions, and the certificates. */
export async function seedConferenceAttendance(owner: pg.ClientBase, today: string): Promise<void> {
  const { rows: sessions } = await owner.query<{ id: string; starts_at: Date; minutes: number }>(
    `select id, starts_at, minutes from exchange.session
     where edition_id = $1 and kind <> 'break' order by starts_at, id`,
    [ENDED],
  );
  for (const [index, who] of DEMO_EXPERTS.entries()) {
    if (index % 3 === 1) continue;
    const came = sessions.filter((_, at) => (index + at) % 5 !== 4 && index % 11 !== 10);
    for (const { id, starts_at } of came)
      await owner.query(
        `insert into exchange.attendance (session_id, edition_id, participant_id, how, at, marked_by)
         values ($1, $2, $3, $4, $5, $6)`,
        [
          ...[id, ENDED, who.id, index % 2 === 0 ? 'opened' : 'marked', starts_at],
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
