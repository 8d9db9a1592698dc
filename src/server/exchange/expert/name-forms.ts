import type { Problem } from '#domain/problem.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { askToPublish } from '../publication/ask-to-publish.ts';

/** Forms of a name by language. */
export type Forms = Readonly<Record<string, string>>;

/** Forms that no second editor has seen; the name of the account (`own`) is shown anyway. */
export function newForms(names: Forms, known: Forms, own: string): Forms {
  return chosen(names, (lang, said) => known[lang] !== said && said !== own);
}

/** What readers have meanwhile: of a form that changes, the old one. */
export function standingForms(names: Forms, known: Forms, own: string): Forms {
  const fresh = newForms(names, known, own);
  return {
    ...chosen(names, (lang) => !(lang in fresh)),
    ...chosen(known, (lang) => lang in fresh),
  };
}

/** Puts them before the second editor in one request; what waited in other words is said anew. */
export async function askForNames(
  deps: ExchangeDeps,
  taking: Taking,
  me: { readonly id: string; readonly name: string; readonly version: number },
  fresh: Forms,
): Promise<Problem | null> {
  const texts = Object.fromEntries(
    Object.entries(fresh).map(([lang, said]) => [`name.${lang}`, said] as const),
  );
  const waiting = await taking.client.query(
    `select from exchange.publication where subject_kind = 'expert' and subject_id = $1
       and state = 'waiting' and texts = $2::jsonb`,
    [me.id, JSON.stringify(texts)],
  );
  if (waiting.rowCount === 1) return null;
  await withdrawNames(taking, me.id);
  if (Object.keys(fresh).length === 0) return null;
  const asked = await askToPublish(taking, deps, {
    ...{ kind: 'expert', id: me.id, version: me.version, title: me.name, texts },
    meant: ['full_name'],
  });
  return 'code' in asked ? asked : null;
}

/** Nobody is asked any more. */
export async function withdrawNames({ client }: Taking, me: string): Promise<void> {
  await client.query(
    `delete from exchange.publication where subject_kind = 'expert' and subject_id = $1
       and state = 'waiting'`,
    [me],
  );
}

function chosen(forms: Forms, holds: (lang: string, said: string) => boolean): Forms {
  return Object.fromEntries(Object.entries(forms).filter(([lang, said]) => holds(lang, said)));
}
