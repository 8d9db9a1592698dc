import { describe, expect, it } from 'vitest';
import { bodies, caseFile as fileInMemory } from '#test/case-file.ts';
import type { CaseFile } from './case-file.ts';
import { stillToDo } from './file-todo.ts';
import { visitDraft } from './visit-draft.ts';

function todo(file: ReturnType<typeof fileInMemory>) {
  const { state, situation } = file;
  return stillToDo({ state, situation, model: situation.model } as CaseFile);
}

// Broken once by asking only for what the stage itself needs: a file that had all of it said nothing.
describe('what is still to do', () => {
  it('names what the next stage asks for when the present one has all it needs', () => {
    const file = fileInMemory();
    expect(todo(file)).toEqual(['consent_or_basis']);
  });

  it('never tells anybody to go to reception', () => {
    expect(todo(fileInMemory())).not.toContain('reception_entered');
  });

  it('moves on with the file', () => {
    const file = fileInMemory();
    file.done('record_consent', bodies.consent(file, ['health_care']));
    expect(todo(file)).toEqual(['worker_assigned']);
  });
});

// Seen to fail with the first kind of the model for everybody: three taps wrote a home visit in a sanatorium.
it('begins a visit where the person is: in reception as long as the stay is open, then at home', () => {
  const file = fileInMemory();
  const begins = () => {
    const { state, situation } = file;
    return visitDraft({ state, situation, model: situation.model } as CaseFile).kind;
  };
  expect(begins()).toBe('home_visit');
  file.done('enter_reception', { place: 'Sanatorium by the river', on: file.situation.today });
  expect(begins()).toBe('reception');
  file.done('leave_reception', { on: file.situation.today });
  expect(begins()).toBe('home_visit');
});
