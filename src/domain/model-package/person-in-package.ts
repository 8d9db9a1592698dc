import type { FieldProblem, Problem } from '../problem.ts';
import { type ModelPackage, textsIn } from './package-file.ts';

/** Names what in a text points to a person: codes such as `person_phone`; empty = nothing. */
export type PersonCheck = (text: string) => readonly string[];

/** Their form is checked and they are digits by nature: a telephone is easily seen in one. */
const DIGITS = /^package\.manifest\.made_from\.\d+\.package\.(hash|key)$/;
/** Names of ours such as `case_opened`: thousands of them, and no signs of a person fit in. */
const CODE = /^[a-z]+(_[a-z]+)*$/;
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
    if (DIGITS.test(path) || CODE.test(text)) continue;
    for (const code of new Set(check(text))) found.push({ path, code });
    if (found.length >= TOLD) break;
  }
  return found.length === 0 ? null : { code: 'package_names_person', fields: found.slice(0, TOLD) };
}
