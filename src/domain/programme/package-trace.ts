import type { PackageName, PackageOrigin } from '../model-package/package-file.ts';

/** A part that was taken over from a package, as it is kept beside the model. */
export interface Adopted {
  /** By `pieceName`. */
  readonly path: string;
  readonly hash: string;
  /** Whether it was worked on since, or is not there any more. */
  readonly changed: boolean;
}

/** A package that was brought in: its name, and where its own parts came from. */
export interface Source {
  readonly name: PackageName;
  readonly made_from: readonly PackageOrigin[];
}

/**
 * What the next package says of where its parts come from: each package that parts were taken from, and
 * behind it those that the same parts had come from before. No person stands in it: who took them over is
 * kept in the programme alone.
 */
export function packageTrace(
  adopted: readonly Adopted[],
  sources: readonly Source[],
): PackageOrigin[] {
  const found = new Map<string, { name: PackageName; parts: Map<string, boolean> }>();
  const add = (name: PackageName, path: string, changed: boolean) => {
    const one = found.get(name.hash) ?? { name, parts: new Map() };
    one.parts.set(path, changed || (one.parts.get(path) ?? false));
    found.set(name.hash, one);
  };
  for (const { path, hash, changed } of adopted) {
    const source = sources.find(({ name }) => name.hash === hash);
    if (source === undefined) continue;
    add(source.name, path, changed);
    for (const earlier of source.made_from) {
      for (const part of earlier.parts.filter((one) => touches(one.path, path))) {
        add(earlier.package, part.path, changed || part.changed);
      }
    }
  }
  return [...found.values()].map(({ name, parts }) => ({
    package: name,
    parts: [...parts].map(([path, changed]) => ({ path, changed })),
  }));
}

/** Whether one of two places holds the other. */
function touches(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
}
