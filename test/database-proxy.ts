import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { afterAll } from 'vitest';

/** A door between the server and its database that a test can shut. */
export interface DatabaseProxy {
  /** The same address by way of the proxy. */
  through(url: string): string;
  /** `open` passes on; `refuse` cuts every connection and takes no new one; `silent` takes, says nothing. */
  set(state: 'open' | 'refuse' | 'silent'): Promise<void>;
}

export async function databaseProxy(url: string): Promise<DatabaseProxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let silent = false;
  const server = createServer((near) => {
    sockets.add(near);
    near.on('error', () => {}).on('close', () => sockets.delete(near));
    if (silent) return;
    const far = connect(Number(target.port), target.hostname);
    sockets.add(far);
    far.on('error', () => near.destroy()).on('close', () => sockets.delete(far));
    near.on('close', () => far.destroy());
    near.pipe(far).pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  afterAll(() => {
    cut();
    server.close();
  });
  return {
    through(original) {
      const changed = new URL(original);
      changed.hostname = '127.0.0.1';
      changed.port = String(port);
      // The socket would go past the proxy.
      changed.searchParams.delete('host');
      return changed.href;
    },
    async set(state) {
      silent = state === 'silent';
      cut();
      if (state === 'refuse') {
        if (server.listening) server.close();
      } else if (!server.listening) {
        server.listen(port, '127.0.0.1');
        await once(server, 'listening');
      }
    },
  };
}
