import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { line, prose, text } from '../text.ts';
import { type Day, day, type Instant } from '../time.ts';

const code = z.string().min(1).max(60);
const named = { document_id: id };
const dated = { ...named, on: day };

export const FEE_PAYERS = ['no_fee', 'person', 'family', 'programme', 'other'] as const;
export const WITHDRAWALS = ['not_needed', 'not_wished', 'other_way', 'said_in_error'] as const;

/** What is said of a paper, act by act: the bodies of the facts. A command adds where the paper is kept. */
export const DOCUMENT_BODIES = {
  lodge: z.strictObject({
    ...dated,
    /** Which office exactly, where that is not what the model says. */
    office: line.optional(),
    /** The number on the receipt: one asks after it by that. The number of the paper is never here. */
    receipt: text(60).optional(),
    fee_paid_by: z.enum(FEE_PAYERS),
    answer_due_on: day,
  }),
  /** What the office still wants; no words where only the result may be kept. */
  query: z.strictObject({ ...dated, missing: text(500).optional(), by: day.optional() }),
  supply: z.strictObject({ ...dated, answer_due_on: day }),
  refuse: z.strictObject({
    ...dated,
    office: line.optional(),
    /** A code of `refusal_reasons` in the model. */
    reason: code,
    words: prose.optional(),
    /** The last day for an appeal; null = there is none. Said each time, never left open. */
    appeal_by: day.nullable(),
  }),
  appeal: z.strictObject({ ...dated, office: line.optional(), answer_due_on: day }),
  court: z.strictObject({ ...dated, court: line.optional(), hearing_on: day.optional() }),
  decide: z.strictObject({
    ...dated,
    outcome: z.enum(['granted', 'not_granted']),
    /** Where it was not granted: as for a refusal. */
    appeal_by: day.nullable().optional(),
  }),
  issue: z.strictObject({
    ...dated,
    valid_until: day.optional(),
    /** The milestone that is reached with it, where the model names one. */
    milestone_id: id.optional(),
  }),
  withdraw: z.strictObject({ ...dated, reason: z.enum(WITHDRAWALS) }),
} as const;
export type Act = keyof typeof DOCUMENT_BODIES;
export type ActBody<A extends Act> = z.infer<(typeof DOCUMENT_BODIES)[A]>;
/** What every act says. */
export interface Dated {
  readonly document_id: Id;
  readonly on: Day;
}

export const beginDocument = z.strictObject({ ...named, kind: code });

/** Where a paper's acts are kept: a court that looks into a family is for the legal specialist only. */
const HELD_IN = ['general', 'legal'] as const;
export type HeldIn = (typeof HELD_IN)[number];
export const kept = { compartment: z.enum(HELD_IN) };

/** Days that lie ahead of the day of the act itself. */
const AHEAD = ['answer_due_on', 'by', 'appeal_by', 'hearing_on', 'valid_until'];

/** Nothing is due before it was said; a no always says until when it can be appealed. */
export function inOrder<Body extends Dated>(schema: z.ZodType<Body>): z.ZodType<Body> {
  return schema.superRefine((body, { addIssue }) => {
    const said = new Map<string, unknown>(Object.entries(body));
    for (const key of AHEAD) {
      const ahead = said.get(key);
      if (typeof ahead === 'string' && ahead < body.on) {
        addIssue({ code: 'custom', path: [key], message: 'before_start' });
      }
    }
    if (said.get('outcome') === 'not_granted' && !said.has('appeal_by')) {
      addIssue({ code: 'custom', path: ['appeal_by'], message: 'required' });
    }
  });
}

export const DOCUMENT_STATUSES = [
  'begun',
  'lodged',
  'queried',
  'refused',
  'appealed',
  'in_court',
  'granted',
  'issued',
  'withdrawn',
] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

/** What is waited for, and by which day where one was named. */
export interface Awaited {
  readonly what: 'answer' | 'missing' | 'appeal' | 'hearing' | 'issue';
  readonly on: Day | null;
}

/** One application for one paper, from the first word to the paper in hand. */
export interface Document {
  readonly document_id: Id;
  readonly kind: string;
  readonly compartment: HeldIn;
  readonly status: DocumentStatus;
  readonly awaits: Awaited | null;
  /** Where it goes on when what was missing has been handed in. */
  readonly held: 'lodged' | 'appealed' | 'in_court' | null;
  readonly missing: string | null;
  readonly receipt: string | null;
  readonly refusals: number;
  readonly valid_until: Day | null;
  readonly milestone_id: Id | null;
  /** The day of the last act. */
  readonly last_on: Day | null;
  /** The fact of the last act: what a command about it must have seen. */
  readonly by: Id;
  readonly began_at: Instant;
  /** Another day of the hearing, said elsewhere without knowledge of this one. */
  readonly conflict?: { readonly hearing_on: Day; readonly by: Id };
}

/** What the general part knows of a legal matter: that a specialist works on it, and the next day. */
export interface Apart {
  readonly document_id: Id;
  readonly next_on: Day | null;
  readonly ended: boolean;
}
export interface DocumentState {
  readonly documents: Readonly<Record<Id, Document>>;
  readonly apart: Readonly<Record<Id, Apart>>;
}

/** From which states an act leads on: the whole machine on one page. */
export const FROM: Readonly<Record<Act, readonly DocumentStatus[]>> = {
  lodge: ['begun', 'refused'],
  query: ['lodged', 'appealed', 'in_court'],
  supply: ['queried'],
  refuse: ['lodged', 'queried', 'appealed'],
  appeal: ['refused'],
  court: ['begun', 'refused', 'appealed', 'in_court'],
  decide: ['appealed', 'in_court'],
  issue: ['begun', 'lodged', 'queried', 'appealed', 'in_court', 'granted'],
  withdraw: ['begun', 'lodged', 'queried', 'refused', 'appealed', 'in_court', 'granted'],
};

export function isUnderWay({ status }: Pick<Document, 'status'>): boolean {
  return status !== 'issued' && status !== 'withdrawn';
}

/** All papers of the file by the order in which they were begun; the same on device and server. */
export function documentsOf(slice: DocumentState): readonly Document[] {
  return Object.values(slice.documents).sort((a, b) =>
    `${a.began_at}${a.document_id}` < `${b.began_at}${b.document_id}` ? -1 : 1,
  );
}

/** Legal matters of which this reader knows no more than that they are there. */
export function keptApart(slice: DocumentState): readonly Apart[] {
  return Object.values(slice.apart)
    .filter(({ ended, document_id }) => !ended && slice.documents[document_id] === undefined)
    .sort((a, b) => (a.document_id < b.document_id ? -1 : 1));
}

export type Change = Partial<Omit<Document, 'document_id' | 'kind' | 'by' | 'conflict'>>;
const answer = (on: Day): Awaited => ({ what: 'answer', on });
const refused = (known: Document, appeal_by: Day | null): Change => ({
  ...{ status: 'refused', refusals: known.refusals + 1 },
  awaits: { what: 'appeal', on: appeal_by },
});

/** What each act makes of a paper. */
export const AFTER: {
  readonly [A in Act]: (known: Document, body: ActBody<A>) => Change;
} = {
  lodge: (known, { answer_due_on, receipt }) => ({
    ...{ status: 'lodged', awaits: answer(answer_due_on), receipt: receipt ?? known.receipt },
  }),
  query: ({ status }, { missing, by }) => ({
    ...{ status: 'queried', missing: missing ?? null, awaits: { what: 'missing', on: by ?? null } },
    held: status === 'appealed' || status === 'in_court' ? status : 'lodged',
  }),
  supply: ({ held }, { answer_due_on }) => ({
    ...{ status: held ?? 'lodged', held: null, missing: null, awaits: answer(answer_due_on) },
  }),
  refuse: (known, { appeal_by }) => ({ ...refused(known, appeal_by), held: null, missing: null }),
  appeal: (_known, { answer_due_on }) => ({ status: 'appealed', awaits: answer(answer_due_on) }),
  court: (_known, { hearing_on }) => ({
    ...{ status: 'in_court', awaits: { what: 'hearing', on: hearing_on ?? null } },
  }),
  decide: (known, { outcome, appeal_by }) =>
    outcome === 'granted'
      ? { status: 'granted', awaits: { what: 'issue', on: null } }
      : refused(known, appeal_by ?? null),
  issue: (_known, { valid_until, milestone_id }) => ({
    ...{ status: 'issued', awaits: null, held: null, missing: null },
    ...{ valid_until: valid_until ?? null, milestone_id: milestone_id ?? null },
  }),
  withdraw: () => ({ status: 'withdrawn', awaits: null, held: null, missing: null }),
};
