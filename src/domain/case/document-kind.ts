import { z } from 'zod';
import { PAPER_KINDS } from '../people/person.ts';
import type { FieldProblem } from '../problem.ts';
import { labels, line } from '../text.ts';
import type { ProgrammeModel } from './model.ts';

const code = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, { error: 'not_a_code' });
const sourced = { source_citation: line, verified: z.boolean() };
const labelled = z.strictObject({ code, labels });

/** A paper of a programme: who gives it, what it costs, how long it takes, and what it waits for. */
const documentKind = labelled.extend({
  /** `legal` where a court looks into a family: the general part then only knows the next day. */
  compartment: z.enum(['general', 'legal']),
  need_domain: code,
  /** Who gives it, as people there call the place. */
  office: labels,
  by_court: z.boolean(),
  /** True where only the result may be kept: no words, no findings, no samples. */
  result_only: z.boolean(),
  /** What it usually costs; absent = nothing. */
  fee: z
    .strictObject({ amount: z.int().min(1).max(1e9), currency: z.string().regex(/^[A-Z]{3}$/) })
    .optional(),
  /** Calendar days until an answer, and in which a refusal can be appealed; only proposed in forms. */
  usual_days: z.int().min(1).max(3660),
  appeal_days: z.int().min(1).max(3660),
  /** The papers that are usually asked for first. They are shown, and never stop anybody. */
  waits_for: z.array(code).max(10),
  /** What the person has reached when it is issued. */
  milestone: code.optional(),
  /** The identity paper that is in the person's hand when it is issued. */
  paper: z.enum(PAPER_KINDS).optional(),
  /** It is thought of again so many days before it runs out. */
  renewal_days: z.int().min(1).max(730).optional(),
  ...sourced,
});
export type DocumentKind = z.infer<typeof documentKind>;

/** The papers of a programme. A model from before there were any has none. */
export const documentsOfModel = z.strictObject({
  kinds: z.array(documentKind).max(60),
  /** Why an office says no. */
  refusal_reasons: z.array(labelled).min(1).max(30),
  /** So many days before the last day of an appeal it is on the list, and late when not done. */
  appeal_reminder_days: z.int().min(1).max(60),
  ...sourced,
});

/** The kinds of papers that a model knows. */
export function documentKinds(model: ProgrammeModel): readonly DocumentKind[] {
  return model.documents?.kinds ?? [];
}

export function documentKindOf(model: ProgrammeModel, kind: string): DocumentKind | null {
  return documentKinds(model).find((one) => one.code === kind) ?? null;
}

/** What is wrong with the papers of a model: names that point nowhere, a circle, a paper that tells. */
export function documentProblems(model: ProgrammeModel): FieldProblem[] {
  const kinds = documentKinds(model);
  const found: FieldProblem[] = [];
  const say = (path: string, what: string, name: string) =>
    found.push({ path: `model.documents.kinds.${path}`, code: what, details: { name } });
  kinds.forEach((kind, at) => {
    if (!model.need_domains.some(({ code: domain }) => domain === kind.need_domain)) {
      say(`${at}.need_domain`, 'unknown_need_domain', kind.need_domain);
    }
    const { milestone, paper } = kind;
    if (milestone !== undefined) {
      const reached = model.milestones.find(({ code: name }) => name === milestone);
      // A milestone that waits for months cannot be promised by an office.
      if (reached === undefined || reached.after !== undefined) {
        say(`${at}.milestone`, 'unknown_milestone', milestone);
      }
    }
    // Milestones and identity papers are read by everybody who reaches the file.
    if (kind.compartment === 'legal' && (milestone !== undefined || paper !== undefined)) {
      say(`${at}.compartment`, 'legal_matter_told', kind.code);
    }
    kind.waits_for.forEach((name, index) => {
      if (!kinds.some((one) => one.code === name)) {
        say(`${at}.waits_for.${index}`, 'unknown_document', name);
      } else if (waitsOn(kinds, name).has(kind.code)) {
        say(`${at}.waits_for.${index}`, 'waits_in_a_circle', name);
      }
    });
  });
  return found;
}

/** Everything that a paper waits for, near and far, itself included. */
export function waitsOn(kinds: readonly DocumentKind[], kind: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [kind];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    open.push(...(kinds.find((one) => one.code === name)?.waits_for ?? []));
  }
  return reached;
}
