/** What stands where a third person stood. */
export const MASK = '▮▮▮';

/**
 * A fact's body for the person whose file it is: ids of other people and names known to belong to
 * others are masked, in texts too. What nobody wrote into the register as a name stays as it was said.
 */
export function masked(
  value: unknown,
  ownId: string,
  others: readonly string[],
  key?: string,
): unknown {
  if (typeof value === 'string') {
    if (key !== undefined && /^(person|account|guardian|relative)_ids?$/.test(key)) {
      return value === ownId ? 'self' : MASK;
    }
    return others.reduce((text, name) => text.replaceAll(wordOf(name), MASK), value);
  }
  if (Array.isArray(value)) return value.map((one) => masked(one, ownId, others, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, masked(inner, ownId, others, name)]),
  );
}

/** The name as a word of its own, however it is inflected at its end: Karim, Karimga, Каримом. */
function wordOf(name: string): RegExp {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}[\\p{L}]{0,4}(?![\\p{L}\\p{N}])`, 'giu');
}

/** The parts of the names of others that are long enough to be told from ordinary words. */
export function namesToMask(
  others: readonly Readonly<Record<string, unknown>>[],
  own: readonly Readonly<Record<string, unknown>>[],
): string[] {
  const parts = (names: readonly Readonly<Record<string, unknown>>[]) =>
    names.flatMap((name) =>
      ['given', 'patronymic', 'family', 'single'].flatMap((part) =>
        typeof name[part] === 'string' ? [name[part]] : [],
      ),
    );
  const mine = new Set(parts(own).map((part) => part.toLowerCase()));
  return [...new Set(parts(others))]
    .filter((part) => part.length > 2 && !mine.has(part.toLowerCase()))
    .sort((a, b) => b.length - a.length);
}
