import type { FastifyRequest } from 'fastify';
import type { Problem } from '#domain/problem.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';

/**
 * Runs `work` as the signed-in account where it is a coordinator now. Directories are open to all who
 * are signed in, so others are told that their role may not change them.
 */
export async function asCoordinator<Result>(
  deps: Deps,
  request: FastifyRequest,
  work: (acting: Acting) => Promise<Result>,
): Promise<Result | Problem> {
  return deps.database.as<Result | Problem>(request.actor, async (acting) =>
    acting.role === 'coordinator' ? work(acting) : { code: 'not_allowed' },
  );
}

/** Runs `work` where the account holds any role; an account without one sees nothing. */
export async function asAnybody<Result>(
  deps: Deps,
  request: FastifyRequest,
  work: (acting: Acting) => Promise<Result>,
): Promise<Result | Problem> {
  return deps.database.as<Result | Problem>(request.actor, async (acting) =>
    acting.role === null ? { code: 'gone' } : work(acting),
  );
}
