import type { Labels } from '../text.ts';

/** The outline of a country: its regions, each found by a word of its name in any of our languages. */
export interface Outline {
  readonly country: string;
  readonly regions: readonly OutlineRegion[];
}
interface OutlineRegion {
  readonly words: readonly string[];
  /** Longitude and latitude by turns, separated by spaces. */
  readonly rings: readonly string[];
}
interface PlaceLike {
  readonly id: string;
  readonly parent_id: string | null;
  readonly level: string;
  readonly name: Labels;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** A region as it is drawn; its box and middle are for numbers and for looking closer. */
export interface Shape {
  readonly place_id: string;
  readonly path: string;
  readonly box: Box;
  readonly middle: Point;
}
export interface Drawn {
  readonly shapes: readonly Shape[];
  readonly box: Box;
  /** Units of the drawing in a kilometre. */
  readonly kilometre: number;
  readonly at: (longitude: number, latitude: number) => Point;
}

const UNITS = 100;
const KILOMETRES_A_DEGREE = 111.2;

/**
 * Draws the regions of the place tree, or nothing where no outline knows most of them: then a list says it all. One scale
 * everywhere: a degree of longitude is as narrow as it is in the middle of the country.
 */
export function drawRegions(
  places: readonly PlaceLike[],
  outlines: readonly Outline[],
): Drawn | null {
  const regions = places.filter((one) => one.level === 'region');
  const best = outlines
    .map((outline) => ({ outline, known: known(outline, regions) }))
    .toSorted((a, b) => b.known.size - a.known.size)[0];
  if (best === undefined || best.known.size * 2 < regions.length || best.known.size === 0) {
    return null;
  }
  const rings = best.outline.regions.map((one) => one.rings.map(pointsOf));
  const latitudes = rings.flat(2).map(([, latitude]) => latitude);
  const middle = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
  const narrow = Math.cos((middle * Math.PI) / 180);
  const at = (longitude: number, latitude: number): Point => ({
    x: longitude * narrow * UNITS,
    y: -latitude * UNITS,
  });
  const shapes = best.outline.regions.flatMap((_one, index): Shape[] => {
    const place = best.known.get(index);
    if (place === undefined) return [];
    const drawn = (rings[index] ?? []).map((ring) => ring.map(([lon, lat]) => at(lon, lat)));
    const widest = drawn.toSorted((a, b) => b.length - a.length)[0] ?? [];
    const path = drawn
      .map((ring) => `M${ring.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`)
      .join('');
    return [{ place_id: place, path, box: boxOf(drawn.flat()), middle: middleOf(widest) }];
  });
  const box = boxOf(
    shapes.flatMap((one) => [
      { x: one.box.x, y: one.box.y },
      { x: one.box.x + one.box.width, y: one.box.y + one.box.height },
    ]),
  );
  return { shapes, box, kilometre: UNITS / KILOMETRES_A_DEGREE, at };
}

/** The region of a place: itself, or the one above it; null for a country or an unknown place. */
export function regionOf(
  place: string | null,
  places: ReadonlyMap<string, PlaceLike>,
): string | null {
  let one = place === null ? undefined : places.get(place);
  for (let steps = 0; one !== undefined && steps < 8; steps += 1) {
    if (one.level === 'region') return one.id;
    one = one.parent_id === null ? undefined : places.get(one.parent_id);
  }
  return null;
}

/** A round number of kilometres that is at most as long as what there is room for. */
export function roundScale(kilometres: number): number {
  const power = 10 ** Math.floor(Math.log10(kilometres));
  return ([5, 2, 1].find((one) => one * power <= kilometres) ?? 1) * power;
}

function known(outline: Outline, regions: readonly PlaceLike[]): Map<number, string> {
  const found = new Map<number, string>();
  const taken = new Set<string>();
  // In their order: a city is looked for before the region that is named after it.
  for (const [index, { words }] of outline.regions.entries()) {
    const place = regions.find(
      ({ id, name }) =>
        !taken.has(id) &&
        Object.values(name).some((label) =>
          words.some((word) => `${label?.toLowerCase() ?? ''} `.includes(word)),
        ),
    );
    if (place === undefined) continue;
    found.set(index, place.id);
    taken.add(place.id);
  }
  return found;
}

function pointsOf(ring: string): (readonly [number, number])[] {
  const numbers = ring.split(' ').map(Number);
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, at) => [
    ...([numbers[at * 2] ?? 0, numbers[at * 2 + 1] ?? 0] as const),
  ]);
}

function boxOf(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The centre of gravity of a ring: where its number stands. */
function middleOf(ring: readonly Point[]): Point {
  let [area, x, y] = [0, 0, 0];
  for (const [index, one] of ring.entries()) {
    const next = ring[(index + 1) % ring.length] ?? one;
    const cross = one.x * next.y - next.x * one.y;
    area += cross;
    x += (one.x + next.x) * cross;
    y += (one.y + next.y) * cross;
  }
  if (area === 0) return ring[0] ?? { x: 0, y: 0 };
  return { x: x / (3 * area), y: y / (3 * area) };
}
