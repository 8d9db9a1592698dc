import { documentKindOf } from '#domain/case/document-kind.ts';
import { withIssued } from '#domain/case/document-path.ts';
import type { ActBody } from '#domain/case/document-state.ts';
import { setValues } from '../people/change.ts';
import { lockPerson } from '../people/person-row.ts';
import { modelOf } from './model.ts';
import type { Projection } from './projections.ts';

/**
 * A paper that was issued is in the person's hand: their own list of papers says so in the same
 * transaction, and is the only place that says it. Later it may be lost or changed there by hand, so a
 * correction or an erasure in the file does not take it back.
 */
export const documentPapers: Projection = {
  kinds: ['document_issued'],
  async write(acting, facts, state, now) {
    const model = await modelOf(acting, state.opening.model_id ?? '');
    const person = await lockPerson(acting, state.opening.person_id ?? '');
    if (model === null || person === null) throw new Error('a paper of nobody');
    let { papers }: { papers: ReturnType<typeof withIssued> } = person;
    for (const fact of facts) {
      const { document_id } = fact.body as ActBody<'issue'>;
      const kind = state.document.documents[document_id]?.kind ?? '';
      const paper = documentKindOf(model, kind)?.paper;
      if (paper !== undefined) papers = withIssued(papers, paper);
    }
    const [last] = facts;
    if (last === undefined || papers === person.papers) return;
    const { id: command_id, actor, said_at } = last;
    const said = { command_id, kind: 'issue_document', actor, device_id: null, said_at, now };
    await setValues(acting, person, { papers }, said);
  },
  async rewrite() {},
};
