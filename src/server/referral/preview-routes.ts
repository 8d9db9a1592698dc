import { z } from 'zod';
import { may } from '#domain/access/rights.ts';
import { PACKET_FIELDS } from '#domain/case/model-names.ts';
import { fieldsOf, packetContent } from '#domain/case/packet.ts';
import { packetTemplate } from '#domain/case/packet-template.ts';
import type { Referral } from '#domain/case/referral-state.ts';
import { mayShare } from '#domain/case/sharing.ts';
import type { CaseState } from '#domain/case/state.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { dayAt } from '#domain/zone.ts';
import { generalState } from '../case/general-state.ts';
import { modelOf } from '../case/model.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';
import { buildPacket } from './packet.ts';

/** Either a referral that was prepared, or a service with the fields that are being chosen. */
const query = z.union([
  z.strictObject({ referral_id: id }),
  z.strictObject({
    service_id: id,
    /** Separated by commas; without it, the whole template. */
    fields: z.string().max(1000).optional(),
    need_id: id.optional(),
  }),
]);

const preview = z.object({
  /** What would leave now, field by field; null where nothing may be sent for this purpose. */
  content: packetContent,
  /** What may be chosen for this purpose. */
  template: z.array(z.enum(PACKET_FIELDS)),
  fields: z.array(z.enum(PACKET_FIELDS)),
  /** On what it would leave; null = it would be refused with `consent_missing`. */
  ground: z.enum(['consent', 'law', 'override']).nullable(),
  /** What the person asked to keep from whom, in the person's words. */
  withhold: z.array(z.object({ from: z.string(), what: z.string() })),
});
type Preview = z.infer<typeof preview>;

/** What would leave with a referral, before it leaves. */
export function addPreviewRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/cases/:id/referrals/preview',
    { schema: { params: z.object({ id }), querystring: query, response: { 200: preview } } },
    async (request, reply) => {
      const found = await deps.database.as(request.actor, async (acting) => {
        if (acting.role === null || !may(acting.role, 'append', 'general')) return gone;
        const state = await generalState(acting, request.params.id);
        if (state === null) return gone;
        const made = await previewOf(acting, state, request.query, deps.clock());
        if ('code' in made) return made;
        const { case_id, person_id } = state.opening;
        const details = { fields: made.fields.length };
        await logRead(acting, { action: 'previewed', case_id, person_id, details }, deps.clock());
        return made;
      });
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );
}

const gone: Problem = { code: 'gone' };

async function previewOf(
  acting: Acting,
  state: CaseState,
  wanted: z.infer<typeof query>,
  now: Date,
): Promise<Preview | Problem> {
  const model = await modelOf(acting, state.opening.model_id ?? '');
  if (model === null) return { code: 'model_unknown' };
  const asked = await askedFor(acting, state, wanted);
  if ('problem' in asked) return asked.problem;
  const template = packetTemplate(model, asked.purpose);
  if (template === null) return { code: 'purpose_unknown' };
  const today = dayAt(now.toISOString(), model.time_zone);
  const shared = mayShare(state, asked.purpose, asked.organisation_id, today);
  const ground = asked.ground ?? shared;
  const content = await buildPacket(acting, model, state, { ...asked, ground });
  if (content === null) return gone;
  const consent =
    ground !== null && 'consent_id' in ground
      ? state.consent.records[ground.consent_id]
      : undefined;
  const byLaw = ground !== null && 'basis_id' in ground;
  return {
    content,
    template: [...template.fields],
    fields: [...fieldsOf(asked.fields, template, byLaw)],
    ground: groundName(ground),
    withhold: (consent?.withhold ?? []).map(({ from, what }) => ({ from, what })),
  };
}

function groundName(ground: object | null): Preview['ground'] {
  if (ground === null) return null;
  if ('override' in ground) return 'override';
  return 'consent_id' in ground ? 'consent' : 'law';
}

type AskedFor = Parameters<typeof buildPacket>[3] & Pick<Referral, 'organisation_id' | 'ground'>;

/** A prepared referral as it stands, or one in the making, of which nothing but its fields is known. */
async function askedFor(
  acting: Acting,
  state: CaseState,
  wanted: z.infer<typeof query>,
): Promise<AskedFor | { problem: Problem }> {
  if ('referral_id' in wanted) {
    return (
      state.referral.referrals[wanted.referral_id] ?? { problem: { code: 'referral_unknown' } }
    );
  }
  const service = await acting.tx
    .selectFrom('service')
    .select(['organisation_id', 'purpose'])
    .where('id', '=', wanted.service_id)
    .executeTakeFirst();
  if (service === undefined) return { problem: { code: 'service_unknown' } };
  const fields = wanted.fields?.split(',').filter((field) => field !== '') ?? PACKET_FIELDS;
  const known = z.array(z.enum(PACKET_FIELDS)).safeParse(fields);
  if (!known.success) return { problem: { code: 'field_not_in_packet' } };
  const { need_id } = wanted;
  return {
    ...{ ...service, fields: known.data, urgency: 'routine', ground: null },
    ...{ interpreter: { needed: false }, accompanied_by: 'nobody' },
    ...(need_id === undefined ? {} : { need_id }),
  };
}
