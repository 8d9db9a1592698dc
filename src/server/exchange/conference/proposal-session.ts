import type { Decision } from '#domain/exchange/conference/proposal.ts';
import { unsigned } from '#domain/exchange/wording.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import type { Authors, ProposalRow } from './proposal-rows.ts';

const SESSION_KIND = {
  ...{ talk: 'talk', panel: 'panel', workshop: 'workshop' },
  ...{ case_of_practice: 'talk', poster: 'talk' },
} as const;

/**
 * What is accepted waits in the programme as a session without a time, with its words in all their
 * languages, and its proposer becomes a speaker; what is no longer accepted leaves it while it is a draft.
 */
export async function draftSession(
  deps: ExchangeDeps,
  { client }: Taking,
  row: ProposalRow,
  { proposer }: Authors,
  decision: Decision,
): Promise<void> {
  if (decision !== 'accept') {
    if (row.session_id === null) return;
    await client.query('update exchange.proposal set session_id = null where id = $1', [row.id]);
    await client.query("delete from exchange.session where id = $1 and state = 'draft'", [
      row.session_id,
    ]);
    return;
  }
  if (row.session_id === null) {
    const session = deps.newId();
    // Who wrote them stands with the proposal: a speaker may go on under another name.
    const [title, abstract] = [unsigned(row.title), unsigned(row.abstract)];
    await client.query(
      `insert into exchange.session (id, edition_id, title, abstract, kind, languages, do_not_record,
         created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[session, row.edition_id, JSON.stringify(title), JSON.stringify(abstract)],
        ...[SESSION_KIND[row.kind], [row.interpretation.speaks], row.do_not_record, deps.clock()],
      ],
    );
    await client.query(
      `insert into exchange.session_speaker (session_id, edition_id, participant_id, part, name)
       values ($1, $2, $3, 'speaker', $4)`,
      [session, row.edition_id, proposer.id, proposer.name],
    );
    await client.query('update exchange.proposal set session_id = $2 where id = $1', [
      row.id,
      session,
    ]);
  }
  await client.query(
    `insert into exchange.role (id, participant_id, edition_id, role, granted_by, granted_at)
     select $1, $2, $3, 'speaker', exchange.me(), $4
     where not exists (select from exchange.role r where r.participant_id = $2 and r.edition_id = $3
       and r.role = 'speaker' and r.revoked_at is null)`,
    [deps.newId(), proposer.id, row.edition_id, deps.clock()],
  );
}
