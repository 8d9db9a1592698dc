import { z } from 'zod';
import { may } from '#domain/access/rights.ts';
import { askForLink, madeLink } from '#domain/case/referral-link-page.ts';
import { linkExpiry } from '#domain/case/referral-link-state.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { generalState } from '../case/general-state.ts';
import { modelOf } from '../case/model.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sayIn } from '../journal.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { linkAddress, linkLetter } from './link-letter.ts';
import { linkHashes, newLinkSecret } from './link-secret.ts';

const at = z.object({ id, referral_id: id });
type Wanted = z.infer<typeof at> & z.infer<typeof askForLink>;

/**
 * A link to one packet, made by the worker over the line: what opens it is shown once and kept nowhere.
 * The letter carries the link and never the code; where there is no letter, the worker is shown both.
 */
export function addMakeLinkRoutes(app: ServerApp, deps: Deps): void {
  app.post(
    '/api/cases/:id/referrals/:referral_id/link',
    { schema: { params: at, body: askForLink, response: { 200: madeLink } } },
    async (request, reply) => {
      const { secret, code } = newLinkSecret();
      const wanted = { ...request.params, ...request.body };
      const hashes = linkHashes(deps.accounts, secret, code);
      const made = await deps.database.as(request.actor, (acting) =>
        make(acting, deps, wanted, hashes),
      );
      if ('code' in made) return sendProblem(reply, made);
      const { email, locale } = request.body;
      const url = linkAddress(deps.config.url, secret);
      const { expires_at, link_id } = made;
      if (email === undefined) return { link_id, code, url, expires_at };
      await deps.mail.send(linkLetter(email, locale, url, expires_at));
      return { link_id, code, url: null, expires_at };
    },
  );
}

async function make(
  acting: Acting,
  deps: Deps,
  wanted: Wanted,
  hashes: ReturnType<typeof linkHashes>,
): Promise<{ expires_at: string; link_id: string } | Problem> {
  const gone = { code: 'gone' } as const;
  if (acting.role === null || !may(acting.role, 'append', 'general')) return gone;
  const { id: case_id, referral_id, command_id } = wanted;
  const model_id = (await generalState(acting, case_id))?.opening.model_id;
  const model = model_id == null ? null : await modelOf(acting, model_id);
  if (model === null) return gone;
  const now = deps.clock();
  const link_id = deps.newId();
  const envelope = {
    ...{ id: command_id, case_id, kind: 'make_referral_link', said_at: now.toISOString() },
    body: { referral_id, link_id, way: wanted.email === undefined ? 'hand' : 'mail' },
  };
  const said = { actor: acting.actor, device_id: null, now };
  const told = await sayIn(acting, envelope, said);
  if (told.answer !== 'applied') return told.problem ?? gone;
  const expires_at = linkExpiry(model, now.toISOString());
  await acting.tx
    .insertInto('referral_link')
    .values({
      ...{ id: link_id, case_id, referral_id, ...hashes, made_at: now, expires_at },
      ...(wanted.email === undefined ? {} : { email: wanted.email, locale: wanted.locale }),
    })
    .execute();
  return { expires_at, link_id };
}
