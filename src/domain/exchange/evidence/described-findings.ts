import type { EvidenceDescription } from './evidence-file.ts';
import type { Finding } from './finding.ts';
import { hidesSomething } from './invisible.ts';
import { PERSON_CELLS } from './person-cells.ts';

/**
 * What in the words about a table tells of somebody. The address of an office may stand there; a phone
 * number, a number of a document or a patronymic may not.
 */
export function describedFindings(description: EvidenceDescription): Finding[] {
  return Object.entries(description).flatMap(([field, text]) => {
    const codes = PERSON_CELLS.filter(
      ([code, pattern]) => code !== 'emails' && pattern.test(text),
    ).map(([code]) => code);
    const all = hidesSomething(text) ? [...codes, 'invisible_characters' as const] : codes;
    return all.map((code) => ({ code, column: null, label: field, row: null, cells: 1 }));
  });
}
