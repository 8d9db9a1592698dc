import type { RoleGrant } from '#domain/account/account.ts';
import { mayReceive } from '#domain/directory/neighbourhood.ts';
import type { Acting } from '../database.ts';

/**
 * Gives an account its one role, in the administrator's own transaction; an earlier role ends with it.
 * The database refuses a grant to oneself and tells every data protection officer (trigger).
 */
export async function grantRole(
  acting: Acting,
  accountId: string,
  grant: RoleGrant,
  grantId: string,
  now: Date,
): Promise<void> {
  await revokeRole(acting, accountId, now);
  await acting.client.query(
    `insert into role_grant
       (id, account_id, role, place_id, organisation_id, granted_by, granted_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [grantId, accountId, grant.role, grant.place_id, grant.organisation_id, acting.actor.id, now],
  );
}

/** Ends the role that the account holds; false where it held none. */
export async function revokeRole(acting: Acting, accountId: string, now: Date): Promise<boolean> {
  const ended = await acting.client.query(
    `update role_grant set revoked_at = $2, revoked_by = $3
     where account_id = $1 and revoked_at is null`,
    [accountId, now, acting.actor.id],
  );
  return ended.rowCount === 1;
}

/** Tells every data protection officer of an act on somebody's way in. Ids and codes only. */
export async function tellOfficers(
  acting: Acting,
  kind:
    | 'account_reset'
    | 'second_factor_reset'
    | 'account_disabled'
    | 'account_enabled'
    | 'device_withdrawn'
    | 'client_made'
    | 'client_renewed'
    | 'client_withdrawn'
    | 'webhook_made',
  accountId: string,
  newId: () => string,
  now: Date,
): Promise<void> {
  const officers = await acting.client.query<{ id: string }>(
    `select holders_of('data_protection_officer', null) as id`,
  );
  for (const officer of officers.rows) {
    await acting.client.query(
      `insert into notification (id, account_id, kind, details, created_at)
       values ($1, $2, $3, $4, $5)`,
      [newId(), officer.id, kind, { account: accountId, by: acting.actor.id }, now],
    );
  }
}

/** Whether the place and the organisation of a grant are there; names the field that is not. */
export async function unknownTarget(acting: Acting, grant: RoleGrant): Promise<string | null> {
  const { rows } = await acting.client.query<{ place: boolean; organisation: boolean }>(
    `select $1::uuid is null or exists (select from place where id = $1) as place,
       $2::uuid is null or exists (select from organisation where id = $2 and merged_into is null) as organisation`,
    [grant.place_id, grant.organisation_id],
  );
  if (rows[0]?.place === false) return 'place_id';
  return rows[0]?.organisation === false ? 'organisation_id' : null;
}

/** Whether the role would be given to a body of the neighbourhood: those never have an account. */
export async function ofNeighbourhood(acting: Acting, grant: RoleGrant): Promise<boolean> {
  if (grant.organisation_id === null) return false;
  const { rows } = await acting.client.query<{ kind: string }>(
    'select kind from organisation where id = $1',
    [grant.organisation_id],
  );
  return !mayReceive(rows[0]?.kind);
}
