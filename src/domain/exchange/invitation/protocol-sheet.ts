import { z } from 'zod';
import { id } from '../../id.ts';
import { line } from '../../text.ts';
import { languageTag } from '../wording.ts';
import { PRECEDENCE_RULES, precedenceRules, RANKS } from './precedence.ts';

/** Office and name of a guest as protocol writes them, in one language. */
export const guestForm = z.strictObject({ title: line, name: line });
const forms = z
  .record(languageTag, guestForm)
  .refine((all) => Object.keys(all).length <= 12, { error: 'too_long' });

/** How an edition puts its guests in order, as its organisers change it. */
export const precedenceChange = z.strictObject({
  rules: precedenceRules,
  /** Places given by hand, from 1. */
  fixed: z
    .record(id, z.int().min(1).max(500))
    .refine((all) => Object.keys(all).length <= 200, { error: 'too_long' }),
  version: z.int().min(0),
});
export type PrecedenceChange = z.infer<typeof precedenceChange>;

/** The office of one guest. */
export const rankChange = z.strictObject({ rank: z.enum(RANKS), form: forms });

/** Guests in their order, and the programme beside it, all in one language. */
export const protocolSheet = z.object({
  lang: z.string(),
  title: z.string(),
  days: z.string(),
  time_zone: z.string(),
  rules: z.array(z.enum(PRECEDENCE_RULES)),
  fixed: z.record(z.string(), z.int()),
  version: z.int(),
  guests: z.array(
    z.object({
      ...{
        id: z.uuid(),
        name: z.string(),
        institution: z.string(),
        country: z.string().nullable(),
      },
      ...{ rank: z.enum(RANKS).nullable(), title: z.string().nullable(), host: z.boolean() },
      form: z.record(z.string(), guestForm),
    }),
  ),
  sessions: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      kind: z.string(),
      starts_at: z.string(),
      minutes: z.int(),
    }),
  ),
});
export type ProtocolSheet = z.infer<typeof protocolSheet>;
