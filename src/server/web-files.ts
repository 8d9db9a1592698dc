import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import staticFiles from '@fastify/static';
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
  app.setNotFoundHandler(async (request, reply) => {
    const isPage =
      built &&
      (request.method === 'GET' || request.method === 'HEAD') &&
      !request.url.startsWith('/api/') &&
      (request.headers.accept ?? '').includes('text/html');
    if (isPage) return reply.sendFile('index.html');
    return sendProblem(reply, { code: 'gone' });
  });
}
