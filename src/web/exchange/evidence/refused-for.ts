import { FINDING_CODES, type Finding } from '#domain/exchange/evidence/finding.ts';
import type { Problem } from '#domain/problem.ts';

/** What the server found, out of its refusal: `names_of_people:D:3:Remarks`. */
export function refusedFor(problem: Problem | undefined): Finding[] {
  const told = problem?.code === 'evidence_refused' ? problem.details?.findings : undefined;
  if (!Array.isArray(told)) return [];
  return told.flatMap((one: string) => {
    const [name, column = '', row = '', ...label] = one.split(':');
    const code = FINDING_CODES.find((known) => known === name);
    if (code === undefined) return [];
    return [
      {
        ...{ code, column: column === '' ? null : column, label: label.join(':') },
        ...{ row: row === '' ? null : Number(row), cells: 1 },
      },
    ];
  });
}
