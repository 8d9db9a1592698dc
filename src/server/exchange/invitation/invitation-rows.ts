import type pg from 'pg';
import { LOCALES, type Locale } from '#domain/account/account.ts';
import type { AddressForms } from '#domain/exchange/invitation/invitation.ts';
import { languagesOf, letterNumber } from '#domain/exchange/invitation/invitation.ts';
import type {
  InvitationLine,
  InvitationSheet,
  Letterhead,
} from '#domain/exchange/invitation/invitation-sheet.ts';
import { invitationState, type Reply } from '#domain/exchange/invitation/reply.ts';
import type { Wording } from '#domain/exchange/wording.ts';

const PAGE = 50;

/** A letter as its row is read, with the word that counts and the number of people named. */
export interface InvitationRow {
  readonly id: string;
  readonly edition_id: string;
  readonly institution_id: string;
  readonly institution: Wording;
  readonly country: string | null;
  readonly address: AddressForms;
  readonly body: Wording;
  readonly email: string | null;
  readonly reply_by: string | null;
  readonly series: string | null;
  readonly running: number | null;
  readonly code: string;
  readonly sent_at: Date | null;
  readonly version: number;
  readonly replies: readonly { reply: Reply; at: string }[];
  readonly nominees: number;
}

const SELECT = `select i.id, i.edition_id, i.institution_id, o.name as institution, o.country,
    i.address, i.body, i.email, i.reply_by, i.series, i.running, i.code, i.sent_at, i.version,
    coalesce((select jsonb_agg(jsonb_build_object('reply', r.reply, 'at', r.at) order by r.at)
      from exchange.invitation_reply r where r.invitation_id = i.id), '[]') as replies,
    (select count(*)::int from exchange.nomination n where n.invitation_id = i.id) as nominees
  from exchange.invitation i join exchange.institution o on o.id = i.institution_id`;

/** A page of the letters of an edition, the newest first. */
export async function invitationsOf(client: pg.PoolClient, edition: string, after: number) {
  const { rows } = await client.query<InvitationRow>(
    `${SELECT} where i.edition_id = $1 order by i.created_at desc, i.id limit $2 offset $3`,
    [edition, PAGE + 1, after],
  );
  return { invitations: rows.slice(0, PAGE).map(lineOf), more: rows.length > PAGE };
}

/** The letter of that id, where this participant may see it; locked where it is about to change. */
export async function invitationRow(
  client: pg.PoolClient,
  id: string,
  lock: '' | 'for update of i' = '',
): Promise<InvitationRow | null> {
  const { rows } = await client.query<InvitationRow>(`${SELECT} where i.id = $1 ${lock}`, [id]);
  return rows[0] ?? null;
}

/** The letter that a code opens; the transaction has brought that code along. */
export async function invitationByCode(client: pg.PoolClient, code: string) {
  await client.query(`select set_config('exchange.code', $1, true)`, [code]);
  const { rows } = await client.query<InvitationRow>(`${SELECT} where i.code = $1`, [code]);
  return rows[0] ?? null;
}

export function lineOf(row: InvitationRow): InvitationLine {
  const { id, institution, country, nominees, series, running } = row;
  const sent_at = row.sent_at?.toISOString() ?? null;
  const last = row.replies.at(-1)?.at;
  return {
    ...{ id, institution, country, nominees, sent_at },
    number: series === null || running === null ? null : letterNumber(series, running),
    state: invitationState(
      sent_at,
      row.replies.map(({ reply, at }) => ({ reply, at: new Date(at).toISOString() })),
    ),
    replied_at: last === undefined ? null : new Date(last).toISOString(),
    languages: languagesOf(row.address, Object.keys(row.body.versions)),
  };
}

/** A letter whole: with its answers and the people whom the institution named. */
export async function sheetOf(
  client: pg.PoolClient,
  row: InvitationRow,
  url: string,
): Promise<InvitationSheet> {
  const replies = await client.query<ReplyRow>(
    `select id, reply, words, at, noted_by is not null as noted from exchange.invitation_reply
     where invitation_id = $1 order by at, id limit 200`,
    [row.id],
  );
  const nominations = await client.query<NominationRow>(
    `select id, name, position, email, invited_at from exchange.nomination
     where invitation_id = $1 order by name, id limit 200`,
    [row.id],
  );
  const { edition_id, institution_id, address, body, email, reply_by, version } = row;
  return {
    ...lineOf(row),
    ...{ edition_id, institution_id, address, body, email, reply_by, version },
    reply_url: row.sent_at === null ? null : replyUrl(url, row),
    replies: replies.rows.map((one) => ({ ...one, at: one.at.toISOString() })),
    nominations: nominations.rows.map((one) => ({
      ...one,
      invited_at: one.invited_at?.toISOString() ?? null,
    })),
  };
}

interface ReplyRow {
  readonly id: string;
  readonly reply: Reply;
  readonly words: string | null;
  readonly at: Date;
  readonly noted: boolean;
}

interface NominationRow {
  readonly id: string;
  readonly name: string;
  readonly position: string | null;
  readonly email: string;
  readonly invited_at: Date | null;
}

/** Where an institution answers, in the language of its letter. */
export function replyUrl(
  url: string,
  { body, code }: Pick<InvitationRow, 'body' | 'code'>,
): string {
  return `${url}/exchange/${localeOf(body.source)}/reply/${code}`;
}

/** The language of our own words that goes best with a language of content. */
export function localeOf(tag: string): Locale {
  const base = tag.split('-')[0];
  return LOCALES.find((one) => one === base) ?? 'en';
}

/** The head of all letters of an edition; null where nobody has made one. */
export async function letterheadOf(
  client: pg.PoolClient,
  edition: string,
): Promise<Letterhead | null> {
  const { rows } = await client.query<Letterhead>(
    `select l.institution_id, o.name as institution, l.series, l.place, l.contact, l.signatory, l.version
     from exchange.letterhead l join exchange.institution o on o.id = l.institution_id
     where l.edition_id = $1`,
    [edition],
  );
  return rows[0] ?? null;
}

/** The time zone in which the days of an edition are days. */
export async function editionZone(client: pg.PoolClient, edition: string): Promise<string> {
  const { rows } = await client.query<{ time_zone: string }>(
    'select time_zone from exchange.edition where id = $1',
    [edition],
  );
  return rows[0]?.time_zone ?? 'UTC';
}
