import type { Id } from '../id.ts';
import { adulthood } from '../people/birth.ts';
import { accept, commandKind, type Decision, type Noun, refuse, stale } from './command.ts';
import { factKind } from './fact.ts';
import { ownNo } from './own-no.ts';
import { beginningProblem } from './placement-rules.ts';
import {
  assessFamily,
  authorityOnPlacement,
  beginPlacement,
  endPlacement,
  familyConsents,
  type Placement,
  type PlacementState,
  proposePlacement,
  reviewPlacement,
  runningPlacement,
  visitPlacement,
} from './placement-state.ts';
import type { CaseState } from './state.ts';

/** Changes one care arrangement; an unknown one (its first fact was erased) leaves the slice as it is. */
function change(
  slice: PlacementState,
  placementId: Id,
  to: (known: Placement) => Partial<Placement>,
): PlacementState {
  const known = slice.placements[placementId];
  if (known === undefined) return slice;
  return { placements: { ...slice.placements, [placementId]: { ...known, ...to(known) } } };
}

/** The care arrangement that a command names, where something can still be said about it. */
function opened(state: CaseState, id: Id): { readonly known: Placement } | { problem: Decision } {
  const known = state.placement.placements[id];
  if (known === undefined) return { problem: refuse('placement_unknown') };
  return known.ended === null ? { known } : { problem: stale('placement_ended') };
}

/** Where a child without parental care lives: looked for, prepared, begun, visited and ended. */
export const placement = {
  slice: 'placement',
  initial: { placements: {} } as PlacementState,
  facts: {
    placement_proposed: factKind({
      version: 1,
      compartment: 'general',
      body: proposePlacement,
      apply: (slice: PlacementState, { body, recorded_at }): PlacementState => {
        const { placement_id, ...said } = body;
        const proposed: Placement = {
          ...{ ...said, proposed_at: recorded_at, assessed: null, consented: null },
          ...{ decided: null, begun: null, visits: [], ended: null },
        };
        return { placements: { ...slice.placements, [placement_id]: proposed } };
      },
    }),
    placement_family_assessed: factKind({
      version: 1,
      compartment: 'general',
      body: assessFamily,
      apply: (slice: PlacementState, { body }): PlacementState => {
        const { placement_id, ...assessed } = body;
        return change(slice, placement_id, () => ({ assessed }));
      },
    }),
    placement_family_consented: factKind({
      version: 1,
      compartment: 'general',
      body: familyConsents,
      apply: (slice: PlacementState, { body }): PlacementState => {
        const { placement_id, ...consented } = body;
        return change(slice, placement_id, () => ({ consented }));
      },
    }),
    placement_decided: factKind({
      version: 1,
      compartment: 'general',
      body: authorityOnPlacement,
      apply: (slice: PlacementState, { body }): PlacementState => {
        const { placement_id, ...decided } = body;
        return change(slice, placement_id, () => ({ decided }));
      },
    }),
    placement_begun: factKind({
      version: 1,
      compartment: 'general',
      body: beginPlacement,
      apply: (slice: PlacementState, { body, recorded_at: at }): PlacementState =>
        change(slice, body.placement_id, () => ({ begun: { on: body.on, at } })),
    }),
    placement_visited: factKind({
      version: 1,
      compartment: 'general',
      body: visitPlacement.extend({ on: beginPlacement.shape.on }),
      apply: (slice: PlacementState, { body, recorded_at: at }): PlacementState => {
        const { placement_id, ...visited } = body;
        return change(slice, placement_id, ({ visits }) => ({
          visits: [...visits, { ...visited, at }],
        }));
      },
    }),
    placement_reviewed: factKind({
      version: 1,
      compartment: 'general',
      body: reviewPlacement,
      apply: (slice: PlacementState, { body }): PlacementState =>
        change(slice, body.placement_id, () => ({ review_on: body.review_on })),
    }),
    placement_ended: factKind({
      version: 1,
      compartment: 'general',
      body: endPlacement,
      apply: (slice: PlacementState, { body, recorded_at: at }): PlacementState => {
        const { placement_id, ...ended } = body;
        return change(slice, placement_id, () => ({ ended: { ...ended, at } }));
      },
    }),
  },
  commands: {
    propose_placement: commandKind({
      body: proposePlacement,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, { person, today }) => {
        if (state.placement.placements[body.placement_id] !== undefined) {
          return refuse('already_recorded');
        }
        if (adulthood(person.birth ?? undefined, today) === 'adult') return refuse('not_a_child');
        if (body.person_ids.includes(person.id)) return refuse('handed_over_to_self');
        if (body.review_on !== undefined && body.review_on <= today) {
          return refuse('day_in_the_past');
        }
        return accept({ kind: 'placement_proposed', body });
      },
    }),
    assess_family: commandKind({
      body: assessFamily,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, { today }) => {
        const found = opened(state, body.placement_id);
        if ('problem' in found) return found.problem;
        if (body.on > today) return refuse('day_in_the_future');
        return accept({ kind: 'placement_family_assessed', body });
      },
    }),
    record_family_consent: commandKind({
      body: familyConsents,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, { today }) => {
        const found = opened(state, body.placement_id);
        if ('problem' in found) return found.problem;
        if (body.on > today) return refuse('day_in_the_future');
        return accept({ kind: 'placement_family_consented', body });
      },
    }),
    record_placement_decision: commandKind({
      body: authorityOnPlacement,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, { today }) => {
        const found = opened(state, body.placement_id);
        if ('problem' in found) return found.problem;
        if (body.on > today) return refuse('day_in_the_future');
        return accept({ kind: 'placement_decided', body });
      },
    }),
    begin_placement: commandKind({
      body: beginPlacement,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, { today }) => {
        const found = opened(state, body.placement_id);
        if ('problem' in found) return found.problem;
        if (found.known.begun !== null) return stale('already_recorded');
        if (body.on > today) return refuse('day_in_the_future');
        // The child lives in one place: where it was until now ends first.
        if (runningPlacement(state.placement) !== null) return refuse('placement_running');
        if (ownNo(state, { placement_id: body.placement_id }) !== null) {
          return refuse('child_said_no');
        }
        return beginningProblem(found.known, body.on) ?? accept({ kind: 'placement_begun', body });
      },
    }),
    record_placement_visit: commandKind({
      body: visitPlacement,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, { model }) => {
        const known = state.placement.placements[body.placement_id];
        if (known === undefined) return refuse('placement_unknown');
        const visit = state.visit.visits[body.visit_id];
        const inPerson = model.visit_kinds.some(
          ({ code, in_person }) => in_person && code === visit?.kind,
        );
        if (visit?.met !== true || !inPerson) return refuse('visit_not_in_person');
        if (known.visits.some(({ visit_id }) => visit_id === body.visit_id)) {
          return refuse('already_recorded');
        }
        const { begun, ended } = known;
        const within = begun !== null && begun.on <= visit.on && visit.on <= (ended?.on ?? '9999');
        if (!within) return refuse('visit_outside_placement');
        return accept({ kind: 'placement_visited', body: { ...body, on: visit.on } });
      },
    }),
    review_placement: commandKind({
      body: reviewPlacement,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, { today }) => {
        const found = opened(state, body.placement_id);
        if ('problem' in found) return found.problem;
        if (body.on > today) return refuse('day_in_the_future');
        if (body.review_on <= today) return refuse('day_in_the_past');
        return accept({ kind: 'placement_reviewed', body });
      },
    }),
    end_placement: commandKind({
      body: endPlacement,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, { today }) => {
        const found = opened(state, body.placement_id);
        if ('problem' in found) return found.problem;
        if (body.on > today) return refuse('day_in_the_future');
        const { begun } = found.known;
        if (begun !== null && body.on < begun.on) return refuse('ends_before_start');
        return accept({ kind: 'placement_ended', body });
      },
    }),
  },
} as const satisfies Noun<'placement'>;
