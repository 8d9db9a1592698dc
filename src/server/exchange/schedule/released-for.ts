import type { ExchangeDeps } from '../exchange-deps.ts';
import { findEdition } from './schedule-rows.ts';
import { type Released, released } from './version-rows.ts';

/** The last released version of a published edition, for a reader without an account. */
export async function findReleased(
  deps: ExchangeDeps,
  slug: string,
): Promise<(Released & { readonly editionId: string }) | undefined> {
  return await deps.exchange.as(null, async (taking) => {
    const edition = await findEdition(taking, slug);
    if (edition === undefined || edition.slug !== slug) return undefined;
    const found = await released(taking, edition.id);
    return found === undefined ? undefined : { ...found, editionId: edition.id };
  });
}
