import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import staticFiles from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { askedLocale } from '#domain/account/account.ts';
import { sendProblem } from './problem-reply.ts';
import type { ServerApp } from './server-app.ts';

const BUILT = fileURLToPath(new URL('../../dist/web', import.meta.url));

/**
 * Serves the built web app. Files under `/assets/` carry a hash in their name and may be kept for ever;
 * everything else is asked for again. A page address that is no file gets `index.html`.
 */
export async function serveWeb(app: ServerApp, root: string = BUILT): Promise<void> {
  const built = existsSync(join(root, 'index.html'));
  if (built) {
    await app.register(staticFiles, {
      root,
      cacheControl: false,
      setHeaders(reply, path) {
        const hashed = path.startsWith(join(root, 'assets'));
        const kept = hashed ? 'public, max-age=31536000, immutable' : 'no-cache';
        reply.header('cache-control', kept);
      },
    });
  }
  const words = built ? firstWords(readFileSync(join(root, 'index.html'), 'utf8')) : {};
  const sendPage = (request: FastifyRequest, reply: FastifyReply) => {
    // Most likely these: on a bad line they come with the code and not after it.
    const first = words[askedLocale(request.headers['accept-language'])];
    if (first !== undefined) {
      reply.header('link', `<${first}>; rel=preload; as=fetch; crossorigin=anonymous`);
    }
    return reply.sendFile('index.html');
  };
  if (built) app.get('/', { config: { public: true }, schema: { hide: true } }, sendPage);
  app.setNotFoundHandler(async (request, reply) => {
    const isPage =
      built &&
      (request.method === 'GET' || request.method === 'HEAD') &&
      !request.url.startsWith('/api/') &&
      (request.headers.accept ?? '').includes('text/html');
    return isPage ? sendPage(request, reply) : sendProblem(reply, { code: 'gone' });
  });
}

const addresses = z.record(z.string(), z.string());

/** Where the first words of each language lie, as `scripts/build/first-words.ts` wrote it into the page. */
function firstWords(page: string): Readonly<Record<string, string>> {
  const told = /<meta name="first-words" content="([^"]*)"/.exec(page)?.[1];
  return told === undefined ? {} : addresses.parse(JSON.parse(told.replaceAll('&quot;', '"')));
}
