import { z } from 'zod';
import type { Role } from '#domain/access/role.ts';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { packetWords, packetWordsOf } from '#domain/case/packet-words.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { newestModel } from './newest-model.ts';

// It was parsed by the model's own schema when it was published and when it was read.
const answer = z.object({ model: z.custom<ProgrammeModel>() });

const READERS: readonly Role[] = ['coordinator', 'supervisor', 'data_protection_officer'];

/** Whether the account reads the programme model whole. */
export function readsModels({ role }: Pick<Acting, 'role'>): boolean {
  return role !== null && READERS.includes(role);
}

/** The programme model to read; a receiving service gets the few words that a packet needs. */
export function addModelRoutes(app: ServerApp, deps: Deps): void {
  app.get('/api/model', { schema: { response: { 200: answer } } }, async (request, reply) => {
    const model = await deps.database.as(request.actor, async (acting) =>
      readsModels(acting) ? newestModel(acting) : null,
    );
    return model === null ? sendProblem(reply, { code: 'gone' }) : { model };
  });

  app.get(
    '/api/packets/words',
    { schema: { response: { 200: packetWords } } },
    async (request, reply) => {
      const model = await deps.database.as(request.actor, async (acting) =>
        acting.role === 'partner' ? newestModel(acting) : null,
      );
      return model === null ? sendProblem(reply, { code: 'gone' }) : packetWordsOf(model);
    },
  );
}
