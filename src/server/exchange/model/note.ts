import type { NewCard } from '#domain/exchange/model/model-card.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';

/** Keeps who did what to a model; never what was said. */
export async function noteModel(
  { client, participant }: Taking,
  deps: Pick<ExchangeDeps, 'newId' | 'clock'>,
  action: string,
  card: string,
): Promise<void> {
  await client.query(
    `insert into exchange.log (id, at, participant_id, action, subject_kind, subject_id)
     values ($1, $2, $3, $4, 'model', $5)`,
    [deps.newId(), deps.clock(), participant, action, card],
  );
}

/** The address of a card: its country, what its title says in Latin letters, and a few signs of its own. */
export function slugOf({ id, country, title }: Pick<NewCard, 'id' | 'country' | 'title'>): string {
  const words = title.text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '');
  return [country.toLowerCase(), words, id.slice(-6)].filter((part) => part !== '').join('-');
}
