import { z } from 'zod';
import { id } from '../id.ts';
import { prose, text } from '../text.ts';
import { day, instant } from '../time.ts';

/** Against whom, in general: no name is asked for. */
export const COMPLAINT_ABOUT = [
  'worker',
  'other_worker',
  'interpreter',
  'service',
  'programme',
  'other',
] as const;
/** How it came. */
export const CAME_BY = ['self', 'helper', 'paper', 'recording', 'telephone'] as const;
/** How the answer may safely reach the person. `code`: they look for it themselves. */
export const ANSWER_WAYS = ['code', 'telephone', 'in_person', 'helper'] as const;

const language = z
  .string()
  .max(20)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'not_a_language_tag' });

/**
 * A complaint as it is said. `sending` is made where it is said and known to nobody else: the same
 * sending again is the same complaint with the same code. The number is kept as it was written and
 * never looked up, so no answer can tell whether there is such a file.
 */
export const saidComplaint = z
  .strictObject({
    sending: id,
    about: z.enum(COMPLAINT_ABOUT),
    came_by: z.enum(CAME_BY),
    /** Left out only where a recording tells it. */
    words: prose.optional(),
    wish: prose.optional(),
    /** The language in which the answer is to be written. */
    language,
    answer_way: z.enum(ANSWER_WAYS),
    /** The telephone, the place, the hours: whatever makes the way safe. */
    answer_words: text(1000).optional(),
    name: text(200).optional(),
    /** Whoever is asked about this may not be told who said it. */
    anonymous: z.boolean(),
    about_child: z.boolean(),
    happened_on: day.optional(),
    number: text(40).optional(),
  })
  .refine((said) => said.words !== undefined || said.came_by === 'recording', {
    ...{ path: ['words'], error: 'required' },
  })
  .refine((said) => said.answer_words !== undefined || said.answer_way === 'code', {
    ...{ path: ['answer_words'], error: 'required' },
  });
export type SaidComplaint = z.infer<typeof saidComplaint>;

/**
 * The code is shown once and kept as a hash only. Whoever writes a complaint down for somebody sees none
 * where the answer goes another way.
 */
export const complaintTaken = z.object({ code: z.string().nullable() });

/** A voice instead of writing: no longer and no larger than this. */
export const VOICE_SECONDS = 300;
export const VOICE_BYTES = 5 * 1024 * 1024;
/** The kinds of sound that browsers and telephones record, told by how the file begins. */
export const VOICE_MEDIA = [
  'audio/webm',
  'audio/ogg',
  'audio/mp4',
  'audio/mpeg',
  'audio/wav',
] as const;
/** What comes with the sound, as a form's fields: only its sender knows the `sending`. */
export const voiceFields = z.object({
  sending: id,
  seconds: z.coerce.number().int().min(0).max(VOICE_SECONDS),
});
export const voiceTaken = z.object({ taken: z.literal(true) });

/** A code as somebody types it: any case, any spaces. */
export const typedCode = z.strictObject({ code: text(60) });
export const personReply = typedCode.extend({ reply_id: id, words: prose });

export const OUTCOMES = ['upheld', 'partly_upheld', 'not_upheld', 'passed_on'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What the complaints officer does with it. What is asked and decided is written for the person. */
export const complaintAct = z.discriminatedUnion('kind', [
  z.strictObject({ id, kind: z.literal('acknowledged'), words: prose.optional() }),
  z.strictObject({ id, kind: z.literal('asked'), words: prose }),
  z.strictObject({ id, kind: z.literal('noted'), words: prose }),
  z
    .strictObject({
      id,
      kind: z.literal('decided'),
      outcome: z.enum(OUTCOMES),
      words: prose,
      /** Passed on to somebody else: only with the person's yes. */
      agreed: z.boolean().optional(),
    })
    .refine((said) => said.outcome !== 'passed_on' || said.agreed === true, {
      ...{ path: ['agreed'], error: 'required' },
    }),
]);
export type ComplaintAct = z.infer<typeof complaintAct>;

export const EVENT_KINDS = [
  'received',
  'acknowledged',
  'asked',
  'replied',
  'noted',
  'decided',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];
/** What whoever holds the code reads; a note stays with the officer. */
export const TOLD_KINDS: readonly EventKind[] = EVENT_KINDS.filter((kind) => kind !== 'noted');

/** One step, as the person with the code reads it: who took it is not told. */
export const toldStep = z.object({
  kind: z.enum(EVENT_KINDS),
  at: instant,
  outcome: z.enum(OUTCOMES).nullable(),
  words: z.string().nullable(),
});
export const complaintStep = toldStep.extend({ id: z.uuid() });
export const toldComplaint = z.object({
  /** `waiting`: nobody has opened it; `heard`: it is looked into; `answered`. */
  standing: z.enum(['waiting', 'heard', 'answered']),
  language: z.string(),
  has_recording: z.boolean(),
  steps: z.array(toldStep),
});

/** What the list says of each: nothing of what was said. */
export const listedComplaint = z.object({
  id: z.uuid(),
  about: z.enum(COMPLAINT_ABOUT),
  came_by: z.enum(CAME_BY),
  about_child: z.boolean(),
  has_recording: z.boolean(),
  received_at: instant,
  standing: toldComplaint.shape.standing,
  outcome: z.enum(OUTCOMES).nullable(),
  /** What is owed next, by when, and whether that is over; null where it is answered. */
  owes: z.enum(['acknowledgement', 'answer']).nullable(),
  due_at: instant.nullable(),
  overdue: z.boolean(),
});
export const complaintPage = z.object({
  complaints: z.array(listedComplaint),
  next: z.string().nullable(),
});

export const complaint = listedComplaint.extend({
  words: z.string().nullable(),
  wish: z.string().nullable(),
  language: z.string(),
  answer_way: z.enum(ANSWER_WAYS),
  answer_words: z.string().nullable(),
  name: z.string().nullable(),
  anonymous: z.boolean(),
  happened_on: day.nullable(),
  number: z.string().nullable(),
  /** The role of whoever wrote it down for the person; null from the page without an account. */
  taken_role: z.string().nullable(),
  recording: z.object({ seconds: z.int(), media: z.string() }).nullable(),
  steps: z.array(complaintStep),
});

/** All that anybody else learns: how many wait, and how many longer than they should. */
export const complaintCount = z.object({ open: z.int(), overdue: z.int() });
