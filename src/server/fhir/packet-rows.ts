import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { PacketContent } from '#domain/case/packet.ts';
import type { ReferralStatus } from '#domain/case/referral-answer.ts';
import type { GivenAnswer } from '#domain/case/referral-state.ts';
import type { Acting } from '../database.ts';

/** One packet as its receiving service may read it: all that a client sees of anybody. */
export interface Packet {
  readonly referral_id: string;
  readonly case_id: string;
  readonly person_id: string;
  readonly organisation_id: string;
  readonly service_id: string;
  readonly status: ReferralStatus;
  readonly withdrawn: boolean;
  readonly content: PacketContent | null;
  readonly answers: readonly Pick<GivenAnswer, 'at' | 'channel' | 'answer'>[];
  readonly replies: readonly { readonly words: string; readonly at: string }[];
  readonly sent_at: string;
}

/** A packet that still holds something about a person. */
export type ReadablePacket = Packet & { readonly content: PacketContent };

export interface Wanted {
  readonly ids?: readonly string[] | undefined;
  readonly statuses?: readonly ReferralStatus[] | undefined;
  /** Only those that still hold something; `need`: only those that name the need. */
  readonly holding: 'anything' | 'content' | 'need';
  /** The last id of the page before; the newest come first. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The packets of the own organisation that have not vanished. The policy says the same. */
export async function findPackets(acting: Acting, wanted: Wanted, now: Date): Promise<Packet[]> {
  const { ids = null, statuses = null, holding, after = null, limit } = wanted;
  const { rows } = await sql<Packet>`
    select referral_id, case_id, person_id, organisation_id, service_id, status, withdrawn, content,
      answers, replies,
      to_char(sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as sent_at
    from referral_packet
    where organisation_id = ${acting.organisation_id}
      and (vanishes_at is null or vanishes_at > ${now})
      and (${ids}::uuid[] is null or referral_id = any (${ids}::uuid[]))
      and (${statuses}::text[] is null or status = any (${statuses}::text[]))
      and (${holding} = 'anything' or content is not null)
      and (${holding} <> 'need' or content -> 'request' ->> 'need' is not null)
      and (${after}::uuid is null or referral_id < ${after}::uuid)
    order by referral_id desc limit ${limit}`.execute(acting.tx);
  return rows;
}

export function isReadable(packet: Packet): packet is ReadablePacket {
  return packet.content !== null;
}

/** When something of it changed last, as far as its receiver can see. */
export function changedAt({ sent_at, answers, replies }: Packet): string {
  const moments = [sent_at, ...answers.map(({ at }) => at), ...replies.map(({ at }) => at)];
  return moments.sort().at(-1) ?? sent_at;
}

/** Another version whenever the receiver would see something else. */
export function versionOf(packet: Packet): string {
  const { status, withdrawn, content, answers, replies } = packet;
  const seen = JSON.stringify([status, withdrawn, content !== null, answers, replies]);
  return createHash('sha256').update(seen).digest('hex').slice(0, 16);
}
