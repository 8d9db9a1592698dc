import type { BrowserContext } from '@playwright/test';

/**
 * Takes from every page of a context what Chrome has learned since version 107 and Firefox since 115, the last
 * ones for phones and computers that many offices have. A screen that needs it all the same fails its story.
 * Broken on purpose: without `map/group-by` in `older-browser.ts` a support worker did not find the family.
 */
export async function asOnOldPhone(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const steps: object = Object.getPrototypeOf(Object.getPrototypeOf([].values()));
    const lost: readonly (readonly [object, readonly string[]])[] = [
      [Array, ['fromAsync']],
      [Array.prototype, ['toReversed', 'toSorted', 'toSpliced', 'with']],
      [Map, ['groupBy']],
      [Object, ['groupBy']],
      [Promise, ['try', 'withResolvers']],
      [String.prototype, ['isWellFormed', 'toWellFormed']],
      [Set.prototype, ['difference', 'intersection', 'isDisjointFrom', 'isSubsetOf']],
      [Set.prototype, ['isSupersetOf', 'symmetricDifference', 'union']],
      [AbortSignal, ['any']],
      [URL, ['canParse', 'parse']],
      [globalThis, ['Iterator']],
      [steps, ['every', 'filter', 'find', 'flatMap', 'map', 'reduce', 'some', 'take', 'toArray']],
    ];
    for (const [owner, names] of lost)
      for (const name of names) Reflect.deleteProperty(owner, name);
  });
}
