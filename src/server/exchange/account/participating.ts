import type { FastifyRequest } from 'fastify';
import { findSession, type SignedIn } from '../../account/signed-in.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose session it is, at the exchange's door; null where nobody is signed in. */
    participating: SignedIn | null;
    /** The participant of this request. Throws where nobody is signed in on a public route. */
    readonly participant: { readonly id: string; readonly name: string };
  }
}

/**
 * Every route under /api/exchange needs a signed-in participant unless it says `public`; a public one
 * still learns who is there. A session of the programme opens nothing here, nor the other way round.
 */
export function requireParticipant(app: ServerApp, deps: ExchangeDeps): void {
  app.decorateRequest('participating', null);
  app.decorateRequest('participant', {
    getter(this: FastifyRequest) {
      const { participating } = this;
      if (participating === null) throw new Error('a public route asked who acts');
      return { id: participating.accountId, name: participating.name };
    },
  });
  app.addHook('onRequest', async (request, reply) => {
    const { url, config } = request.routeOptions;
    if (url === undefined || !/^\/(api\/)?exchange(\/|$)/.test(url)) return;
    const found = await findSession(deps, request);
    if (typeof found !== 'string') request.participating = found;
    else if (config.public !== true) return sendProblem(reply, { code: found });
  });
}
