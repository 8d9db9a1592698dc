import type { InvitationSheet } from '#domain/exchange/invitation/invitation-sheet.ts';
import type { Problem } from '#domain/problem.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { writeLog } from '../log/write-log.ts';
import { editionZone, invitationRow, letterheadOf, sheetOf } from './invitation-rows.ts';
import { letterAsText, printedLetter } from './printed-letter.ts';

/**
 * A letter goes out: it gets the next number of its series and is not changed any more. Where an address
 * is known, the same letter goes there by mail, in the language that it was written in.
 */
export async function sendInvitation(
  deps: ExchangeDeps,
  participant: { readonly id: string },
  id: string,
  { version }: { readonly version: number },
): Promise<InvitationSheet | Problem> {
  const { url } = deps.config;
  const sent = await deps.exchange.as(participant.id, async (taking) => {
    const { client } = taking;
    const draft = await invitationRow(client, id, 'for update of i');
    if (draft === null) return { code: 'gone' as const };
    if (draft.sent_at !== null) return { code: 'letter_sent' as const };
    if (draft.version !== version) return { code: 'version_conflict' as const };
    // The row of the head is held until the end: two letters never get one number, and none is left out.
    const { rows } = await client.query<{ series: string; numbered: number }>(
      `update exchange.letterhead set numbered = numbered + 1 where edition_id = $1
       returning series, numbered`,
      [draft.edition_id],
    );
    const [head] = rows;
    if (head === undefined) return { code: 'letterhead_missing' as const };
    await client.query(
      `update exchange.invitation set series = $2, running = $3, sent_at = $4, sent_by = $5,
         version = version + 1 where id = $1`,
      [id, head.series, head.numbered, deps.clock(), participant.id],
    );
    await writeLog(deps, taking, 'sent', ['invitation', id]);
    const row = await invitationRow(client, id);
    const letterhead = await letterheadOf(client, draft.edition_id);
    if (row === null || letterhead === null) return { code: 'gone' as const };
    const timeZone = await editionZone(client, row.edition_id);
    const now = deps.clock();
    const letter = printedLetter(row, letterhead, row.body.source, { url, now, timeZone });
    return { sheet: await sheetOf(client, row, url), letter };
  });
  if (sent.sheet === undefined) return sent;
  const { sheet, letter } = sent;
  if (sheet.email !== null) {
    const subject = `${letter.number}, ${letter.head}`;
    await deps.mail.send({ to: sheet.email, subject, text: letterAsText(letter) });
  }
  return sheet;
}
