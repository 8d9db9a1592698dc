import { z } from 'zod';
import { isOpen } from '#domain/exchange/practice/practice-state.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { WHOLE, type WholeRow } from './practice-row.ts';

/** The card, locked where somebody goes on to change it; null where it is not there for whoever acts. */
export async function findPractice(
  { client }: Taking,
  id: string,
  purpose: 'to read' | 'to write' = 'to read',
): Promise<WholeRow | null> {
  const { rows } = await client.query<WholeRow>(
    `select ${WHOLE} from exchange.practice p where p.id = $1 ${purpose === 'to write' ? 'for update' : ''}`,
    [id],
  );
  return rows[0] ?? null;
}

/** What whoever acts may do with the card as it stands; a screen shows only these. */
export const practiceMay = z.object({
  ...{ read: z.boolean(), write: z.boolean(), submit: z.boolean(), desk: z.boolean() },
  ...{ ask_publication: z.boolean(), reopen: z.boolean(), renew: z.boolean() },
  archive: z.boolean(),
});

export function mayOf(taking: Taking, row: WholeRow): z.infer<typeof practiceMay> {
  const me = taking.participant ?? '';
  const own = row.author_id === me || row.editors.includes(me);
  const desk = taking.holdsAny('editor', 'organiser');
  const open = isOpen(row.state);
  const writes = own || (desk && !row.reviewers.includes(me));
  return {
    read: writes || desk,
    write: writes && open,
    submit: own && open,
    desk: desk && !own,
    // A translation of what is published needs no new review: it is asked for from the draft.
    ask_publication:
      writes && (row.state === 'accepted' || (row.published_version !== null && open)),
    reopen: writes && ['published', 'archived', 'taken_down'].includes(row.state),
    renew: writes && row.state === 'published',
    archive: writes && row.state === 'published',
  };
}

/** Who did what with the card; never what stands in it. */
export async function noteStep(
  { client, participant }: Taking,
  deps: Pick<ExchangeDeps, 'newId' | 'clock'>,
  action: string,
  practice: string,
): Promise<void> {
  await client.query(
    `insert into exchange.log (id, at, participant_id, action, subject_kind, subject_id)
     values ($1, $2, $3, $4, 'practice', $5)`,
    [deps.newId(), deps.clock(), participant, action, practice],
  );
}
