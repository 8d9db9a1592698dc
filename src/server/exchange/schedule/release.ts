import type { Locale } from '#domain/account/account.ts';
import type { NoticeKind } from '#domain/exchange/notice.ts';
import { difference, newsOf, type SessionChange } from '#domain/exchange/schedule/difference.ts';
import { programmeOf, type ScheduleDraft } from '#domain/exchange/schedule/draft.ts';
import { forReaders, type Programme, placed } from '#domain/exchange/schedule/programme.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { notice } from '../notice/notice.ts';
import { lookedAt } from '../publication/looked-at.ts';
import { logged } from './logged.ts';
import { textsOfProgramme } from './programme-publishing.ts';
import { findEdition, loadDraft } from './schedule-rows.ts';
import { lastWhole } from './version-rows.ts';

/** To whom a letter goes once the version stands. */
export interface Concerned {
  readonly email: string;
  readonly locale: Locale;
}

interface Release {
  readonly number: number;
  readonly changes: number;
  readonly slug: string;
  readonly concerned: readonly Concerned[];
}

/** Words in it are to be looked at first; afterwards it is released by the same step. */
interface Waits {
  readonly waits: true;
}

/**
 * Makes the draft a version that never changes, with what is other than in the last one; tells whoever appears in a
 * session that is new, moved, changed or cancelled, but of a translation alone nobody. Where the check finds somebody in its words, a second editor
 * looks at those words first, once for the whole release.
 */
export async function release(
  taking: Taking,
  deps: Pick<ExchangeDeps, 'newId' | 'clock'>,
  key: string,
  seen: number,
): Promise<Problem | Release | Waits> {
  const { client } = taking;
  const edition = await findEdition(taking, key);
  if (edition === undefined || !taking.holds(edition.id, 'organiser')) return { code: 'gone' };
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [edition.id]);
  const draft = await loadDraft(taking, edition);
  const last = draft.released?.number ?? 0;
  // Somebody released another version since this organiser looked.
  if (last !== seen) return { code: 'version_conflict' };
  const whole = programmeOf(draft);
  if (placed(whole.sessions).length === 0) return { code: 'programme_empty' };
  const before = await lastWhole(taking, edition.id);
  const changes = difference(before, whole);
  // What was taken down is released anew once its words are others, of whatever language.
  const hidden = draft.released?.taken_down === true;
  if (changes.length === 0 && !hidden) return { code: 'programme_unchanged' };
  const readable = forReaders(whole);
  const look = await lookedAt(taking, deps, {
    ...{ kind: 'programme', id: edition.id, version: last + 1 },
    title: inLanguage(edition.title, edition.title.source).text,
    texts: textsOfProgramme(readable),
  });
  if (look === 'waits') return { waits: true };
  if (look !== 'clear') return look;
  const open = difference(before === null || hidden ? null : forReaders(before), readable);
  const [id, number] = [deps.newId(), last + 1];
  await client.query(
    `insert into exchange.programme_version
       (id, edition_id, number, released_at, released_by, programme, changes)
     values ($1, $2, $3, $4, exchange.me(), $5, $6)`,
    [id, edition.id, number, deps.clock(), JSON.stringify(readable), JSON.stringify(open)],
  );
  await client.query(
    'insert into exchange.programme_version_whole (version_id, edition_id, programme) values ($1, $2, $3)',
    [id, edition.id, JSON.stringify(whole)],
  );
  await client.query(
    `update exchange.session set state = case when starts_at is not null and minutes is not null then 'published'
         when state = 'published' then 'cancelled' else state end
     where edition_id = $1`,
    [edition.id],
  );
  await logged(taking, deps, 'released', 'edition', edition.id, { number });
  const told = await tell(taking, deps, draft, { changes: newsOf(changes), before });
  const concerned = await client.query<Concerned>(
    'select email, locale from exchange_auth.account where id = any($1) and disabled_at is null',
    [told],
  );
  return { number, changes: changes.length, slug: edition.slug, concerned: concerned.rows };
}

/** One notice for each change and everybody whom it concerns; answers who was told. */
async function tell(
  taking: Taking,
  deps: Pick<ExchangeDeps, 'newId' | 'clock'>,
  draft: Omit<ScheduleDraft, 'changes'>,
  { changes, before }: { changes: readonly SessionChange[]; before: Programme | null },
): Promise<string[]> {
  const told = new Set<string>();
  const kinds = new Map<string, NoticeKind>();
  // Moved says more than changed: one notice a session is enough.
  for (const { sessionId, kind } of changes) {
    if (kinds.get(sessionId) !== 'programme_moved') kinds.set(sessionId, `programme_${kind}`);
  }
  for (const [sessionId, kind] of kinds) {
    const session = draft.sessions.find((one) => one.id === sessionId);
    const earlier = before?.sessions.find(({ id }) => id === sessionId)?.people ?? [];
    const people = [
      ...(session?.people.map(({ participant_id }) => participant_id) ?? []),
      ...earlier.flatMap(({ participantId }) => participantId ?? []),
    ];
    const path = `${draft.edition.slug}/programme${kind === 'programme_cancelled' ? '' : `/${sessionId}`}`;
    await notice(taking, deps, people, { kind, details: { path, session: sessionId } });
    for (const id of people) told.add(id);
  }
  return [...told];
}
