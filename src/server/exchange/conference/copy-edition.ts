import type { CopiedPart, NewEdition } from '#domain/exchange/conference/edition-settings.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { logged } from './proposal-rows.ts';

/** So many days later as the new conference begins later, on the same hour of the clock. */
const moved = (column: string) =>
  `to_char(${column}::timestamp + make_interval(days => n.starts_on - o.starts_on),
    'YYYY-MM-DD"T"HH24:MI')`;

/**
 * Each part of an earlier conference ($1) as a part of the new one ($2). Addresses of meetings are left
 * behind: they were that conference's. The call keeps its distance to the first day. The numbers of
 * letters go on where the last one stopped, so that no number is given twice under one head.
 */
const COPIES: Readonly<Record<CopiedPart, string>> = {
  rooms: `insert into exchange.room (id, edition_id, name, standing)
    select gen_random_uuid(), $2, name, standing from exchange.room where edition_id = $1`,
  tracks: `insert into exchange.track (id, edition_id, name, standing)
    select gen_random_uuid(), $2, name, standing from exchange.track where edition_id = $1`,
  hosts: `insert into exchange.host (id, edition_id, institution_id, part, standing, logo, logo_kind)
    select gen_random_uuid(), $2, h.institution_id, h.part, 100 + h.standing, h.logo, h.logo_kind
    from exchange.host h where h.edition_id = $1
    on conflict (edition_id, institution_id) do nothing`,
  call: `insert into exchange.call (edition_id, opens, closes, time_zone, languages, kinds, criteria,
      anonymous, reviews, reviews_due, guidance)
    select n.id, ${moved('c.opens')}, ${moved('c.closes')}, n.time_zone, c.languages, c.kinds, c.criteria,
      c.anonymous, c.reviews, ${moved('c.reviews_due')}, c.guidance
    from exchange.call c join exchange.edition o on o.id = c.edition_id, exchange.edition n
    where c.edition_id = $1 and n.id = $2`,
  roles: `insert into exchange.role (id, participant_id, edition_id, role, country, granted_by, granted_at)
    select gen_random_uuid(), r.participant_id, $2, r.role, r.country, exchange.me(), $3
    from exchange.role r where r.edition_id = $1 and r.revoked_at is null
      and r.participant_id <> exchange.me()
      and r.role in ('organiser', 'editor', 'reviewer', 'moderator', 'interpreter', 'delegate')`,
  letterhead: `insert into exchange.letterhead (edition_id, institution_id, series, numbered, place,
      contact, signatory)
    select $2, institution_id, series, numbered, place, contact, signatory
    from exchange.letterhead where edition_id = $1`,
};

/** Takes over what was asked for; a person's registration, contribution or review is never among it. */
export async function copyEdition(
  { client, participant }: Taking,
  deps: ExchangeDeps,
  made: Pick<NewEdition, 'id'>,
  { from, parts }: NonNullable<NewEdition['copy']>,
): Promise<void> {
  for (const part of new Set(parts)) {
    const values = [from, made.id, ...(part === 'roles' ? [deps.clock()] : [])];
    const { rowCount } = await client.query(COPIES[part], values);
    await logged(client, {
      ...{ id: deps.newId(), at: deps.clock(), participant, action: 'copied' },
      ...{ kind: 'edition', subject: made.id, details: { part, rows: rowCount ?? 0 } },
    });
  }
}
