import { Agent, request } from 'node:http';

export interface Figures {
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  /** Answers a second over all clients. */
  readonly rate: number;
  readonly count: number;
}

/** Runs `work` from `clients` at once, `each` times; every run is timed. Throws on the first failure. */
export async function load(
  clients: number,
  each: number,
  work: (client: number, run: number) => Promise<void>,
): Promise<Figures> {
  const times: number[] = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let run = 0; run < each; run += 1) {
        const start = performance.now();
        await work(client, run);
        times.push(performance.now() - start);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), rate: times.length / seconds, count: times.length };
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One HTTP call; answers status and body text. */
export function http(
  method: string,
  url: string,
  cookie: string,
  body?: unknown,
  more: Readonly<Record<string, string>> = {},
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const headers: Record<string, string | number> = { cookie, ...more };
    if (payload !== undefined) {
      headers['content-type'] = 'application/json';
      headers['content-length'] = Buffer.byteLength(payload);
    }
    const call = request(url, { method, agent, headers }, (reply) => {
      let text = '';
      reply.setEncoding('utf8');
      reply.on('data', (chunk: string) => {
        text += chunk;
      });
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text }));
    });
    call.on('error', reject);
    call.end(payload);
  });
}
