import type { CaseFile } from './case-file.ts';

/** A group that the person joins, comes to once, misses once and leaves. */
export function groupFacts(file: CaseFile): void {
  const participation = { participation_id: file.id(), compartment: 'general' };
  const voice = { on: '2027-01-15' };
  file.done(
    'join_group',
    {
      ...{
        ...participation,
        group_id: file.id(),
        organisation_id: file.id(),
        called: 'Zuhra',
        children: 1,
      },
      ...{ on: '2027-01-01', agreed_by_person: true },
    },
    voice,
  );
  for (const [on, attended] of [
    ['2027-01-05', true],
    ['2027-01-12', false],
  ] as const) {
    const day = { group_session_id: file.id(), on, attended };
    file.done('note_attendance', { ...participation, ...day }, voice);
  }
  file.done('leave_group', { ...participation, on: '2027-01-14' }, voice);
}
