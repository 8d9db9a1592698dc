import type pg from 'pg';
import type { NewsKind, NewsLine, NewsSheet, QuotationSheet } from '#domain/exchange/news/news.ts';
import { approvalState, type QuotationApproval } from '#domain/exchange/news/quotation.ts';
import type { Wording } from '#domain/exchange/wording.ts';

const PAGE = 50;

interface NewsRow {
  readonly id: string;
  readonly slug: string;
  readonly edition_id: string | null;
  readonly kind: NewsKind;
  readonly title: Wording;
  readonly lead: Wording;
  readonly body: Wording;
  readonly created_at: Date;
  readonly version: number;
  readonly state: NewsLine['state'] | null;
}

interface QuotationRow {
  readonly id: string;
  readonly news_id: string;
  readonly participant_id: string;
  readonly speaker: string;
  readonly institution: Wording | null;
  readonly words: Wording;
  readonly news_title: Wording;
  readonly said: readonly (QuotationApproval & { readonly at: string })[];
}

/** A quotation as its row is read, with what its speaker said to it. */
export type Quotation = QuotationRow;

const NEWS = `select n.id, n.slug, n.edition_id, n.kind, n.title, n.lead, n.body, n.created_at, n.version,
    (select p.state from exchange.publication p where p.subject_kind = 'news' and p.subject_id = n.id
      order by p.asked_at desc, p.id desc limit 1) as state
  from exchange.news n`;
const QUOTATION = `select q.id, q.news_id, q.participant_id, q.speaker, q.institution, q.words, q.news_title,
    coalesce((select jsonb_agg(jsonb_build_object('lang', a.lang, 'text', a.words, 'approved', a.approved,
      'at', a.at)) from exchange.quotation_approval a where a.quotation_id = q.id), '[]') as said
  from exchange.quotation q`;

/** A page of the news that this participant works on, the newest first. */
export async function newsList(client: pg.PoolClient, edition: string | null, after: number) {
  const { rows } = await client.query<NewsRow>(
    `${NEWS} where $1::uuid is null or n.edition_id = $1 order by n.created_at desc, n.id
     limit $2 offset $3`,
    [edition, PAGE + 1, after],
  );
  const shown = rows.slice(0, PAGE);
  const quoted = await quotationsOf(
    client,
    shown.map((row) => row.id),
  );
  return { news: shown.map((row) => lineOf(row, quoted)), more: rows.length > PAGE };
}

/** One item with its quotations; null where this participant may not work on it. */
export async function newsSheetOf(client: pg.PoolClient, id: string): Promise<NewsSheet | null> {
  const { rows } = await client.query<NewsRow>(`${NEWS} where n.id = $1`, [id]);
  const [row] = rows;
  if (row === undefined) return null;
  const quoted = await quotationsOf(client, [id]);
  const { lead, body } = row;
  return { ...lineOf(row, quoted), lead, body, quotations: quoted.map(quotationSheetOf) };
}

/** The quotations of some items, in the order in which they were added. */
export async function quotationsOf(
  client: pg.PoolClient,
  news: readonly string[],
): Promise<Quotation[]> {
  const { rows } = await client.query<QuotationRow>(
    `${QUOTATION} where q.news_id = any($1) order by q.created_at, q.id limit 500`,
    [news],
  );
  return rows;
}

/** The quotations of one speaker, the newest first. */
export async function quotationsBy(client: pg.PoolClient, speaker: string): Promise<Quotation[]> {
  const { rows } = await client.query<QuotationRow>(
    `${QUOTATION} where q.participant_id = $1 order by q.created_at desc, q.id limit 50`,
    [speaker],
  );
  return rows;
}

export async function quotationById(
  client: pg.PoolClient,
  id: string,
  lock: '' | 'for update of q' = '',
): Promise<Quotation | null> {
  const { rows } = await client.query<QuotationRow>(`${QUOTATION} where q.id = $1 ${lock}`, [id]);
  return rows[0] ?? null;
}

export function quotationSheetOf(row: Quotation): QuotationSheet {
  const { id, participant_id, speaker, words, news_title } = row;
  return {
    ...{ id, participant_id, speaker, words, news_title },
    versions: versionsOf(words).map((version) => {
      const at = row.said.find((one) => one.lang === version.lang)?.at ?? null;
      const state = approvalState(version, row.said);
      const told = state === 'waiting' || at === null ? null : new Date(at).toISOString();
      return { ...version, state, at: told };
    }),
  };
}

/** The versions of a wording as a list. */
export function versionsOf(words: Wording): { lang: string; text: string }[] {
  return Object.entries(words.versions).map(([lang, { text }]) => ({ lang, text }));
}

function lineOf(row: NewsRow, quoted: readonly Quotation[]): NewsLine {
  const { id, slug, edition_id, kind, title, version } = row;
  const own = quoted.filter((one) => one.news_id === id);
  const unapproved = own.filter((one) =>
    versionsOf(one.words).every((said) => approvalState(said, one.said) !== 'approved'),
  ).length;
  return {
    ...{ id, slug, edition_id, kind, title, version, unapproved },
    ...{ created_at: row.created_at.toISOString(), state: row.state ?? 'draft' },
  };
}
