import { describe, expect, it } from 'vitest';
import { bodies, caseFile as fileInMemory } from '#test/case-file.ts';
import type { CaseFile } from './case-file.ts';
import { stillToDo } from './file-todo.ts';

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
