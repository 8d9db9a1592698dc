import type { FieldProblem } from '#domain/problem.ts';
import type { ArrivalField, ArrivalMapping } from './field.ts';
import { forbiddenTopic } from './forbidden.ts';

const NAME_FIELDS: readonly ArrivalField[] = ['full_name', 'given_name', 'family_name'];

/**
 * What is wrong with a mapping for this file: a forbidden column, a column or field given twice, a
 * column that the file does not have, no name at all. Empty = it may be used. The dry run and the
 * import both ask this, so that a mapping made by hand cannot bring in what the guess refuses.
 */
export function checkMapping(
  headings: readonly string[],
  mapping: ArrivalMapping,
): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const columns = new Set<number>();
  const fields = new Set<ArrivalField>();
  mapping.columns.forEach(({ column, field }, index) => {
    const path = `mapping.columns.${index}`;
    const heading = headings[column];
    if (heading === undefined) {
      problems.push({ path: `${path}.column`, code: 'column_missing' });
      return;
    }
    const topic = forbiddenTopic(heading);
    if (topic) {
      const details = { column, topic };
      problems.push({ path: `${path}.column`, code: 'column_forbidden', details });
    }
    if (columns.has(column)) problems.push({ path: `${path}.column`, code: 'column_twice' });
    if (fields.has(field)) problems.push({ path: `${path}.field`, code: 'field_twice' });
    columns.add(column);
    fields.add(field);
  });
  if (!NAME_FIELDS.some((field) => fields.has(field))) {
    problems.push({ path: 'mapping.columns', code: 'name_required' });
  }
  return problems;
}
