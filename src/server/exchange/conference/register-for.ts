import type pg from 'pg';
import { callStanding } from '#domain/exchange/conference/call.ts';
import {
  answerFaults,
  firstState,
  fullBy,
  type RegistrationInput,
  type RegistrationSettings,
  type RegistrationState,
} from '#domain/exchange/conference/registration.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import type { Taking } from '../exchange-database.ts';

export interface EditionToRegister {
  readonly id: string;
  readonly slug: string;
  readonly title: Wording;
  readonly time_zone: string;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly settings: RegistrationSettings;
}

/** An edition with its settings of registration; undefined where there are none for this reader. */
export async function editionToRegister(
  client: pg.ClientBase,
  by: { readonly slug: string } | { readonly id: string },
): Promise<EditionToRegister | undefined> {
  const [column, value] = 'id' in by ? ['e.id', by.id] : ['e.slug', by.slug];
  const { rows } = await client.query<
    Omit<EditionToRegister, 'settings'> & RegistrationSettings & { zone: string }
  >(
    `select e.id, e.slug, e.title, e.starts_on, e.ends_on, e.time_zone as zone, s.opens, s.closes,
       s.time_zone, s.approval, s.seats, s.seats_per_institution, s.seats_per_country, s.questions
     from exchange.edition e join exchange.registration_settings s on s.edition_id = e.id
     where ${column} = $1 and e.state = 'published'`,
    [value],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const { id, slug, title, starts_on, ends_on, zone, ...settings } = row;
  return { id, slug, title, starts_on, ends_on, time_zone: zone, settings };
}

interface Wanted {
  /** The new row's id. */
  readonly id: string;
  readonly participant: string;
  readonly input: RegistrationInput;
  readonly invitation: { readonly id: string } | null;
  /** False where the mailed link was not opened yet: no seat is held then. */
  readonly confirmed: boolean;
}

/** Registers a participant; without a free seat for him he waits. Two at once get their seats one after the other. */
export async function registerFor(
  { client }: Taking,
  edition: EditionToRegister,
  wanted: Wanted,
  now: Date,
): Promise<{ readonly state: RegistrationState } | Problem> {
  if (callStanding(edition.settings, now.toISOString()) !== 'open')
    return { code: 'registration_shut' };
  const faults = answerFaults(edition.settings.questions, wanted.input.answers);
  if (faults.length > 0) {
    const fields = faults.map(({ question, code }) => ({ path: `body.answers.${question}`, code }));
    return { code: 'invalid_input', fields };
  }
  await lockSeats(client, edition.id);
  const before = await client.query<{ state: RegistrationState }>(
    'select state from exchange.registration where edition_id = $1 and participant_id = $2',
    [edition.id, wanted.participant],
  );
  if (before.rows[0] !== undefined && before.rows[0].state !== 'cancelled')
    return { code: 'already_so' };
  const state = wanted.confirmed
    ? await stateFor(client, edition, wanted.participant, wanted.invitation !== null)
    : 'unconfirmed';
  const { consent, sex, languages, answers } = wanted.input;
  await client.query(
    `insert into exchange.registration (id, edition_id, participant_id, state, show_name,
       show_institution, show_country, languages, answers, invitation_id, requested_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (edition_id, participant_id) do update set state = $4, show_name = $5,
       show_institution = $6, show_country = $7, languages = $8, answers = $9, invitation_id = $10,
       requested_at = $11, version = exchange.registration.version + 1`,
    [
      ...[wanted.id, edition.id, wanted.participant, state, consent.name, consent.institution],
      ...[consent.country, languages, JSON.stringify(answers), wanted.invitation?.id ?? null, now],
    ],
  );
  await client.query(
    `delete from exchange.registration_sex s using exchange.registration r
     where r.id = s.registration_id and r.edition_id = $1 and r.participant_id = $2`,
    [edition.id, wanted.participant],
  );
  if (sex !== null)
    await client.query(
      `insert into exchange.registration_sex (registration_id, edition_id, sex)
       select id, edition_id, $3 from exchange.registration
       where edition_id = $1 and participant_id = $2`,
      [edition.id, wanted.participant, sex],
    );
  return { state };
}

/** One at a time: two who ask for the last seat do not both get it. */
export async function lockSeats(client: pg.ClientBase, edition: string): Promise<void> {
  await client.query(
    "select pg_advisory_xact_lock(hashtextextended('registration ' || $1::text, 0))",
    [edition],
  );
}

/** Where somebody would stand now; the seats are locked before. */
export async function stateFor(
  client: pg.ClientBase,
  edition: Pick<EditionToRegister, 'id' | 'settings'>,
  participant: string,
  invited: boolean,
): Promise<'approved' | 'requested' | 'waiting'> {
  const full = await fullFor(client, edition, participant, invited);
  return firstState(full, edition.settings.approval, invited);
}

/** Which limit leaves no seat for this participant. */
export async function fullFor(
  client: pg.ClientBase,
  edition: Pick<EditionToRegister, 'id' | 'settings'>,
  participant: string,
  invited: boolean,
) {
  const { rows } = await client.query<{ all: number; institution: number; country: number }>(
    `select t.all_seats as all, t.of_institution as institution, t.of_country as country
     from exchange.participant p, exchange.seats_taken($1, p.institution_id, p.country) t
     where p.id = $2`,
    [edition.id, participant],
  );
  const [taken] = rows;
  if (taken === undefined) throw new Error('a seat for nobody');
  return fullBy(taken, edition.settings, invited);
}

/** Gives those who wait what has become free; returns who moved up. */
export async function moveUp(client: pg.ClientBase, edition: string, now: Date): Promise<string[]> {
  const { rows } = await client.query<{ who: string }>('select exchange.move_up($1, $2) as who', [
    edition,
    now,
  ]);
  return rows.map(({ who }) => who);
}
