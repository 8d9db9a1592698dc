import { z } from 'zod';
import { compartment } from '../access/role.ts';
import { id } from '../id.ts';
import { instant } from '../time.ts';
import { ANSWERS } from './said.ts';

/** A command that arrived after its author had lost the file; `body` is null where it is not for the reader. */
export const parkedCommand = z.object({
  id,
  case_id: id,
  number: z.string(),
  kind: z.string(),
  compartment,
  name: z.string().nullable(),
  said_at: instant,
  parked_at: instant,
  body: z.record(z.string(), z.unknown()).nullable(),
  abilities: z.array(z.enum(['say', 'drop'])),
});
export const parkedCommands = z.object({
  parked: z.array(parkedCommand),
  next: id.nullable(),
});

/** `say`: the supervisor says it in the own name; `drop`: it is not needed. Its content goes either way. */
export const settleParked = z.strictObject({ decision: z.enum(['say', 'drop']) });

/** What became of it; a refusal leaves it where it was. */
export const settledParked = z.object({
  settled: z.boolean(),
  answer: z.enum(ANSWERS).optional(),
  problem: z.custom<import('../problem.ts').Problem>().optional(),
});
