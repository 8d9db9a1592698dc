import type { BusinessPlanBody } from '#domain/case/business-state.ts';
import { figures } from '../case/assistance-fields.tsx';
import { given } from '../case/command-form.tsx';

/** What is typed of a plan. */
export interface BusinessDraft {
  readonly what: string;
  readonly for_whom: string;
  readonly costs: readonly { readonly what: string; readonly amount: string }[];
  readonly currency: string;
  readonly there: string;
  readonly help: string;
  readonly agreed: boolean;
}

export const NO_COST = { what: '', amount: '' };

/** The form as it opens: empty, or with what is known. */
export function businessDraft(
  known: Omit<BusinessPlanBody, 'business_id'> | null,
  currency: string,
): BusinessDraft {
  const costs = (known?.costs ?? []).map(({ what, cost }) => ({ what, amount: cost.amount }));
  return {
    ...{ what: known?.what ?? '', for_whom: known?.for_whom ?? '' },
    ...{ costs: costs.length > 0 ? costs : [NO_COST] },
    currency: known?.costs[0]?.cost.currency ?? currency,
    ...{ there: known?.there ?? '', help: known?.help ?? '', agreed: false },
  };
}

/** What is said from it; lines that were left empty are nothing. */
export function businessBody(draft: BusinessDraft, business_id: string): BusinessPlanBody {
  const said = {
    ...{ business_id, what: draft.what, for_whom: given(draft.for_whom) },
    costs: draft.costs
      .filter(({ what, amount }) => what.trim() !== '' || amount.trim() !== '')
      .map(({ what, amount }) => ({
        what,
        cost: { amount: figures(amount), currency: draft.currency },
      })),
    ...{ there: given(draft.there), help: given(draft.help) },
    agreed_by_person: draft.agreed as true,
  };
  return JSON.parse(JSON.stringify(said)) as BusinessPlanBody;
}

/** The fields that show their own problems. */
export const BUSINESS_PATHS: readonly string[] = [
  ...['what', 'for_whom', 'there', 'help', 'agreed_by_person'],
  ...Array.from({ length: 30 }, (_, at) => [`costs.${at}.what`, `costs.${at}.cost.amount`]).flat(),
];
