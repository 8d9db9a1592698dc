import { z } from 'zod';
import { id } from '../id.ts';
import { envelope } from './command.ts';

/** What an outbox sends: at most 50 commands, answered one by one in the same order. */
export const saidCommands = z.strictObject({
  // A command about people, households and returns has no case (`people/register.ts`).
  commands: z
    .array(envelope.partial({ case_id: true }))
    .min(1)
    .max(50),
});

/** The names of answers; each has a text on the screen (design 3). */
export const ANSWERS = ['applied', 'already', 'stale', 'conflict', 'gone', 'refused'] as const;

/** The number of a change in the feed, in digits: larger than a JSON number may grow. */
export const changeNumber = z.string().regex(/^\d{1,20}$/);

export const answeredCommands = z.object({
  /** To a device: everything that these commands wrote has a number below it. */
  written_below: changeNumber.optional(),
  answers: z.array(
    z.object({
      command_id: id,
      answer: z.enum(ANSWERS),
      first: z.enum(ANSWERS).exclude(['already']).optional(),
      problem: z.custom<import('../problem.ts').Problem>().optional(),
    }),
  ),
});

/** What a reader did with a file on a device. */
export const OPENING_ACTIONS = ['opened', 'printed'] as const;

/** An opening or a print of a file on a device, sent when the line is back. */
export const openings = z.strictObject({
  openings: z
    .array(
      z.strictObject({
        id,
        case_id: id,
        opened_at: z.iso.datetime(),
        action: z.enum(OPENING_ACTIONS).default('opened'),
      }),
    )
    .min(1)
    .max(200),
});
