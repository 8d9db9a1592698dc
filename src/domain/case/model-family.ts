import { z } from 'zod';
import { line } from '../text.ts';

/** What a family may plan together, and from which age a child says yes or no themselves. */
export const familyRules = z.strictObject({
  /** Areas that stay with the person; those with a specialist of their own always do. */
  sensitive_domains: z.array(z.string().min(1).max(60)).max(40),
  /** From this age, in whole years, a child is asked like an adult. */
  child_asked_from: z.int().min(0).max(17),
  source_citation: line,
  verified: z.boolean(),
});
type FamilyRules = z.infer<typeof familyRules>;

/** The rules of a model; where it says nothing, the strictest. */
export function familyOf(model: {
  readonly family?: FamilyRules | undefined;
  readonly need_domains: readonly { readonly code: string; readonly specialist: string | null }[];
}): Pick<FamilyRules, 'sensitive_domains' | 'child_asked_from'> {
  const special = model.need_domains.filter((one) => one.specialist !== null);
  return {
    sensitive_domains: [
      ...new Set([...special.map((one) => one.code), ...(model.family?.sensitive_domains ?? [])]),
    ],
    child_asked_from: model.family?.child_asked_from ?? 0,
  };
}
