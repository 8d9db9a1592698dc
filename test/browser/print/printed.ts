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
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const lines: PrintedLine[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const sheet = await document.getPage(number);
    const [, , width = 0, height = 0] = sheet.view;
    const { items } = await sheet.getTextContent();
    let before: { line: PrintedLine; end: number } | null = null;
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [, , , , left = 0, base = 0] = item.transform as number[];
      const [x, y] = [left * MM, (height - base) * MM];
      const end = x + item.width * MM;
      if (
        x < margin_mm - 1 ||
        end > width * MM - margin_mm + 1 ||
        y > height * MM - margin_mm + 1
      ) {
        faults.push(`over the edge of page ${number}: ${item.str}`);
      }
      if (
        before !== null &&
        Math.abs(before.line.y - y) < 0.5 &&
        x - before.end < 1.6 &&
        x >= before.end - 0.5
      ) {
        const gap = x - before.end > 0.3 ? ' ' : '';
        const text: string = `${before.line.text}${gap}${item.str}`;
        before = { line: { ...before.line, text }, end };
        lines[lines.length - 1] = before.line;
        continue;
      }
      before = { line: { page: number, x, y, text: item.str }, end };
      lines.push(before.line);
    }
  }
  return { pages: document.numPages, lines, faults };
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
