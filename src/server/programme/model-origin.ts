import { nameOf } from '#domain/case/model-difference.ts';
import type { PackageManifest, PackageName } from '#domain/model-package/package-file.ts';
import type { PartOrigin } from '#domain/programme/adoption.ts';
import { pieceIn } from '#domain/programme/model-piece.ts';
import type { Source } from '#domain/programme/package-trace.ts';
import { canonical } from '../case/chain.ts';
import type { Acting } from '../database.ts';
import { fingerprint, hashOf } from '../model-package/signing-key.ts';

/** So many parts are named at most: a model has some four hundred. */
const MOST = 2000;

/** The hash of what stands at a part's place; of an order, that of the names in it. */
export function partHash(document: unknown, part: string): string {
  const [path = '', order] = part.split('#');
  const value = pieceIn(document, path) ?? null;
  const names = order !== undefined && Array.isArray(value) ? value.map(nameOf) : value;
  return hashOf(canonical(names));
}

interface Origins {
  readonly origins: readonly PartOrigin[];
  readonly sources: readonly Source[];
}

/**
 * Where parts of a document come from: of each the newest adoption in a version that was published, and,
 * with `draft`, in the one that is open. What was adopted into a draft that was put aside counts for nothing.
 */
export async function originsOf(
  acting: Acting,
  document: { readonly code?: unknown },
  { draft }: { readonly draft: boolean },
): Promise<Origins> {
  const rows = await acting.tx
    .selectFrom('model_adoption')
    .innerJoin('model_draft', 'model_draft.id', 'model_adoption.draft_id')
    .innerJoin('model_package', 'model_package.hash', 'model_adoption.package_hash')
    .leftJoin('auth.account', 'auth.account.id', 'model_adoption.adopted_by')
    .select(['path', 'value_hash', 'adopted_at', 'hash', 'manifest', 'public_key'])
    .select('auth.account.name as adopted_by')
    .distinctOn('path')
    .where('model_draft.code', '=', String(document.code))
    .where(({ or, eb }) =>
      or([
        eb('model_draft.ended_as', '=', 'published'),
        ...(draft ? [eb('model_draft.ended_at', 'is', null)] : []),
      ]),
    )
    .orderBy('path')
    .orderBy('adopted_at', 'desc')
    .orderBy('model_adoption.id', 'desc')
    .limit(MOST)
    .execute();
  const sources = new Map<string, Source>();
  const origins = rows.map((row): PartOrigin => {
    // It was parsed when the package was brought in.
    const { title, country, version, made_from } = row.manifest as PackageManifest;
    const { hash } = row;
    const name: PackageName = { hash, title, country, version, key: fingerprint(row.public_key) };
    sources.set(hash, { name, made_from });
    return {
      path: row.path,
      package: { hash, title, country, version },
      adopted_by: row.adopted_by,
      adopted_at: row.adopted_at.toISOString(),
      changed: partHash(document, row.path) !== row.value_hash,
    };
  });
  return { origins, sources: [...sources.values()] };
}
