import type { z } from 'zod';
import { mayReceive } from '../directory/neighbourhood.ts';
import { type Decision, refuse, type Situation } from './command.ts';
import { saidByBarred } from './consent-giver.ts';
import { packetTemplate } from './packet-template.ts';
import { childSaysNo } from './referral-rules.ts';
import type { refer } from './referral-state.ts';
import type { CaseState } from './state.ts';

/** Whether a referral can be prepared as it is said; what consent it stands on is looked at when it is sent. */
export function preparing(
  state: CaseState,
  body: z.infer<typeof refer>,
  situation: Situation,
): Decision {
  const { model, services } = situation;
  if (state.referral.referrals[body.referral_id] !== undefined) {
    return refuse('already_recorded');
  }
  const template = packetTemplate(model, body.purpose);
  if (template === null) return refuse('purpose_unknown', { purposes: [body.purpose] });
  // A device may not hold the service yet; the server always does and has the last word. It leads on to the one
  // that answers for a service that was joined with another meanwhile, but never to another house: the person was
  // asked about that one.
  const service = services?.[body.service_id];
  if (services !== undefined && service?.organisation_id !== body.organisation_id) {
    return refuse(service?.joined === true ? 'service_elsewhere' : 'service_unknown');
  }
  if (service !== undefined && !mayReceive(service.organisation_kind)) {
    return refuse('neighbourhood_body');
  }
  if (service !== undefined && service.purpose !== body.purpose) {
    return refuse('service_of_other_purpose');
  }
  if (body.need_id !== undefined && state.need.needs[body.need_id] === undefined) {
    return refuse('need_unknown');
  }
  const beyond = body.fields.filter((field) => !template.fields.includes(field));
  if (beyond.length > 0) return refuse('field_not_in_packet', { fields: beyond });
  // A no to this very service is written down with the draft, which then does not leave.
  const said = body.own_agreement !== 'no' && body;
  if (said && childSaysNo(state, said, situation.now, situation)) {
    return refuse('child_said_no');
  }
  // Somebody who said yes earlier may not decide now: it is asked again before anything leaves.
  const consent_ids = saidByBarred(state, situation);
  return {
    facts: [
      { kind: 'referral_prepared', body: { ...body, service_id: service?.id ?? body.service_id } },
    ],
    ...(consent_ids.length === 0
      ? {}
      : { last: [{ kind: 'consents_to_ask_again', body: { consent_ids } }] }),
  };
}
