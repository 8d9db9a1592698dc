import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { afterAll, describe, expect, it } from 'vitest';
import { serveWeb } from './web-files.ts';

const root = mkdtempSync(join(tmpdir(), 'homeward-web-'));
mkdirSync(join(root, 'assets'));
const WORDS =
  '{&quot;en&quot;:&quot;/assets/w-en.json&quot;,&quot;ru&quot;:&quot;/assets/w-ru.json&quot;}';
writeFileSync(
  join(root, 'index.html'),
  `<!doctype html><title>page</title><meta name="first-words" content="${WORDS}">`,
);
writeFileSync(join(root, 'assets', 'main-Ab12.js'), 'export {}');
writeFileSync(join(root, 'sw.js'), '');
const app = fastify().withTypeProvider<ZodTypeProvider>();
await serveWeb(app, root);
afterAll(() => app.close());

const get = (url: string, accept = '*/*') => app.inject({ url, headers: { accept } });

describe('the web app', () => {
  it('may be kept for ever where its name holds a hash, and is asked for again elsewhere', async () => {
    const kept = (await get('/assets/main-Ab12.js')).headers['cache-control'];
    expect(kept).toBe('public, max-age=31536000, immutable');
    for (const url of ['/', '/index.html', '/sw.js']) {
      expect([url, (await get(url)).headers['cache-control']]).toEqual([url, 'no-cache']);
    }
  });

  it('answers every address of a page with its one page', async () => {
    const reply = await get('/cases/some-id', 'text/html,application/xhtml+xml');
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    expect(reply.headers['cache-control']).toBe('no-cache');
  });

  // Broken on purpose: always the first language; the words of another came twice.
  it('has the first words of the reader’s language come with the page', async () => {
    const linkFor = async (language: string) =>
      (await app.inject({ url: '/', headers: { 'accept-language': language } })).headers.link;
    expect(await linkFor('kk,ru-RU;q=0.8,en;q=0.5')).toContain('</assets/w-ru.json>; rel=preload');
    expect(await linkFor('fr')).toContain('</assets/w-en.json>');
    // Nothing was put aside for it.
    expect(await linkFor('uz')).toBeUndefined();
  });

  it('answers a missing file, a missing route and a way out of its folder with a problem', async () => {
    for (const url of [
      '/assets/gone.js',
      '/api/gone',
      '/../package.json',
      '/%2e%2e/package.json',
    ]) {
      const reply = await get(url, url.startsWith('/api') ? 'text/html' : '*/*');
      expect([url, reply.statusCode, reply.headers['content-type']]).toEqual([
        url,
        404,
        'application/problem+json; charset=utf-8',
      ]);
    }
  });
});
