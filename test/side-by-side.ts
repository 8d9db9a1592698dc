const LANES = 3;

/** Does something with each of `items`, a few at a time: one waits for the database while another is answered. */
export async function sideBySide<Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  // One iterator for all: whoever is done takes the next.
  const rest = items[Symbol.iterator]();
  const lane = async () => {
    for (let next = rest.next(); !next.done; next = rest.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
