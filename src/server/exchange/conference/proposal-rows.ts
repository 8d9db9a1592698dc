import type pg from 'pg';
import type { ProposalKind } from '#domain/exchange/conference/call.ts';
import type {
  ProposalInput,
  ProposalState,
  Speaker,
} from '#domain/exchange/conference/proposal.ts';
import { newWording, reword, type Wording } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';

/** A proposal as its row holds it, with its edition. */
export interface ProposalRow {
  readonly id: string;
  readonly edition_id: string;
  readonly edition: Wording;
  readonly edition_slug: string;
  readonly kind: ProposalKind;
  readonly title: Wording;
  readonly abstract: Wording;
  readonly description: Wording | null;
  readonly do_not_record: boolean;
  readonly interpretation: ProposalInput['interpretation'];
  readonly state: ProposalState;
  readonly submitted_at: Date | null;
  readonly late_at: Date | null;
  readonly session_id: string | null;
  readonly version: number;
}

/** The proposal where this reader may see it; `forUpdate` locks it for a step. */
export async function proposalById(
  client: pg.ClientBase,
  id: string,
  forUpdate = false,
): Promise<ProposalRow | undefined> {
  const { rows } = await client.query<ProposalRow>(
    `select p.id, p.edition_id, e.title as edition, e.slug as edition_slug, p.kind, p.title,
       p.abstract, p.description, p.do_not_record, p.interpretation, p.state, p.submitted_at,
       p.late_at, p.session_id, p.version
     from exchange.proposal p join exchange.edition e on e.id = p.edition_id
     where p.id = $1 ${forUpdate ? 'for update of p' : ''}`,
    [id],
  );
  return rows[0];
}

/** Somebody who stands near a proposal. */
export interface Proposer {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly institution: string | null;
}
export interface Authors {
  readonly proposer: Proposer;
  readonly speakers: readonly Speaker[];
}

/** Who wrote a proposal and who will speak; null where this reader may not know. */
export async function authorsOf(client: pg.ClientBase, id: string): Promise<Authors | null> {
  const { rows } = await client.query<Proposer>(
    `select m.id, m.name, m.country, ${INSTITUTION} as institution
     from exchange.proposal_author w join exchange.participant m on m.id = w.participant_id
       left join exchange.institution i on i.id = m.institution_id where w.proposal_id = $1`,
    [id],
  );
  const [proposer] = rows;
  if (proposer === undefined) return null;
  const { rows: speakers } = await client.query<Speaker>(
    `select name, institution, country, languages from exchange.proposal_speaker
     where proposal_id = $1 order by standing`,
    [id],
  );
  return { proposer, speakers };
}

/** The name of an institution in English, else in its own language: what speakers write is compared with it. */
export const INSTITUTION = `coalesce(i.name -> 'versions' -> 'en' ->> 'text',
  i.name -> 'versions' -> (i.name ->> 'source') ->> 'text')`;

/** Whether the participant of this transaction wrote the proposal. */
export async function isAuthor(
  client: pg.ClientBase,
  id: string,
  participant: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    'select from exchange.proposal_author where proposal_id = $1 and participant_id = $2',
    [id, participant],
  );
  return rowCount === 1;
}

/** The words of a proposal as wordings without a name: reviewers must not find one in them. */
export function wordsOf(input: Omit<ProposalInput, 'id'>, at: Date) {
  const { language: lang, title, abstract, description } = input;
  const worded = (text: string) => newWording({ lang, text }, null, at);
  return {
    title: worded(title),
    abstract: worded(abstract),
    description: description === null ? null : worded(description),
  };
}

/** The words changed in their language; in another language than before they begin anew. */
export function rewordedOf(
  row: Pick<ProposalRow, 'title' | 'abstract' | 'description'>,
  input: Omit<ProposalInput, 'id'>,
  at: Date,
): ReturnType<typeof wordsOf> | Problem {
  const anew = wordsOf(input, at);
  if (row.title.source !== input.language) return anew;
  const title = said(row.title, input.title, at);
  const abstract = said(row.abstract, input.abstract, at);
  if ('code' in title) return title;
  if ('code' in abstract) return abstract;
  if (row.description === null || input.description === null)
    return { title, abstract, description: anew.description };
  const description = said(row.description, input.description, at);
  return 'code' in description ? description : { title, abstract, description };
}

function said(before: Wording, text: string, at: Date): Wording | Problem {
  return reword(before, { lang: before.source, text }, before.revision, null, at);
}

/** Writes the speakers anew, in their order. */
export async function keepSpeakers(
  client: pg.ClientBase,
  proposal: { readonly id: string; readonly edition_id: string },
  speakers: readonly Speaker[],
): Promise<void> {
  await client.query('delete from exchange.proposal_speaker where proposal_id = $1', [proposal.id]);
  for (const [standing, one] of speakers.entries())
    await client.query(
      `insert into exchange.proposal_speaker (proposal_id, edition_id, standing, name, institution,
         country, languages) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ...[proposal.id, proposal.edition_id, standing, one.name, one.institution],
        ...[one.country, one.languages],
      ],
    );
}

/** Notes who did what to which subject; never what was said. */
export async function logged(
  client: pg.ClientBase,
  entry: {
    readonly id: string;
    readonly at: Date;
    readonly participant: string | null;
    readonly action: string;
    readonly kind: string;
    readonly subject: string;
    readonly details?: Readonly<Record<string, string | number | boolean>>;
  },
): Promise<void> {
  await client.query(
    `insert into exchange.log (id, at, participant_id, action, subject_kind, subject_id, details)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[entry.id, entry.at, entry.participant, entry.action, entry.kind, entry.subject],
      entry.details ?? {},
    ],
  );
}
