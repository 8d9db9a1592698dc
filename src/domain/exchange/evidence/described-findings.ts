import { type PersonRule, personCheck } from '../../person-check.ts';
import type { EvidenceDescription } from './evidence-file.ts';
import type { Finding, FindingCode } from './finding.ts';
import { hidesSomething } from './invisible.ts';

/** What never stands in the words about a table; all else that may tell of somebody is looked at by a person. */
const STOPS: Readonly<Partial<Record<PersonRule, FindingCode>>> = {
  document_number: 'document_numbers',
  phone: 'phones',
  birth_date: 'dates_of_birth',
  coordinates: 'coordinates',
};

/** What in the words about a table tells of somebody; `label` is the field. */
export function describedFindings(description: EvidenceDescription): Finding[] {
  const texts = Object.entries(description);
  const found = personCheck({ ...description }).map(({ rule, field }) => ({
    code: STOPS[rule] ?? ('text_of_a_person' as const),
    field,
  }));
  const unseen = texts
    .filter(([, text]) => hidesSomething(text))
    .map(([field]) => ({ code: 'invisible_characters' as const, field }));
  const all = Map.groupBy([...found, ...unseen], ({ code, field }) => `${code} ${field}`);
  return [...all.values()].flatMap(([first, ...more]) =>
    first === undefined
      ? []
      : [{ code: first.code, column: null, label: first.field, row: null, cells: 1 + more.length }],
  );
}
