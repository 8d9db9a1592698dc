import { asSupervisor, type CaseFile } from './case-file.ts';

/** The child's own word, the authority's mark, where the child lives, and its best interests. */
export function childFacts(file: CaseFile, purpose: string): void {
  file.done('let_authority_decide', {}, asSupervisor);
  file.done('let_family_decide', {}, asSupervisor);
  const said = { heard: 'directly', words: 'I want to stay with grandmother', on: '2026-11-20' };
  file.done('record_own_agreement', {
    ...{ agreement_id: file.id(), about: { purposes: [purpose] }, answer: 'no', ...said },
  });
  file.done(
    'review_own_no',
    {
      ...{ review_id: file.id(), about: { purpose }, outcome: 'goes_on', ...said },
      reason: 'Goes along with her aunt',
    },
    asSupervisor,
  );
  const placement = { placement_id: file.id() };
  file.done('propose_placement', {
    ...{ ...placement, kind: 'residential', person_ids: [], with: 'House by the river' },
    ...{ siblings: 'apart', apart_reason: 'Her brother is in hospital', review_on: '2026-12-20' },
    ...{ no_family_reason: 'Her aunt is not found yet', child_words: 'Only for a while' },
  });
  const named = { ...placement, on: '2026-11-02' };
  file.done('assess_family', {
    ...{ ...named, by: 'Office for children', result: 'suitable_with_help' },
    ...{ home: 'A room of her own', care: 'Somebody is there at night', help: 'A desk' },
  });
  file.done('record_family_consent', { ...named, said_by: 'The head', expression: 'signed' });
  file.done('record_placement_decision', {
    ...{ ...named, body: 'Guardianship authority', number: '14-2', decision: 'agreed' },
  });
  file.done('begin_placement', { ...placement, on: '2026-11-03' });
  const visit_id = file.id();
  file.done('record_visit', {
    ...{ visit_id, kind: 'home_visit', on: '2026-11-15', met: true, compartment: 'general' },
  });
  file.done('record_placement_visit', { ...placement, visit_id, child_alone: 'yes' });
  file.done('review_placement', {
    ...{ ...placement, on: '2026-11-20', words: 'Not yet', review_on: '2027-01-20' },
  });
  file.done('end_placement', {
    ...{ ...placement, on: '2026-11-24', reason: 'to_relatives', words: 'Her aunt is found' },
  });
  const panel = (['social_work', 'psychology', 'education'] as const).map((discipline, index) => ({
    ...{ discipline, name: `Member ${index + 1}`, confidentiality_signed: true },
  }));
  file.done(
    'decide_best_interests',
    {
      ...{ decision_id: file.id(), question: 'Where does she live?', panel },
      child_view: { heard: 'directly', words: 'With my aunt' },
      options: [
        { what: 'With her aunt', weighed: 'Her wish; a small flat' },
        { what: 'In the house by the river', weighed: 'Near school; strangers' },
      ],
      ...{ decision: 'With her aunt', on: '2026-11-20', review_on: '2027-02-20' },
    },
    asSupervisor,
  );
}
