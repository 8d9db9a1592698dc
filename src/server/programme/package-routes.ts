import { z } from 'zod';
import type { Role } from '#domain/access/role.ts';
import { packageHash } from '#domain/model-package/package-file.ts';
import type { Problem } from '#domain/problem.ts';
import {
  adoptParts as adoptBody,
  exportModel as exportBody,
  openedPackage,
  packageList,
  partOrigins,
} from '#domain/programme/adoption.ts';
import { draftReply } from '#domain/programme/model-draft.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { takePackage } from '../model-package/package-upload.ts';
import { fingerprint, signingKey } from '../model-package/signing-key.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { exportModel } from './export-model.ts';
import { inForce, openDraft } from './model-draft.ts';
import { originsOf } from './model-origin.ts';
import {
  adoptParts,
  broughtPackages,
  keepPackage,
  openPackage,
  unsoundModel,
} from './model-package.ts';

const params = z.object({ hash: packageHash });
const gone: Problem = { code: 'gone' };
const isCoordinator = ({ role }: { readonly role: Role | null }) => role === 'coordinator';
const brought = z.object({ hash: packageHash });
const made = z.object({ file: z.string(), name: z.string(), hash: packageHash });

/** Programme models as packages: one's own made into one, and others' brought in and adopted in part. */
export function addPackageRoutes(app: ServerApp, deps: Deps): void {
  const ownKey = () => signingKey(deps.config.dataDirectory, deps.newId);

  app.get(
    '/api/model/packages',
    { schema: { response: { 200: packageList } } },
    async (request, reply) => {
      const packages = await deps.database.as(request.actor, async (acting) =>
        isCoordinator(acting) ? broughtPackages(acting) : null,
      );
      if (packages === null) return sendProblem(reply, gone);
      return { packages, own_key: fingerprint((await ownKey()).public_key) };
    },
  );

  app.post(
    '/api/model/packages',
    { schema: { consumes: ['multipart/form-data'], response: { 201: brought } } },
    async (request, reply) => {
      const allowed = await deps.database.as(request.actor, async (acting) =>
        isCoordinator(acting),
      );
      if (!allowed) return sendProblem(reply, gone);
      const taken = await takePackage(request);
      if ('problem' in taken) return sendProblem(reply, taken.problem);
      const unsound = unsoundModel(taken.package);
      if (unsound !== null) return sendProblem(reply, unsound);
      await deps.database.as(request.actor, (acting) => keepPackage(acting, taken, deps.clock()));
      return reply.code(201).send({ hash: taken.hash });
    },
  );

  app.get(
    '/api/model/packages/:hash',
    { schema: { params, response: { 200: openedPackage } } },
    async (request, reply) => {
      const opened = await deps.database.as(request.actor, async (acting) =>
        isCoordinator(acting) ? openPackage(acting, request.params.hash) : null,
      );
      return opened ?? sendProblem(reply, gone);
    },
  );

  app.post(
    '/api/model/packages/:hash/adopt',
    { schema: { params, body: adoptBody, response: { 200: draftReply } } },
    async (request, reply) => {
      const done = await deps.database.as(request.actor, async (acting: Acting) => {
        if (!isCoordinator(acting)) return gone;
        const { params, body } = request;
        const problem = await adoptParts(acting, params.hash, body, deps.clock(), deps.newId);
        return problem ?? { draft: await openDraft(acting) };
      });
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );

  app.get(
    '/api/model/origins',
    { schema: { response: { 200: partOrigins } } },
    async (request, reply) => {
      const found = await deps.database.as(request.actor, async (acting) => {
        if (!isCoordinator(acting)) return null;
        const document = (await openDraft(acting))?.document ?? (await inForce(acting))?.document;
        return originsOf(acting, (document ?? {}) as Record<string, unknown>, { draft: true });
      });
      return found === null ? sendProblem(reply, gone) : { origins: [...found.origins] };
    },
  );

  app.post(
    '/api/model/package',
    { schema: { body: exportBody, response: { 200: made } } },
    async (request, reply) => {
      const key = await ownKey();
      const done = await deps.database.as(request.actor, async (acting) =>
        isCoordinator(acting)
          ? exportModel(acting, request.body, key, deps.clock())
          : { problem: gone },
      );
      return 'problem' in done ? sendProblem(reply, done.problem) : done;
    },
  );
}
