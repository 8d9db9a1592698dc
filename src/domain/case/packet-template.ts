import type { ProgrammeModel } from './model.ts';
import type { PacketField, Receiver } from './model-names.ts';
import type { ReferralStatus } from './referral-answer.ts';

/** What a packet for a purpose may hold: with the person's consent, and where only a law stands. */
export interface PacketTemplate {
  readonly receiver: Receiver;
  readonly fields: readonly PacketField[];
  readonly fields_by_law: readonly PacketField[];
}

/** The packet template of a purpose; null where nothing is sent for it (numbers without names). */
export function packetTemplate(model: ProgrammeModel, purpose: string): PacketTemplate | null {
  const receiver = model.consent_purposes.find((entry) => entry.code === purpose)?.receiver;
  const packet = model.referral.packets.find((entry) => entry.purpose === purpose);
  if (receiver === undefined || packet === undefined || packet.fields.length === 0) return null;
  return { receiver, fields: packet.fields, fields_by_law: packet.fields_by_law };
}

/** Where a child can have begun. */
const TAKEN: readonly ReferralStatus[] = ['accepted', 'in-progress', 'on-hold', 'completed'];

/** Whether the receiver may say how a week was: a school alone; a clinic is not asked who came. */
export function mayAnswerWeek(
  model: ProgrammeModel,
  { status, purpose }: { readonly status: ReferralStatus; readonly purpose: string },
): boolean {
  return TAKEN.includes(status) && packetTemplate(model, purpose)?.receiver === 'school';
}
