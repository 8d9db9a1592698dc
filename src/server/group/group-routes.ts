import { z } from 'zod';
import type { Role } from '#domain/access/role.ts';
import { type GroupKind, groupKindsOf } from '#domain/case/model-groups.ts';
import {
  changedGroup,
  changedSession,
  groupList,
  groupWithMembers,
  type NewGroup,
  newGroup,
} from '#domain/group/group.ts';
import { id } from '#domain/id.ts';
import type { FieldProblem, Problem } from '#domain/problem.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { changedMeanwhile, gone, placeProblem } from '../directory/organisation-routes.ts';
import { sendProblem } from '../problem-reply.ts';
import { newestModel } from '../programme/newest-model.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';
import { groupAbilities, groupMembers, groupRows } from './group-rows.ts';

/** Who knows of groups; the database asks the same. */
const KNOWS: readonly (Role | 'job')[] = [
  ...(['intake_officer', 'caseworker', 'supervisor', 'specialist_health', 'coordinator'] as const),
  ...(['specialist_psychosocial', 'specialist_legal', 'specialist_protection', 'partner'] as const),
];
const version = z.object({ version: z.int() });
const params = z.object({ id });

/** Groups of places: whoever works with people reads them; whoever keeps one changes it. */
export function addGroupRoutes(app: ServerApp, deps: Deps): void {
  app.get('/api/groups', { schema: { response: { 200: groupList } } }, async (request, reply) => {
    const found = await deps.database.as(request.actor, async (acting) => {
      if (!knows(acting)) return null;
      const model = await newestModel(acting);
      const kinds = [...groupKindsOf(model ?? {})];
      return { groups: await groupRows(acting, null), kinds, languages: model?.languages ?? [] };
    });
    return found ?? sendProblem(reply, gone);
  });

  app.get(
    '/api/groups/:id',
    { schema: { params, response: { 200: groupWithMembers } } },
    async (request, reply) => {
      const found = await deps.database.as(request.actor, async (acting) => {
        const [group] = knows(acting) ? await groupRows(acting, request.params.id) : [];
        if (group === undefined) return null;
        const abilities = await groupAbilities(acting, group.id);
        const general = group.compartment === 'general';
        const leads =
          (group.leader_id === acting.actor.id &&
            acting.role !== 'coordinator' &&
            (general || acting.role === 'specialist_psychosocial')) ||
          (acting.role === 'partner' && general);
        if (!leads) return { ...group, abilities, members: null };
        const members = await groupMembers(acting, group.id);
        const details = { list: 'group', rows: members.length };
        await logRead(acting, { action: 'listed', details }, deps.clock());
        return { ...group, abilities, members };
      });
      return found ?? sendProblem(reply, gone);
    },
  );

  app.post(
    '/api/groups',
    { schema: { body: newGroup, response: { 201: z.object({ id }) } } },
    async (request, reply) => {
      const problem = await deps.database.as(request.actor, async (acting) => {
        if (!knows(acting) || acting.role === 'intake_officer') return notAllowed;
        const checked = await checkedKind(acting, request.body);
        if ('code' in checked) return checked;
        if (!mayAdd(acting, checked.kind, request.body)) return notAllowed;
        return wholly(acting, () => add(acting, request.body, checked.kind));
      });
      if (problem !== null) return sendProblem(reply, problem);
      return reply.code(201).send({ id: request.body.id });
    },
  );

  app.put(
    '/api/groups/:id',
    { schema: { params, body: changedGroup, response: { 200: version } } },
    async (request, reply) => {
      const { version: seen, sessions, ...row } = request.body;
      const problem = await deps.database.as(request.actor, async (acting) => {
        const refusal = await keeping(acting, request.params.id);
        if (refusal !== null) return refusal;
        const checked = await checkedKind(acting, row);
        if ('code' in checked) return checked;
        const [known] = await groupRows(acting, request.params.id);
        if (known === undefined) return gone;
        // Where it is kept that somebody takes part never moves.
        if (checked.kind.compartment !== known.compartment) return wrong('kind', 'unknown');
        if (acting.role === 'partner' && row.organisation_id !== acting.organisation_id)
          return wrong('organisation_id', 'unknown');
        // People are on lists of this organisation, and no other was named to them.
        if (row.organisation_id !== known.organisation_id)
          return wrong('organisation_id', 'unknown');
        return wholly(acting, async () => {
          const { numUpdatedRows } = await acting.tx
            .updateTable('community_group')
            .set({ ...row, version: seen + 1 })
            .where('id', '=', request.params.id)
            .where('version', '=', seen)
            .executeTakeFirstOrThrow();
          if (numUpdatedRows !== 1n) return changedMeanwhile;
          return addSessions(acting, request.params.id, sessions);
        });
      });
      return problem === null ? { version: seen + 1 } : sendProblem(reply, problem);
    },
  );

  app.put(
    '/api/groups/:id/sessions/:session',
    {
      schema: {
        params: params.extend({ session: id }),
        body: changedSession,
        response: { 200: version },
      },
    },
    async (request, reply) => {
      const { version: seen, on, at, state } = request.body;
      const { id: group, session } = request.params;
      const problem = await deps.database.as(request.actor, async (acting) => {
        const refusal = await keeping(acting, group);
        if (refusal !== null) return refusal;
        const known = await acting.tx
          .selectFrom('group_session')
          .select('state')
          .where('id', '=', session)
          .where('group_id', '=', group)
          .executeTakeFirst();
        // What took place stays where it was: files tell of that day.
        if (known === undefined || known.state === 'held') return sessionUnknown;
        const { numUpdatedRows } = await acting.tx
          .updateTable('community_group')
          .set({ version: seen + 1 })
          .where('id', '=', group)
          .where('version', '=', seen)
          .executeTakeFirstOrThrow();
        if (numUpdatedRows !== 1n) return changedMeanwhile;
        await acting.tx
          .updateTable('group_session')
          .set({ on_day: on, at_time: at, state })
          .where('id', '=', session)
          .execute();
        return null;
      });
      return problem === null ? { version: seen + 1 } : sendProblem(reply, problem);
    },
  );
}

const notAllowed: Problem = { code: 'not_allowed' };
const sessionUnknown: Problem = { code: 'group_session_unknown' };
const wrong = (field: string, code: string): Problem => ({
  ...{ code: 'invalid_input', fields: [{ path: `body.${field}`, code }] },
});

function knows({ role }: Acting): boolean {
  return role !== null && KNOWS.includes(role);
}

/** A psychosocial group is begun by a specialist for it; a service adds its own. */
function mayAdd(acting: Acting, kind: GroupKind, body: NewGroup): boolean {
  // Whoever leads it reads names, and whoever coordinates does not.
  if (acting.role === 'coordinator' && body.led_by_me) return false;
  if (acting.role === 'partner')
    return kind.compartment === 'general' && body.organisation_id === acting.organisation_id;
  return kind.compartment === 'general' || acting.role === 'specialist_psychosocial';
}

/** Null where the actor keeps this group; whoever only knows of it is told so. */
async function keeping(acting: Acting, group: string): Promise<Problem | null> {
  const [known] = knows(acting) ? await groupRows(acting, group) : [];
  if (known === undefined) return gone;
  return (await groupAbilities(acting, group)).change ? null : notAllowed;
}

/** The kind of the group in the programme as it is now; or what the group names that is not there. */
async function checkedKind(
  acting: Acting,
  row: Pick<NewGroup, 'kind' | 'organisation_id' | 'place_id'>,
): Promise<{ kind: GroupKind } | Problem> {
  const fields: FieldProblem[] = [];
  const model = await newestModel(acting);
  const kind = groupKindsOf(model ?? {}).find(({ code }) => code === row.kind);
  if (kind === undefined) fields.push({ path: 'body.kind', code: 'unknown' });
  const organisation = await acting.tx
    .selectFrom('organisation')
    .select('receives')
    .where('id', '=', row.organisation_id)
    .executeTakeFirst();
  if (organisation === undefined) fields.push({ path: 'body.organisation_id', code: 'unknown' });
  else if (organisation.receives !== true) {
    const path = 'body.organisation_id';
    return { code: 'neighbourhood_body', fields: [{ path, code: 'neighbourhood_body' }] };
  }
  fields.push(...((await placeProblem(acting, row.place_id))?.fields ?? []));
  if (kind === undefined || fields.length > 0) return { code: 'invalid_input', fields };
  return { kind };
}

/** A group is written with all of its sessions, or not at all. */
async function wholly(acting: Acting, write: () => Promise<Problem | null>) {
  await acting.client.query('savepoint before_group');
  const problem = await write();
  if (problem !== null) await acting.client.query('rollback to savepoint before_group');
  return problem;
}

async function add(acting: Acting, body: NewGroup, kind: GroupKind): Promise<Problem | null> {
  const { led_by_me, sessions, ...row } = body;
  const { numInsertedOrUpdatedRows } = await acting.tx
    .insertInto('community_group')
    .values({
      ...{ ...row, compartment: kind.compartment, kept_by: acting.actor.id },
      leader_id: led_by_me ? acting.actor.id : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) {
    // The same again, after an answer that was lost, changes nothing; another's id is taken.
    const [known] = await groupRows(acting, body.id);
    return known?.kept_by === acting.actor.id ? null : wrong('id', 'taken');
  }
  return addSessions(acting, body.id, sessions);
}

async function addSessions(
  acting: Acting,
  group_id: string,
  sessions: NewGroup['sessions'],
): Promise<Problem | null> {
  if (sessions.length === 0) return null;
  await acting.tx
    .insertInto('group_session')
    .values(
      sessions.map(({ id: session, on, at }) => ({
        ...{ id: session, group_id, on_day: on, at_time: at, state: 'planned' },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const there = await acting.tx
    .selectFrom('group_session')
    .select('id')
    .where('group_id', '=', group_id)
    .execute();
  const known = new Set(there.map((one) => one.id));
  // An id of another group's session, seen or not: a group is not left without it in silence.
  const fields = sessions.flatMap(({ id: session }, index) =>
    known.has(session) ? [] : [{ path: `body.sessions.${index}.id`, code: 'taken' }],
  );
  return fields.length === 0 ? null : { code: 'invalid_input', fields };
}
