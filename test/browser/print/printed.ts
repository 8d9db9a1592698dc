import type { Page } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';

const MM = 25.4 / 72;
const MM_OF_PIXEL = 25.4 / 96;

/** A line of a PDF: its page, where it begins in millimetres from the upper left corner, and its text. */
export interface PrintedLine {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}
export interface Printed {
  readonly pages: number;
  readonly lines: readonly PrintedLine[];
  /** What must never be on paper: text over the edge, letters in another font or in none. */
  readonly faults: readonly string[];
}

/** Prints the page as the browser does, and reads back what stands on the paper. */
export async function printed(page: Page, margin_mm: number): Promise<Printed> {
  // As wide as the paper between its margins.
  const width = Math.round((210 - 2 * margin_mm) / MM_OF_PIXEL);
  await page.setViewportSize({ width, height: 1000 });
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('[data-sheet] *:not(.visually-hidden)')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
      .filter((one) => getComputedStyle(one).display !== 'inline')
      .map((one) => `wider than its place: ${one.textContent}`),
  );
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const faults = [...wide, ...fontFaults(pdf)];
  const proof = await getDocumentProxy(new Uint8Array(pdf));
  const runs: Run[] = [];
  for (let number = 1; number <= proof.numPages; number += 1) {
    const sheet = await proof.getPage(number);
    const [, , width = 0, height = 0] = sheet.view;
    const { items } = await sheet.getTextContent();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [, , , , left = 0, base = 0] = item.transform as number[];
      const [x, y] = [left * MM, (height - base) * MM];
      const run = { page: number, x, y, text: item.str, end: x + item.width * MM };
      const right = width * MM - margin_mm + 1;
      const below = y > height * MM - margin_mm + 1 && !/^\d+ \/ \d+$/.test(item.str.trim());
      if (x < margin_mm - 1 || run.end > right || below) {
        faults.push(`over the edge of page ${number}: ${item.str}`);
      }
      runs.push(run);
    }
  }
  return { pages: proof.numPages, lines: joined(runs), faults };
}

type Run = PrintedLine & { readonly end: number };

/** Runs that go on where the one before ended are one text; a column further on is another. */
function joined(runs: readonly Run[]): readonly PrintedLine[] {
  const lines: Run[] = [];
  for (const run of runs) {
    const last = lines.at(-1);
    const gap = last === undefined ? Infinity : run.x - last.end;
    if (last?.page === run.page && Math.abs(last.y - run.y) < 0.5 && gap > -0.5 && gap < 1.6) {
      const text = `${last.text}${gap > 0.3 ? ' ' : ''}${run.text}`;
      lines[lines.length - 1] = { ...last, text, end: run.end };
    } else lines.push(run);
  }
  return lines;
}

/** Every letter comes from our own font: one that it lacks would be an empty box on another machine. */
function fontFaults(pdf: Buffer): string[] {
  const names = new Set(
    [...pdf.toString('latin1').matchAll(/\/BaseFont\s*\/([^\s/<>[\]()]+)/g)].map(
      ([, name]) => name,
    ),
  );
  return [...names]
    .filter((name) => !/NotoSans/i.test(name ?? ''))
    .map((name) => `another font: ${name}`);
}

/** As it is kept: the text line by line with whole millimetres in front. */
export function written({ pages, lines }: Printed): string {
  const rows = lines.map(({ page, x, y, text }) =>
    [page, Math.round(x), Math.round(y), text.replaceAll('\u00a0', ' ')].join('\t'),
  );
  return `${[`pages ${pages}`, ...rows].join('\n')}\n`;
}
