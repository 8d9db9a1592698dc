import type { FieldProblem, Problem } from '../problem.ts';
import { type ModelPackage, textsIn } from './package-file.ts';

/** Names what in a text points to a person: codes such as `person_phone`; empty = nothing. */
export type PersonCheck = (text: string) => readonly string[];

/** Places named at most: whoever mends these is told of the rest. */
const TOLD = 50;

/**
 * Looks through every text of a package, its label and its guide included, for a person. A package in
 * which one stands is refused with the place of each text; the text itself is not repeated.
 */
export function personInPackage(
  { manifest, content }: Pick<ModelPackage, 'manifest' | 'content'>,
  check: PersonCheck,
): Problem | null {
  const found: FieldProblem[] = [];
  for (const { path, text } of textsIn({ manifest, content }, 'package')) {
    for (const code of new Set(check(text))) found.push({ path, code });
    if (found.length >= TOLD) break;
  }
  return found.length === 0 ? null : { code: 'package_names_person', fields: found.slice(0, TOLD) };
}
