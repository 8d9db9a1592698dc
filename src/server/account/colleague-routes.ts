import { sql } from 'kysely';
import { colleagues } from '#domain/account/colleague.ts';
import type { Deps } from '../deps.ts';
import type { ServerApp } from '../server-app.ts';

/** Who works in my place, below and above it, by name and role: for screens that show who said what. */
export function addColleagueRoutes(app: ServerApp, deps: Deps): void {
  app.get('/api/colleagues', { schema: { response: { 200: colleagues } } }, async (request) =>
    deps.database.as(request.actor, async (acting) => {
      const { rows } = await sql<{
        id: string;
        name: string;
        role: string;
        place_id: string | null;
        organisation_id: string | null;
        active: boolean;
      }>`
        select c.account_id as id, a.name, c.role, c.place_id, c.organisation_id,
          c.active and a.disabled_at is null as active
        from colleagues() c join auth.account a on a.id = c.account_id
        order by a.name, c.account_id`.execute(acting.tx);
      return colleagues.parse({ colleagues: rows });
    }),
  );
}
