import { z } from 'zod';
import { id } from '../../id.ts';
import { personFinding } from '../../person-check.ts';
import { text } from '../../text.ts';
import { languageTag, wording } from '../wording.ts';
import { opinionMap } from './opinion-map.ts';
import { vote } from './vote.ts';

/** A poll is voted on up to three times, so that one sees what a session moved. */
export const PHASES = ['before', 'during', 'after'] as const;
export type Phase = (typeof PHASES)[number];
export const phase = z.enum(PHASES);

/** A proposal waits until a moderator lets it in; what is refused is not voted on and not counted. */
export const STATEMENT_STATES = ['proposed', 'let_in', 'refused'] as const;
export const statementState = z.enum(STATEMENT_STATES);
export type StatementState = z.infer<typeof statementState>;

/** More than these nobody votes through. */
export const MOST_STATEMENTS = 60;
/** What one participant may propose to one poll. */
export const MOST_PROPOSALS = 5;
/** Fewer say nothing about who thinks alike. */
export const FEWEST_STATEMENTS = 3;

export const newPoll = z.strictObject({
  id,
  edition_id: id,
  /** Null: about the whole conference. */
  session_id: id.nullable(),
  title: z.strictObject({ lang: languageTag, text: text(200) }),
});

/** One thing that one can agree or disagree with, short enough for a phone. */
export const newStatement = z.strictObject({
  id,
  said: z.strictObject({ lang: languageTag, text: text(300) }),
});

export const statementDecision = z.strictObject({ state: z.enum(['let_in', 'refused']) });
export const roundOpening = z.strictObject({ phase });
/** `answer` null takes a vote back. `phase` is named, so that a late tap never counts in a later round. */
export const voting = z.strictObject({ statement_id: id, phase, answer: vote.nullable() });

export const pollLine = z.object({
  ...{ id: z.uuid(), edition_id: z.uuid(), title: wording, session: wording.nullable() },
  /** The round that is open. */
  open: phase.nullable(),
  /** Rounds whose map is there. */
  told: z.array(phase),
});

export const pollFull = pollLine.extend({
  session_id: z.uuid().nullable(),
  /** How many have voted in the open round. */
  voters: z.number().int().nullable(),
  statements: z.array(
    z.object({
      ...{ id: z.uuid(), wording, state: statementState },
      /** Proposed by the reader. */
      own: z.boolean(),
      /** What may point to one person, for whoever lets it in. */
      found: z.array(personFinding),
      /** The reader's own vote in the open round. */
      vote: vote.nullable(),
    }),
  ),
  rounds: z.array(
    z.object({ phase, closed_at: z.string().nullable(), map: opinionMap.nullable() }),
  ),
  abilities: z.array(z.enum(['vote', 'propose', 'moderate'])),
});
export type PollFull = z.infer<typeof pollFull>;
