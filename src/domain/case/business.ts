import type { Id } from '../id.ts';
import type { Day } from '../time.ts';
import { assistance } from './assistance.ts';
import {
  type Business,
  type BusinessState,
  beginBusiness,
  businessBegun,
  businessPlanned,
  businessVisited,
  giveGrant,
  hasStopped,
  listAsset,
  planBusiness,
  runningBusiness,
  takeOffAsset,
  tieGrant,
  visitBusiness,
} from './business-state.ts';
import { accept, commandKind, type Decision, type Noun, refuse, stale } from './command.ts';
import { factKind, type NewFact } from './fact.ts';
import { monthsLater, reachedOn } from './milestone.ts';
import type { ProgrammeModel } from './model.ts';
import type { CaseState } from './state.ts';

/** Changes one business; an unknown one (its first fact was erased) leaves the slice as it is. */
function change(
  slice: BusinessState,
  businessId: Id,
  to: (known: Business) => Partial<Business>,
): BusinessState {
  const known = slice.businesses[businessId];
  if (known === undefined) return slice;
  return { businesses: { ...slice.businesses, [businessId]: { ...known, ...to(known) } } };
}

/** The business that a command names, while something can still be said of it. */
function running(state: CaseState, businessId: Id): Business | Decision {
  const known = state.business.businesses[businessId];
  if (known === undefined) return refuse('business_unknown');
  return hasStopped(known) ? stale('business_stopped') : known;
}

function isDecision(found: Business | Decision): found is Decision {
  return !('plan' in found);
}

/** What holds an asset, and the asset. */
function holderOf(slice: BusinessState, assetId: Id): Id | undefined {
  const all = Object.entries(slice.businesses);
  return all.find(([, { assets }]) => assets[assetId] !== undefined)?.[0];
}

/** The milestone that a visit reaches: the business still goes on, and the model's months are over. */
export function keptMilestone(
  state: CaseState,
  { milestones, business }: Pick<ProgrammeModel, 'milestones' | 'business'>,
  { begun }: Pick<Business, 'begun'>,
  on: Day,
): string | null {
  const code = business?.kept_milestone;
  const months = milestones.find((entry) => entry.code === code)?.after?.months;
  if (code === undefined || months === undefined || begun === null) return null;
  const known = reachedOn(state.milestone, code);
  if (on < monthsLater(begun.on, months) || (known !== null && known >= begun.on)) return null;
  return code;
}

/** A small business of one's own, from the plan in the person's words to how it is half a year on. */
export const business = {
  slice: 'business',
  initial: { businesses: {} } as BusinessState,
  facts: {
    business_planned: factKind({
      version: 1,
      compartment: 'general',
      body: businessPlanned,
      apply: (slice: BusinessState, { id, body, recorded_at: at }): BusinessState => {
        const { business_id, conflicting, ...said } = body;
        const known = slice.businesses[business_id];
        const next = { ...said, by: id, at, version: (known?.plan.version ?? 0) + 1 };
        if (known === undefined) {
          const none = { begun: null, grants: [], assets: {}, visits: [] };
          return { businesses: { ...slice.businesses, [business_id]: { plan: next, ...none } } };
        }
        const { by: _by, at: _at, version: _version, conflict: _conflict, ...earlier } = known.plan;
        const plan = conflicting ? { ...next, conflict: earlier } : next;
        return change(slice, business_id, () => ({ plan }));
      },
    }),
    business_begun: factKind({
      version: 1,
      compartment: 'general',
      body: businessBegun,
      apply: (slice: BusinessState, { body: { business_id, on }, recorded_at: at }) =>
        change(slice, business_id, () => ({ begun: { on, at } })),
    }),
    business_grant_tied: factKind({
      version: 1,
      compartment: 'general',
      body: tieGrant,
      apply: (slice: BusinessState, { body: { business_id, assistance_id } }) =>
        change(slice, business_id, ({ grants }) => ({ grants: [...grants, assistance_id] })),
    }),
    business_asset_listed: factKind({
      version: 1,
      compartment: 'general',
      body: listAsset,
      apply: (slice: BusinessState, { body: { business_id, ...asset } }) =>
        change(slice, business_id, ({ assets }) => ({
          assets: { ...assets, [asset.asset_id]: { ...asset, off: null } },
        })),
    }),
    business_asset_off: factKind({
      version: 1,
      compartment: 'general',
      body: takeOffAsset,
      apply: (slice: BusinessState, { body: { asset_id, on, why } }): BusinessState =>
        change(slice, holderOf(slice, asset_id) ?? '', ({ assets }) => {
          const known = assets[asset_id];
          if (known === undefined) return {};
          return { assets: { ...assets, [asset_id]: { ...known, off: { on, why } } } };
        }),
    }),
    business_visited: factKind({
      version: 1,
      compartment: 'general',
      body: businessVisited,
      apply: (slice: BusinessState, { body: { business_id, ...visit }, recorded_at: at }) =>
        change(slice, business_id, ({ visits }) => ({ visits: [...visits, { ...visit, at }] })),
    }),
  },
  commands: {
    plan_business: commandKind({
      body: planBusiness,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body, seen }, { model }) => {
        if (model.business === undefined) return refuse('business_not_in_programme');
        const known = state.business.businesses[body.business_id];
        if (known !== undefined && hasStopped(known)) return stale('business_stopped');
        if (known === undefined && runningBusiness(state.business) !== null) {
          return refuse('business_there_already');
        }
        const conflicting = known !== undefined && seen?.business_plan !== known.plan.by;
        const fact = { kind: 'business_planned', body: { ...body, conflicting } };
        return conflicting ? { facts: [fact], conflict: true } : accept(fact);
      },
    }),
    begin_business: commandKind({
      body: beginBusiness,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body: { milestone_id, ...body } }, { model, today }) => {
        const known = running(state, body.business_id);
        if (isDecision(known)) return known;
        if (known.begun !== null) return stale('already_recorded');
        if (body.on > today) return refuse('day_in_the_future');
        if (state.milestone.reached[milestone_id] !== undefined) return refuse('already_recorded');
        const code = model.business?.begun_milestone;
        const reached: NewFact[] =
          code === undefined
            ? []
            : [{ kind: 'milestone_reached', body: { milestone_id, code, on: body.on } }];
        return accept({ kind: 'business_begun', body }, ...reached);
      },
    }),
    /** The rules of assistance decide: its kinds, its limits, its approval. */
    give_business_grant: commandKind({
      body: giveGrant,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body: { business_id, given }, ...command }, situation) => {
        const known = running(state, business_id);
        if (isDecision(known)) return known;
        const rule = assistance.commands.record_assistance;
        const decided = rule.decide(state, { ...command, body: given }, situation);
        if (!('facts' in decided)) return decided;
        const tied = { business_id, assistance_id: given.assistance_id };
        return accept(...decided.facts, { kind: 'business_grant_tied', body: tied });
      },
    }),
    tie_business_grant: commandKind({
      body: tieGrant,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }) => {
        const known = running(state, body.business_id);
        if (isDecision(known)) return known;
        const gift = state.assistance.given[body.assistance_id];
        if (gift === undefined) return refuse('assistance_unknown');
        if (gift.withdrawn !== null) return stale('already_withdrawn');
        const tied = Object.values(state.business.businesses).flatMap(({ grants }) => grants);
        return tied.includes(body.assistance_id)
          ? refuse('already_recorded')
          : accept({ kind: 'business_grant_tied', body });
      },
    }),
    list_business_asset: commandKind({
      body: listAsset,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, { today }) => {
        const known = running(state, body.business_id);
        if (isDecision(known)) return known;
        if (holderOf(state.business, body.asset_id) !== undefined)
          return refuse('already_recorded');
        if (body.on > today) return refuse('day_in_the_future');
        const paid = body.assistance_id;
        if (paid !== undefined && !known.grants.includes(paid)) return refuse('assistance_unknown');
        return accept({ kind: 'business_asset_listed', body });
      },
    }),
    take_off_business_asset: commandKind({
      body: takeOffAsset,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, { today }) => {
        const holder = holderOf(state.business, body.asset_id);
        const asset = state.business.businesses[holder ?? '']?.assets[body.asset_id];
        if (asset === undefined) return refuse('asset_unknown');
        if (asset.off !== null) return stale('already_so');
        if (body.on > today) return refuse('day_in_the_future');
        if (body.on < asset.on) return refuse('ends_before_start');
        return accept({ kind: 'business_asset_off', body });
      },
    }),
    visit_business: commandKind({
      body: visitBusiness,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body: { milestone_id, ...body } }, { model, today }) => {
        const known = running(state, body.business_id);
        if (isDecision(known)) return known;
        if (known.begun === null) return refuse('business_not_begun');
        if (state.visit.visits[body.visit_id] !== undefined) return refuse('already_recorded');
        if (body.on > today) return refuse('day_in_the_future');
        if (body.on < known.begun.on) return refuse('ends_before_start');
        const barriers = model.referral.barriers;
        if (body.barrier !== undefined && !barriers.some(({ code }) => code === body.barrier)) {
          return refuse('barrier_unknown');
        }
        const facts: NewFact[] = [{ kind: 'business_visited', body }];
        const kind = model.business?.visit_kind;
        // The person was met: no second entry about one and the same visit is asked for.
        if (kind !== undefined) {
          const met = { visit_id: body.visit_id, kind, on: body.on, met: true };
          facts.push({ kind: 'visit_recorded', body: met });
        }
        const code =
          body.outcome === 'stopped' ? null : keptMilestone(state, model, known, body.on);
        if (code !== null && milestone_id !== undefined) {
          facts.push({ kind: 'milestone_reached', body: { milestone_id, code, on: body.on } });
        }
        return accept(...facts);
      },
    }),
  },
} as const satisfies Noun<'business'>;
