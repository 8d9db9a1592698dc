import { tasksOf } from '#domain/case/task.ts';
import { asLegal, type CaseFile, MODEL, type Voice } from './case-file.ts';

export const BIRTH = 'birth_certificate';

/** A paper of a file, with what is said of it. `on` is also the day on which it is said. */
export function paperOf(
  file: CaseFile,
  kind = BIRTH,
  compartment: 'general' | 'legal' = 'general',
) {
  const document_id = file.id();
  const voice = (on: string): Voice => ({ ...(compartment === 'legal' ? asLegal : {}), on });
  const say = (command: string, on: string, body: object = {}, more: Voice = {}) =>
    file.say(command, { document_id, compartment, on, ...body }, { ...voice(on), ...more });
  const begun = file.say('begin_document', { document_id, kind, compartment }, voice('2026-11-01'));
  return { document_id, say, begun, known: () => file.state.document.documents[document_id] };
}
export const LODGED = { fee_paid_by: 'no_fee', answer_due_on: '2026-12-01' };
export const REFUSED = { reason: 'born_abroad', appeal_by: '2026-12-10' };
/** The tasks about papers: kind and day. */
export const tasks = (file: CaseFile) =>
  tasksOf(file.state, MODEL)
    .filter(({ kind }) => kind.startsWith('document_'))
    .map(({ kind, due_at }) => [kind, due_at.slice(0, 10)]);
