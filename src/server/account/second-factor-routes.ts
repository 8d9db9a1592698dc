import { z } from 'zod';
import {
  backupCodes,
  secondFactorBegin,
  secondFactorConfirm,
  secondFactorOffer,
} from '#domain/account/session.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { callAuth } from './call-auth.ts';

const PATH = '/api/me/second-factor';

const enabled = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });
const regenerated = z.object({ backupCodes: z.array(z.string()) });

/** The own second factor: begin (password), confirm (first code), new backup codes, turn off. */
export function addSecondFactorRoutes(app: ServerApp, deps: Deps): void {
  app.post(
    PATH,
    { schema: { body: secondFactorBegin, response: { 200: secondFactorOffer } } },
    async (request, reply) => {
      const { password } = request.body;
      const answer = await callAuth(deps, request, reply, '/two-factor/enable', { password });
      if (answer.problem !== undefined) return sendProblem(reply, answer.problem);
      const offer = enabled.parse(answer.body);
      const key = new URL(offer.totpURI).searchParams.get('secret') ?? '';
      const holder = request.signedIn?.username ?? '';
      return { uri: neutralUri(key, holder), key, backup_codes: offer.backupCodes };
    },
  );

  app.put(PATH, { schema: { body: secondFactorConfirm } }, async (request, reply) => {
    const { code } = request.body;
    const answer = await callAuth(deps, request, reply, '/two-factor/verify-totp', { code });
    if (answer.problem !== undefined) return sendProblem(reply, answer.problem);
    return reply.code(204).send();
  });

  app.post(
    `${PATH}/backup-codes`,
    { schema: { body: secondFactorBegin, response: { 200: backupCodes } } },
    async (request, reply) => {
      const path = '/two-factor/generate-backup-codes';
      const answer = await callAuth(deps, request, reply, path, request.body);
      if (answer.problem !== undefined) return sendProblem(reply, answer.problem);
      return { backup_codes: regenerated.parse(answer.body).backupCodes };
    },
  );

  app.delete(PATH, { schema: { body: secondFactorBegin } }, async (request, reply) => {
    const answer = await callAuth(deps, request, reply, '/two-factor/disable', request.body);
    if (answer.problem !== undefined) return sendProblem(reply, answer.problem);
    return reply.code(204).send();
  });
}

/** What the authenticator shows on somebody's telephone names neither the programme nor an address. */
function neutralUri(key: string, holder: string): string {
  const label = encodeURIComponent(`Sign-in:${holder}`);
  return `otpauth://totp/${label}?secret=${key}&issuer=Sign-in&digits=6&period=30`;
}
