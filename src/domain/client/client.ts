import { z } from 'zod';
import { id } from '../id.ts';
import { line } from '../text.ts';
import { instant } from '../time.ts';

/** A token of a client works this long; then the client asks for the next one. */
export const TOKEN_SECONDS = 900;

/** What a client may do, as OAuth words it: read what was sent to its organisation, and answer. */
export const CLIENT_SCOPES = ['system/*.read', 'system/Task.write'] as const;

/** A new API client: how the administrator calls that system, and whose it is. */
export const newClient = z.strictObject({ id, name: line, organisation_id: id });
export type NewClient = z.infer<typeof newClient>;

/** A page of the list, the newest first; `after` = the last id of the page before. */
export const clientPage = z.strictObject({ after: id.optional() });

/** One line of the administrator's list. The secret is nowhere in it. */
export const clientLine = z.object({
  id: z.uuid(),
  name: line,
  organisation_id: z.uuid(),
  made_at: instant,
  secret_made_at: instant.nullable(),
  last_used_at: instant.nullable(),
  withdrawn_at: instant.nullable(),
});
export type ClientLine = z.infer<typeof clientLine>;

/** What is shown once: with it that system asks for its tokens. */
export const clientSecret = z.object({ client_id: z.uuid(), client_secret: z.string() });
export type ClientSecret = z.infer<typeof clientSecret>;
