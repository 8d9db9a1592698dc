import { z } from 'zod';
import { LOCALES } from '#domain/account/account.ts';
import { inLanguage, type Wording } from '#domain/exchange/wording.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { addressOf, boardQuery, filterOf } from './board-pages.ts';
import { type BoardLine, boardLines } from './recommendation-rows.ts';

/** More than this is no file that anybody opens; the board itself goes on by pages. */
const MOST = 2000;
const COLUMNS = [
  ...[
    'edition',
    'number',
    'status',
    'late',
    'theme',
    'text',
    'language_of_text',
    'adopted_on',
    'body',
  ],
  ...[
    'lead_owner',
    'country_of_owner',
    'co_owners',
    'due_on',
    'review_on',
    'replaced_by',
    'address',
  ],
] as const;

/** The board as a file: CSV in one language, JSON with every language. */
export function addBoardFiles(app: ServerApp, deps: ExchangeDeps): void {
  const lines = (query: z.infer<typeof boardQuery>) =>
    deps.exchange.as(null, (taking) =>
      boardLines(taking, filterOf(query), { now: deps.clock(), limit: MOST }),
    );

  app.get(
    '/exchange/recommendations.csv',
    {
      schema: {
        querystring: boardQuery.extend({ lang: z.enum(LOCALES).catch('en').default('en') }),
      },
      config: { public: true },
    },
    async (request, reply) => {
      const { lang, ...query } = request.query;
      const rows = await lines(query);
      const said = (wording: Wording) => inLanguage(wording, lang).text;
      const cells = rows.map((row) => [
        ...[row.edition, row.number, row.status, row.late ?? '', row.theme, said(row.text)],
        ...[inLanguage(row.text, lang).lang, row.adopted_on ?? ''],
        ...[row.body === null ? '' : said(row.body), row.lead === null ? '' : said(row.lead.name)],
        ...[row.lead?.country ?? '', row.co_owners.map(({ name }) => said(name)).join('; ')],
        ...[row.due_on ?? '', row.review_on ?? '', row.replaced_by ?? ''],
        `${deps.config.url}${addressOf(lang, row)}`,
      ]);
      const text = [COLUMNS, ...cells].map((line) => line.map(csvCell).join(',')).join('\r\n');
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="recommendations.csv"')
        .send(`\uFEFF${text}\r\n`);
    },
  );

  app.get(
    '/exchange/recommendations.json',
    { schema: { querystring: boardQuery }, config: { public: true } },
    async (request, reply) => {
      const rows = await lines(request.query);
      const recommendations = rows.map((row) => ({
        ...{ edition: row.edition, number: row.number, status: row.status, late: row.late },
        ...{ theme: row.theme, text: textsOf(row.text), adopted_on: row.adopted_on },
        body: row.body === null ? null : textsOf(row.body),
        lead_owner: row.lead === null ? null : ownerOf(row.lead),
        co_owners: row.co_owners.map(ownerOf),
        ...{ due_on: row.due_on, review_on: row.review_on, replaced_by: row.replaced_by },
        address: `${deps.config.url}${addressOf('en', row)}`,
      }));
      return reply
        .header('content-type', 'application/json; charset=utf-8')
        .header('content-disposition', 'attachment; filename="recommendations.json"')
        .send(JSON.stringify({ recommendations }));
    },
  );
}

/** The text by language, without who translated it. */
function textsOf({ versions }: Wording): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(versions).map(([lang, { text }]) => [lang, text]));
}

function ownerOf({ name, country }: NonNullable<BoardLine['lead']>) {
  return { name: textsOf(name), country };
}

/** A cell that no spreadsheet takes for a formula. */
function csvCell(value: string | number): string {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
