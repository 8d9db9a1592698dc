import { z } from 'zod';
import { LOCALES, type Locale } from '#domain/account/account.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import type { ServerApp } from '../../server-app.ts';
import { chartsIn } from '../evidence/copied-charts.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { materialsToCopy } from '../material/material-copy.ts';
import { publicMinutes } from '../minutes/minutes-rows.ts';
import { pageParams, sendNothing } from '../page/page.ts';
import { proceedingsFile } from '../proceedings/proceedings-file.ts';
import { proceedingsOut } from '../proceedings/proceedings-rows.ts';
import { released } from '../schedule/version-rows.ts';
import { type EditionToCopy, editionCopy } from './edition-copy.ts';

/** The copy of an edition to take along, from its own page and from its programme. */
export function addCopyFiles(app: ServerApp, deps: ExchangeDeps): void {
  const options = {
    schema: { params: pageParams.extend({ edition: z.string().max(80) }) },
    config: { public: true },
  };
  for (const path of ['copy.zip', 'programme/copy.zip'])
    app.get(`/exchange/:lang/:edition/${path}`, options, async (request, reply) => {
      const { lang, edition: slug } = request.params;
      const found = await toCopy(deps, slug);
      if (found === undefined || isEmpty(found)) return sendNothing(reply, lang);
      const edition = { ...found, papers: await papersOf(deps, slug, found.proceedings) };
      return reply
        .header('content-type', 'application/zip')
        .header('content-disposition', `attachment; filename="${slug}.zip"`)
        .header('cache-control', 'no-cache')
        .send(Buffer.from(editionCopy(edition)));
    });
}

/** What a reader without an account may take along; undefined where there is no such edition. */
async function toCopy(deps: ExchangeDeps, slug: string): Promise<WithoutPapers | undefined> {
  return deps.exchange.as(null, async (taking) => {
    const { rows } = await taking.client.query<{ id: string; title: Wording; time_zone: string }>(
      `select id, title, time_zone from exchange.edition where slug = $1 and state <> 'draft'`,
      [slug],
    );
    const [row] = rows;
    if (row === undefined) return undefined;
    const texts = {
      released: await released(taking, row.id),
      proceedings: await proceedingsOut(taking, slug),
      minutes: await publicMinutes(taking, slug),
    };
    return {
      ...{ title: row.title, time_zone: row.time_zone, ...texts },
      materials: await materialsToCopy(taking, row.id),
      charts: await chartsIn(taking, texts),
    };
  });
}

type WithoutPapers = Omit<EditionToCopy, 'papers'>;

/** Proceedings as files, by language; drawn when the reading of tables is over. */
async function papersOf(
  { config }: ExchangeDeps,
  slug: string,
  out: EditionToCopy['proceedings'],
): Promise<EditionToCopy['papers']> {
  const papers = new Map<Locale, Buffer>();
  if (out !== undefined)
    for (const lang of LOCALES)
      papers.set(lang, (await proceedingsFile(config.url, lang, slug, out)).bytes);
  return papers;
}

function isEmpty({ released: of, proceedings, minutes, materials }: WithoutPapers): boolean {
  return of === undefined && proceedings === undefined && minutes.length + materials.length === 0;
}
