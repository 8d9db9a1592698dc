type Place = readonly [number, number];

/**
 * Mean silhouette (Rousseeuw 1987), −1 to 1: for each point, how much nearer its own group is than the next one.
 * A group of one counts 0.
 */
export function silhouette(points: readonly Place[], groups: readonly number[]): number {
  const count = Math.max(...groups) + 1;
  const sizes = Array.from({ length: count }, (_, at) => groups.filter((g) => g === at).length);
  let sum = 0;
  for (const [at, [x, y]] of points.entries()) {
    const own = groups[at] ?? 0;
    if ((sizes[own] ?? 0) < 2) continue;
    const distances = new Array<number>(count).fill(0);
    for (const [other, [ox, oy]] of points.entries()) {
      const group = groups[other] ?? 0;
      distances[group] = (distances[group] ?? 0) + Math.hypot(x - ox, y - oy);
    }
    const within = (distances[own] ?? 0) / ((sizes[own] ?? 0) - 1);
    const nearest = Math.min(
      ...distances
        .map((distance, group) => distance / (sizes[group] || Number.NaN))
        .filter((distance, group) => group !== own && !Number.isNaN(distance)),
    );
    const most = Math.max(within, nearest);
    if (most > 0) sum += (nearest - within) / most;
  }
  return points.length === 0 ? 0 : sum / points.length;
}
