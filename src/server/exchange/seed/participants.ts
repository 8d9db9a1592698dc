import type pg from 'pg';
import { hashPassword } from '../../account/password.ts';
import { DEMO_PASSWORD } from '../../seed/accounts.ts';
import { fixedId } from '../../seed/fixed-id.ts';
import { DEMO_EXPERTS } from './experts.ts';
import { DEMO_INSTITUTIONS } from './institutions.ts';
import { institutionId, SEED_TIME } from './told.ts';

/** Institutions and the 50 people of the demo, with one password for whoever signs in there. */
export async function seedParticipants(owner: pg.ClientBase): Promise<void> {
  for (const { code, name, country, kind } of DEMO_INSTITUTIONS) {
    await owner.query(
      `insert into exchange.institution (id, slug, name, country, kind, created_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [institutionId(code), code, JSON.stringify(name), country, kind, SEED_TIME],
    );
  }
  const password = await hashPassword(DEMO_PASSWORD);
  for (const one of DEMO_EXPERTS) {
    await owner.query(
      `insert into exchange_auth.account (id, name, email, username, locale, demo, created_at, updated_at)
       values ($1, $2, $3, $4, $5, true, $6, $6)`,
      [one.id, one.name, `${one.username}@exchange.invalid`, one.username, one.locale, SEED_TIME],
    );
    await owner.query(
      `insert into exchange.participant (id, name, country, institution_id, languages, time_zone, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ...[one.id, one.name, one.country, institutionId(one.institution), one.languages],
        ...[one.time_zone, SEED_TIME],
      ],
    );
    if (one.title === undefined) continue;
    await owner.query(
      `insert into exchange_auth.credential
         (id, account_id, provider_id, user_id, password, created_at, updated_at)
       values ($1, $2::uuid::text, 'credential', $2, $3, $4, $4)`,
      [fixedId(`exchange:credential:${one.username}`), one.id, password, SEED_TIME],
    );
  }
}
