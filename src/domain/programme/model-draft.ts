import { z } from 'zod';
import { id } from '../id.ts';
import type { FieldProblem } from '../problem.ts';
import { text } from '../text.ts';
import { instant } from '../time.ts';

/** No programme model is nested deeper; a document that is would only be there to break something. */
const DEEPEST = 20;

/** A model as it is being worked on: any document, sound or not. What is wrong with it is told beside it. */
const document = z
  .record(z.string().max(100), z.unknown())
  .refine((value) => !isDeeper(value, DEEPEST), { error: 'too_deep' });
export type DraftDocument = z.infer<typeof document>;

export const beginDraft = z.strictObject({ id });
/** `version` = the version of the draft that was read: another one means that somebody saved since. */
export const saveDraft = z.strictObject({ version: z.int().min(1), document });
export const tryDraft = z.strictObject({ version: z.int().min(1) });
export const publishDraft = z.strictObject({
  version: z.int().min(1),
  /** The id of the new version. */
  model_id: id,
  /** Why the programme works differently from now on; kept for good and shown to who reads versions. */
  reason: text(1000),
});

/** What a dry run counts; never whose files they are. */
export const TRIAL_COUNTS = [
  'newly_due',
  'no_longer_due',
  'unmet',
  'moves_on',
  'stage_gone',
] as const;
export type TrialCount = (typeof TRIAL_COUNTS)[number];

/** A count of people; null = so few, or all but so few, that it is not shown. */
const people = z.int().nullable();
export const trialResult = z.object({
  tried_at: instant,
  people,
  counts: z.array(
    z.object({
      code: z.enum(TRIAL_COUNTS),
      people,
      /** How many tasks, where the count is of tasks. */
      tasks: z.int().nullable().optional(),
    }),
  ),
  rule: z.object({ smallest_cell: z.int(), rounded_to: z.int() }),
});
export type TrialResult = z.infer<typeof trialResult>;

/** A trial as a job: it waits its turn, runs on the server, and is over; nobody has to stay for it. */
const modelTrial = z.object({
  id: z.uuid(),
  state: z.enum(['queued', 'running', 'done', 'failed']),
  /** In tens of a hundred. */
  progress: z.int(),
  asked_at: instant,
  result: trialResult.nullable(),
});
export type ModelTrial = z.infer<typeof modelTrial>;
export const trialReply = z.object({ trial: modelTrial.nullable() });

/** Made by our own check: its form is trusted. */
const fieldProblem = z.custom<FieldProblem>((value) => typeof value === 'object' && value !== null);
export const modelChange = z.object({
  path: z.string(),
  kind: z.enum(['added', 'removed', 'changed', 'reordered']),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});

export const draft = z.object({
  id,
  version: z.int(),
  document,
  saved_by: z.string().nullable(),
  saved_at: instant,
  /** What keeps it from being published, each with its place: `model.timers.3.amount`. */
  problems: z.array(fieldProblem),
  /** What differs from the version in force. */
  changes: z.array(modelChange),
  /** The last trial of this very state of the draft. */
  trial: modelTrial.nullable(),
});
export type Draft = z.infer<typeof draft>;
export const draftReply = z.object({ draft: draft.nullable() });

/** A version that was published, the newest first. */
export const modelVersion = z.object({
  id: z.uuid(),
  version: z.int(),
  published_at: instant,
  published_by: z.string().nullable(),
  reason: z.string().nullable(),
});
export const modelVersions = z.object({ versions: z.array(modelVersion) });

function isDeeper(root: unknown, most: number): boolean {
  const open = [{ value: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= most) return true;
    for (const inner of Object.values(value)) open.push({ value: inner, depth: depth + 1 });
  }
  return false;
}
