import { z } from 'zod';
import { me as meSchema } from '#domain/account/account.ts';
import { pulledRow, rowsOfFiles } from './lost-file.ts';
import type { DeviceStore } from './store.ts';

const fact = z.object({
  case_id: z.string(),
  kind: z.string(),
  order: z.number(),
  actor: z.object({ id: z.string() }),
  body: z.object({ until: z.string().optional(), account_id: z.string().optional() }).nullable(),
});
type Known = z.infer<typeof fact>;
const placed = z.object({ place_path: z.array(z.string()) });

/**
 * Takes away the files that this account opened in an emergency, once their time is over: by the
 * device's own clock, because there may be no line. What waits in the outbox stays and goes to the
 * supervisor of the file.
 */
export async function dropEnded(store: DeviceStore, account: string, now: Date): Promise<void> {
  const about = new Map<string, Known[]>();
  for (const row of (await store.list('fact')).values()) {
    const known = fact.safeParse(pulledRow.safeParse(row).data?.data).data;
    if (known === undefined || !/^(opened_in_emergency|worker_assigned)$/.test(known.kind))
      continue;
    about.set(known.case_id, [...(about.get(known.case_id) ?? []), known]);
  }
  const ended = [...about].filter(([, facts]) => hasEnded(facts, account, now.toISOString()));
  const lost: string[] = [];
  for (const [id] of ended) if (!(await isOfMyPlace(store, id))) lost.push(id);
  if (lost.length > 0) await store.write([], await rowsOfFiles(store, new Set(lost)));
}

/** True where the account opened it, all its openings are over, and it has not become its worker. */
function hasEnded(facts: readonly Known[], account: string, now: string): boolean {
  const own = facts.filter(
    ({ kind, actor }) => kind === 'opened_in_emergency' && actor.id === account,
  );
  const worker = facts
    .filter(({ kind }) => kind === 'worker_assigned')
    .toSorted((a, b) => a.order - b.order)
    .at(-1);
  return (
    own.length > 0 &&
    own.every(({ body }) => (body?.until ?? '') <= now) &&
    worker?.body?.account_id !== account
  );
}

/** A supervisor keeps a file that has come to the own place since. */
async function isOfMyPlace(store: DeviceStore, id: string): Promise<boolean> {
  const row = pulledRow.safeParse(await store.get('case', id)).data?.data;
  const me = meSchema.safeParse(await store.get('me', 'me')).data;
  const path = placed.safeParse(row).data?.place_path ?? [];
  return me?.role === 'supervisor' && me.place_id !== null && path.includes(me.place_id);
}
