import type { SubjectKind } from '#domain/exchange/publication/publication.ts';
import { type PersonFinding, type PersonRule, personCheck } from '#domain/person-check.ts';
import type { Problem } from '#domain/problem.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';

/** What is to go out: everything that readers will see, by field and language (`summary.ru`). */
export interface ToPublish {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly version: number;
  /** What the editor's list calls it. */
  readonly title: string;
  readonly texts: Readonly<Record<string, string>>;
  /** What the texts are meant to be, and so no finding: a name where somebody gives their own. */
  readonly meant?: readonly PersonRule[];
}

/**
 * Puts a version of something before the second editor, with what the check of people finds in it.
 * Whoever acts in the transaction asks, and can never publish it. `already_so` where it waits already.
 */
export async function askToPublish(
  { client, participant }: Taking,
  deps: Pick<ExchangeDeps, 'newId' | 'clock'>,
  what: ToPublish,
): Promise<Problem | { publication_id: string; findings: PersonFinding[] }> {
  const findings = personCheck(what.texts).filter(({ rule }) => !what.meant?.includes(rule));
  const id = deps.newId();
  const { rowCount } = await client.query(
    `insert into exchange.publication (id, subject_kind, subject_id, version, title, asked_by, asked_at,
       texts, findings)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (subject_kind, subject_id) where state = 'waiting' do nothing`,
    [
      ...[id, what.kind, what.id, what.version, what.title.slice(0, 300), participant],
      ...[deps.clock(), JSON.stringify(what.texts), JSON.stringify(findings)],
    ],
  );
  if (rowCount === 0) return { code: 'already_so' };
  return { publication_id: id, findings };
}
