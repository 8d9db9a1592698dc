import {
  ANSWERS_TO,
  isHard,
  type PersonFinding,
  type PersonRule,
  personCheck,
} from '#domain/person-check.ts';
import type { Problem } from '#domain/problem.ts';

/**
 * What stands in the way of a text that everybody will read at once: words that could betray one person.
 * Other nouns wait for a second editor; these few are said again without them.
 */
export function betrayingWords(texts: Readonly<Record<string, string>>): Problem | null {
  return refusal(personCheck(texts));
}

/** What no second editor lets pass: a number of a document, a phone and the like. The rest is shown to him. */
export function hardFinds(texts: Readonly<Record<string, string>>): Problem | null {
  return refusal(personCheck(texts).filter(({ rule }) => isHard(rule)));
}

function refusal(findings: readonly PersonFinding[]): Problem | null {
  const found = [...new Set(findings.map(({ words }) => words.slice(0, 80)))];
  if (found.length === 0) return null;
  return { code: 'words_betray_somebody', details: { words: found.slice(0, 5) } };
}

/** What no editor could answer: it is taken out before anything is asked for. */
export const takesNoAnswer = (rule: PersonRule): boolean => ANSWERS_TO[rule].length === 0;

/** The same said of a form: the fields in which something was found by a rule that counts here. */
export function findsInForm(
  said: Readonly<Record<string, string | null | undefined>>,
  counts: (rule: PersonRule) => boolean,
  path = 'body.',
): Problem | null {
  const texts = Object.entries(said).flatMap(([field, text]) =>
    text === null || text === undefined ? [] : [[field, text] as const],
  );
  const findings = personCheck(Object.fromEntries(texts)).filter(({ rule }) => counts(rule));
  const first = new Map(findings.toReversed().map((finding) => [finding.field, finding]));
  const fields = [...first.values()]
    .toReversed()
    .map(({ field, rule }) => ({ path: `${path}${field}`, code: `person_${rule}` }));
  return fields.length === 0 ? null : { code: 'invalid_input', fields };
}
