import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { lingui } from '@lingui/vite-plugin';
import { expect, type Page, test } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { PRINT_LANGUAGES, type PrintLanguage } from '#domain/print/language.ts';
import { allPapers, type Paper } from '#test/papers.ts';
import { type Printed, printed, written } from './print/printed.ts';

// Every print in every language, as the browser prints it, beside what was looked at once and kept in
// test/golden: text line by line, in its place within a few millimetres. Written anew by
// `npx playwright test browser/prints --update-snapshots`, and then looked at again.

const GOLDEN = join(import.meta.dirname, '../golden');
const STAGE = join(import.meta.dirname, 'print');
const TYPES: Readonly<Record<string, string>> = {
  ...{ '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' },
  '.woff2': 'font/woff2',
};
const WRITING: readonly string[] = ['all', 'changed'];
/** Another filling of a print that is here already. */
const ALIKE: readonly string[] = ['home-visit-unsaid', 'decision-sensitive'];
const HOST = 'http://prints.test';
/** Another version of the browser sets a line a little elsewhere; nobody sees so much. */
const NEAR_MM = 4;

test('every print in every language is the one that was looked at', async ({ page }, info) => {
  const outDir = info.outputPath('stage');
  await build({
    ...{ configFile: false, root: STAGE, base: '/', logLevel: 'error' },
    plugins: [lingui({ macroTransform: true }), react()],
    build: { outDir, minify: false, assetsInlineLimit: 0, emptyOutDir: true },
  });
  await page.route(`${HOST}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const path = join(outDir, pathname === '/' ? 'index.html' : pathname);
    if (!existsSync(path)) return route.fulfill({ status: 404 });
    return route.fulfill({ path, contentType: TYPES[extname(path)] ?? 'text/plain' });
  });
  await page.goto(HOST);
  await page.emulateMedia({ media: 'print' });
  for (const [name, paper] of Object.entries(allPapers())) {
    if (ALIKE.includes(name)) continue;
    for (const language of PRINT_LANGUAGES) {
      const found = await onPaper(page, paper, language);
      const path = join(GOLDEN, `${name}.${language}.txt`);
      if (WRITING.includes(info.config.updateSnapshots)) writeFileSync(path, written(found));
      const title = `${name} in ${language}`;
      expect.soft(found.faults, title).toEqual([]);
      expect.soft(differences(readFileSync(path, 'utf8'), found), title).toEqual([]);
    }
  }

  await test.step('What must not be on paper is found', async () => {
    const { plan } = allPapers();
    if (plan === undefined) throw new Error('there is no plan');
    const words = (text: string) => ({
      ...plan.content,
      words: { wishes: { as: 'text', text } } as const,
    });
    // A letter that our font lacks; then a line that may not break.
    const alien = await onPaper(page, { ...plan, content: words('A wish in ᠮᠣᠩ') }, 'en');
    expect(alien.faults.join()).toContain('another font');
    await page.addStyleTag({ content: '[data-sheet] p { white-space: nowrap }' });
    const long = await onPaper(page, { ...plan, content: words('A wish '.repeat(40)) }, 'en');
    expect(long.faults.join()).toContain('wider than its place');
  });
});

async function onPaper(page: Page, paper: Paper, language: PrintLanguage): Promise<Printed> {
  await page.evaluate(([one, locale]) => window.show(one, locale), [paper, language] as const);
  return printed(page, paper.layout.page.margin_mm);
}

/** What is otherwise than it was: other words, another number of pages, or the same words elsewhere. */
function differences(kept: string, found: Printed): string[] {
  const [pages = '', ...rows] = kept.trimEnd().split('\n');
  const now = written(found)
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t'));
  const before = rows.map((row) => row.split('\t'));
  const texts = (list: readonly string[][]) => list.map(([sheet, , , text]) => `${sheet} ${text}`);
  const other = texts(now).filter((row, at) => texts(before)[at] !== row);
  if (other.length > 0 || now.length !== before.length || pages !== `pages ${found.pages}`) {
    return [`${pages} before, ${found.pages} now`, ...other];
  }
  return now.flatMap(([, x, y, text], at) => {
    const [, oldX, oldY] = before[at] ?? [];
    const far = Math.max(Math.abs(Number(x) - Number(oldX)), Math.abs(Number(y) - Number(oldY)));
    return far > NEAR_MM ? [`${far} mm away: ${text}`] : [];
  });
}
