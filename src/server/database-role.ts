import type pg from 'pg';

/**
 * Why the server may not run as the role of this pool: row-level security guards nothing against a
 * superuser, a role that bypasses it, or the owner of the tables. Empty where the role is fit.
 */
export async function roleRefusals(pool: pg.Pool, variable: string): Promise<string[]> {
  const { rows } = await pool.query<{
    name: string;
    is_super: boolean;
    bypasses: boolean;
    owns: boolean;
  }>(
    `select r.rolname as name, r.rolsuper as is_super, r.rolbypassrls as bypasses,
       exists (
         select from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname in ('public', 'auth', 'jobs', 'exchange', 'exchange_auth') and c.relkind in ('r', 'p', 'v')
           and pg_has_role(r.rolname, c.relowner, 'member')
       ) as owns
     from pg_roles r where r.rolname = current_user`,
  );
  const role = rows[0];
  if (role === undefined) return [`${variable}: its database role cannot be read`];
  const faults = [
    role.is_super ? 'is a superuser' : undefined,
    role.bypasses ? 'bypasses row-level security' : undefined,
    role.owns && !role.is_super ? 'owns tables' : undefined,
  ].filter((fault) => fault !== undefined);
  return faults.map((fault) => `${variable}: the role ${role.name} ${fault}`);
}
