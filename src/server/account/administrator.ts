import type { FastifyRequest } from 'fastify';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';

/**
 * Runs `work` as the signed-in account where it is an administrator now; `undefined` for everybody
 * else, who is told that there is no such thing (design 4: forbidden and missing answer the same).
 */
export async function asAdministrator<Result>(
  deps: Deps,
  request: FastifyRequest,
  work: (acting: Acting) => Promise<Result>,
): Promise<Result | undefined> {
  return deps.database.as(request.actor, async (acting) =>
    acting.role === 'administrator' ? work(acting) : undefined,
  );
}
