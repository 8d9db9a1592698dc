import { personCheck } from '#domain/person-check.ts';
import type { Problem } from '#domain/problem.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { writeLog } from '../log/write-log.ts';
import { notice } from '../notice/notice.ts';
import { askToPublish, type ToPublish } from './ask-to-publish.ts';
import { findsInForm, takesNoAnswer } from './betraying-words.ts';
import type { Published } from './publishable.ts';

interface Look {
  readonly id: string;
  readonly state: 'waiting' | 'published';
  readonly own: boolean;
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * For what an organiser lets out in one step: `clear` where the check finds nothing, or nothing that a second
 * editor has not looked at in just these words; else it waits at the desk, once for all of it, and the step is
 * taken again afterwards.
 */
export async function lookedAt(
  taking: Taking,
  deps: Pick<ExchangeDeps, 'newId' | 'clock'>,
  what: ToPublish,
): Promise<Problem | 'clear' | 'waits'> {
  const never = findsInForm(what.texts, takesNoAnswer, '');
  if (never !== null) return never;
  const found = [...new Set(personCheck(what.texts).map(({ field }) => field))];
  if (found.length === 0) return 'clear';
  const { rows } = await taking.client.query<Look>(
    `select id, state, asked_by = exchange.me() as own, texts from exchange.publication
     where subject_kind = $1 and subject_id = $2 and state in ('waiting', 'published')`,
    [what.kind, what.id],
  );
  const same = (look: Look) => (field: string) => look.texts[field] === what.texts[field];
  const done = rows.filter(({ state }) => state === 'published');
  const fresh = found.filter((field) => !done.some((look) => same(look)(field)));
  if (fresh.length === 0) return 'clear';
  const waiting = rows.find(({ state }) => state === 'waiting');
  if (waiting !== undefined && fresh.every(same(waiting))) return 'waits';
  if (waiting?.own === false) return { code: 'words_wait' };
  if (waiting !== undefined)
    await taking.client.query('delete from exchange.publication where id = $1', [waiting.id]);
  const asked = await askToPublish(taking, deps, { ...what, texts: withTheirOwn(what, fresh) });
  if ('code' in asked) return asked;
  await writeLog(deps, taking, 'publication_asked', [what.kind, what.id]);
  return 'waits';
}

/** The texts in which something was found and what stands beside them: of one session, or of all that has no number. */
function withTheirOwn({ texts }: ToPublish, fresh: readonly string[]): Record<string, string> {
  const groups = new Set(fresh.map(groupOf));
  return Object.fromEntries(Object.entries(texts).filter(([field]) => groups.has(groupOf(field))));
}

/** `12` of `abstract_12.ru`. */
function groupOf(field: string): string {
  return /_(\d+)\./.exec(field)?.[1] ?? '';
}

/** Tells whoever asked that the desk has decided; `workspace` is where they go on. */
export async function tellWhoAsked(
  taking: Taking,
  deps: ExchangeDeps,
  kind: 'look_done' | 'look_sent_back',
  { subject, workspace }: { subject: [kind: string, what: Published]; workspace: string },
): Promise<void> {
  const [noun, { id, version }] = subject;
  const { rows } = await taking.client.query<{ asked_by: string }>(
    `select asked_by from exchange.publication where subject_kind = $1 and subject_id = $2
       and version = $3 and decided_by = exchange.me() order by decided_at desc limit 1`,
    [noun, id, version],
  );
  await notice(
    taking,
    deps,
    rows.map((row) => row.asked_by),
    { kind, details: { workspace } },
  );
}
