import { z } from 'zod';
import { id } from '../../id.ts';
import { line } from '../../text.ts';
import { instant } from '../../time.ts';
import { SESSION_RULES } from '../session-rule.ts';
import { languageTag, said } from '../wording.ts';
import { PARTS } from './programme.ts';
import { KINDS } from './session-kind.ts';

/** An address that a browser may open: https, and nothing that runs. */
export const meetingAddress = z
  .string()
  .max(500)
  .regex(/^https:\/\/[^\s"'<>\\]+$/, { error: 'not_an_address' });

const about = {
  kind: z.enum(KINDS),
  minutes: z.int().min(5).max(600),
  languages: z.array(languageTag).max(8),
  rule: z.enum(SESSION_RULES),
  do_not_record: z.boolean(),
  track_id: id.nullable(),
};

/** A session that is not in the timetable yet. */
export const newSession = z.strictObject({
  id,
  edition_id: id,
  title: said.extend({ text: line }),
  abstract: said.nullable(),
  ...about,
});
export type NewSession = z.infer<typeof newSession>;

export const appearanceInput = z.strictObject({
  participant_id: id,
  part: z.enum(PARTS),
  /** As the programme names them. */
  name: line,
  /** True where nothing may lead from the name to the participant. */
  alias: z.boolean(),
});

/** What a session is, who takes part and where one meets; its texts change where they are translated. */
export const sessionChange = z.strictObject({
  version: z.int(),
  ...about,
  people: z.array(appearanceInput).max(30),
  /** Of the names that came with a file, those that are still to be matched. */
  named: z.array(z.string().max(200)).max(60).optional(),
  addresses: z.record(languageTag, meetingAddress),
});
export type SessionChange = z.infer<typeof sessionChange>;

/** Where and when; both null takes it out of the timetable. */
export const sessionPlace = z.strictObject({
  version: z.int(),
  room_id: id.nullable(),
  starts_at: instant.nullable(),
  /** The organiser has seen the conflicts and moves it all the same. */
  anyway: z.boolean(),
});

/** When somebody can take part, in pieces; an empty list says that nothing is said. */
export const availabilityInput = z.strictObject({
  times: z
    .array(
      z
        .strictObject({ from: instant, until: instant })
        .refine(({ from, until }) => from < until, { path: ['until'], error: 'end_before_start' }),
    )
    .max(60),
});

/** A room or a track: a name, in the language in which it is said first. */
export const namedInput = z.strictObject({
  id,
  edition_id: id,
  name: said.extend({ text: line }),
});
export const namedRow = z.strictObject({ version: z.int(), name: said.extend({ text: line }) });
