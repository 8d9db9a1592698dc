import { LOCALES, type Locale } from '#domain/account/account.ts';
import { drawnChart } from '#domain/exchange/evidence/chart.ts';
import type { Taking } from '../exchange-database.ts';
import { html } from '../page/html.ts';
import { plain, speakerFor } from '../page/page.ts';
import { chartSvg } from './chart-svg.ts';
import { chartWords } from './chart-words.ts';
import { evidenceTable, evidenceVersion, tableOf } from './evidence-rows.ts';

interface CopiedChart {
  readonly svg: string;
  readonly title: string;
  readonly description: string;
}

/** Charts that stand in texts, by `table/chart-1`, drawn for the readers of each language. */
export type CopiedCharts = ReadonlyMap<string, Readonly<Record<Locale, CopiedChart>>>;

const ADDRESS = /\/exchange\/(?:en|ru|uz)\/evidence\/([a-z0-9-]{2,80})\/(chart-[1-9])\.svg/g;
/** A text may name many; a copy holds the first of them. */
const MOST = 60;

/** The charts that the texts of a copy name, as far as everybody may read their tables now. */
export async function chartsIn(taking: Taking, texts: unknown): Promise<CopiedCharts> {
  const found = JSON.stringify(texts).matchAll(ADDRESS);
  const named = new Map([...found].map(([, slug = '', chart = '']) => [`${slug}/${chart}`, slug]));
  const charts = new Map<string, Readonly<Record<Locale, CopiedChart>>>();
  for (const [key, slug] of [...named].slice(0, MOST)) {
    const table = await evidenceTable(taking, 'slug', slug);
    const version = table && (await evidenceVersion(taking, table, 'shown'));
    const spec = version?.charts[Number(key.slice(-1)) - 1];
    if (table === undefined || version === undefined || spec === undefined) continue;
    const chart = drawnChart(tableOf(version.cells), spec);
    if ('code' in chart) continue;
    const drawn = LOCALES.map((lang) => {
      const words = chartWords(speakerFor(lang), lang, { chart, title: plain(lang, table.title) });
      const { title, description } = words;
      return [lang, { svg: chartSvg(chart, words), title, description }] as const;
    });
    charts.set(key, Object.fromEntries(drawn) as Record<Locale, CopiedChart>);
  }
  return charts;
}

/** Where a chart lies in a copy, seen from the pages of its language. */
export function chartFile(key: string): string {
  return `charts/${key.replace('/', '-')}.svg`;
}

const PLACED = /<figure tabindex="0">.*?<\/figure>/gs;
const WHICH = /\/evidence\/([a-z0-9-]{2,80}\/chart-[1-9])\.svg/;

/**
 * A page of the copy in which each chart is the file beside it. One whose table nobody may read any more is
 * left out: without a connection it would be a hole.
 */
export function withOwnCharts(lang: Locale, page: string, charts: CopiedCharts): string {
  return page.replace(PLACED, (figure) => {
    const key = WHICH.exec(figure)?.[1] ?? '';
    const chart = charts.get(key)?.[lang];
    if (chart === undefined) return '';
    return html`<figure tabindex="0"><img src="${chartFile(key)}" alt="${chart.description}">
<figcaption class="soft">${chart.title}</figcaption></figure>`.markup;
  });
}
