import { z } from 'zod';
import { fieldProblems } from '../../field-problem.ts';
import type { FieldProblem } from '../../problem.ts';
import { type Labels, labels } from '../../text.ts';

const named = z.object({ code: z.string(), labels });
const entries = <T extends z.ZodType>(entry: T, most: number) => z.array(entry).max(most);

/**
 * What a reader is shown of a programme model. The exchange has no rules of the programme: it looks for
 * what it shows and leaves the rest to whoever imports the package, whose own program reads it strictly.
 */
const outline = z.object({
  version: z.int().min(1),
  labels,
  languages: entries(z.string().max(40), 20),
  stages: entries(named.extend({ phase: z.string() }), 60).min(1),
  need_domains: entries(named.extend({ question: labels, subtopics: entries(named, 40) }), 60).min(
    1,
  ),
  timers: entries(
    named.extend({
      amount: z.int(),
      unit: z.enum(['hours', 'working_days', 'calendar_days']),
      source_citation: z.string().max(1000),
      verified: z.boolean(),
    }),
    120,
  ),
  consent_purposes: entries(named.extend({ receiver: z.string() }), 60),
  milestones: entries(named, 100),
  closure_reasons: entries(named, 60),
  indicators: entries(named.extend({ source_citation: z.string().max(1000) }), 100),
  prints: entries(z.object({ code: z.string() }), 60).optional(),
});
export type ModelOutline = z.infer<typeof outline>;

/** What is shown of the model in a package, or the places where it is no programme model. */
export function outlineOf(
  model: unknown,
): { readonly outline: ModelOutline } | { readonly problems: readonly FieldProblem[] } {
  const parsed = outline.safeParse(model);
  if (parsed.success) return { outline: parsed.data };
  return { problems: fieldProblems(parsed.error.issues, 'package.content.model', model) };
}

/** A label in the reader's language, else in English, else in whatever language there is. */
export function labelFor(lang: string, of: Labels): string {
  return of[lang] ?? of.en ?? Object.values(of)[0] ?? '';
}
