import { parseModel } from '#domain/case/model.ts';
import type { ModelPackage, PackageManifest } from '#domain/model-package/package-file.ts';
import type { Problem } from '#domain/problem.ts';
import type { AdoptParts, BroughtPackage, OpenedPackage } from '#domain/programme/adoption.ts';
import type { DraftDocument } from '#domain/programme/model-draft.ts';
import { adoptPieces, modelPieces, pieceName } from '#domain/programme/model-piece.ts';
import { pieceTies } from '#domain/programme/model-pointer.ts';
import type { Acting } from '../database.ts';
import type { TakenPackage } from '../model-package/package-upload.ts';
import { fingerprint } from '../model-package/signing-key.ts';
import { beginDraft, inForce, saveDraft } from './model-draft.ts';
import { partHash } from './model-origin.ts';

/** Packages shown at most; the newest first. */
const PAGE = 50;

/** What is wrong with the model in a package, by the places of the package. */
export function unsoundModel({ content }: ModelPackage): Problem | null {
  const parsed = parseModel(content.model);
  if ('model' in parsed) return null;
  const fields = parsed.problems.slice(0, 100).map((one) => ({
    ...one,
    path: `package.content.${one.path}`,
  }));
  return { code: 'package_unsound', fields };
}

/** Keeps a package; the same one again is the same. */
export async function keepPackage(acting: Acting, taken: TakenPackage, now: Date): Promise<void> {
  const { manifest, signature } = taken.package;
  await acting.tx
    .insertInto('model_package')
    .values({
      ...{ hash: taken.hash, file: taken.file, manifest: JSON.stringify(manifest) },
      ...{ public_key: signature.public_key, brought_by: acting.actor.id, brought_at: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The packages that were brought in, the newest first. */
export async function broughtPackages(acting: Acting): Promise<BroughtPackage[]> {
  return (await labelsOf(acting).limit(PAGE).execute()).map(shown);
}

/** A package laid beside one's own model, with every part that is different and what hangs on it. */
export async function openPackage(acting: Acting, hash: string): Promise<OpenedPackage | null> {
  const row = await labelsOf(acting)
    .select('model_package.file')
    .where('model_package.hash', '=', hash)
    .executeTakeFirst();
  const ground = await ownModel(acting);
  if (row === undefined || ground === null) return null;
  const { content } = fileOf(row.file);
  const { own, draft } = ground;
  const pieces = pieceTies(own, content.model).map((one) => ({
    ...{ path: one.path, kind: one.kind },
    ...{ needs: [...one.needs], goes_with: [...one.goes_with], used_by: [...one.used_by] },
  }));
  return { package: shown(row), guide: content.guide, own, offered: content.model, draft, pieces };
}

/** Takes the chosen parts into the draft, which is begun where none is open, and keeps where they come from. */
export async function adoptParts(
  acting: Acting,
  hash: string,
  said: AdoptParts,
  now: Date,
  newId: () => string,
): Promise<Problem | null> {
  const row = await acting.tx
    .selectFrom('model_package')
    .select('file')
    .where('hash', '=', hash)
    .executeTakeFirst();
  const ground = await ownModel(acting);
  if (row === undefined || ground === null) return { code: 'gone' };
  if ((ground.draft?.version ?? null) !== said.version) {
    // Somebody saved, began, published or discarded in the meantime: what was looked at is not there.
    return { code: 'model_draft_changed' };
  }
  const offered = fileOf(row.file).content.model;
  const known = new Set(modelPieces(ground.own, offered).map(pieceName));
  const unknown = said.parts.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    return { code: 'package_part_unknown', details: { places: unknown.slice(0, 20) } };
  }
  if (ground.draft === null) {
    const problem = await beginDraft(acting, said.draft_id, now);
    if (problem !== null) return problem;
  }
  const id = ground.draft?.id ?? said.draft_id;
  const version = ground.draft?.version ?? 1;
  const document = adoptPieces(ground.own, offered, new Set(said.parts));
  const problem = await saveDraft(acting, id, { version, document }, now);
  if (problem !== null) return problem;
  await acting.tx
    .insertInto('model_adoption')
    .values(
      [...new Set(said.parts)].map((path) => ({
        ...{ id: newId(), draft_id: id, path, package_hash: hash },
        ...{ value_hash: partHash(document, path), adopted_by: acting.actor.id, adopted_at: now },
      })),
    )
    .execute();
  return null;
}

interface OwnModel {
  readonly own: DraftDocument;
  readonly draft: { readonly id: string; readonly version: number } | null;
}

/** The open draft, or the version in force where there is none. */
async function ownModel(acting: Acting): Promise<OwnModel | null> {
  const row = await acting.tx
    .selectFrom('model_draft')
    .select(['id', 'version', 'document'])
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (row !== undefined) {
    return { own: row.document as DraftDocument, draft: { id: row.id, version: row.version } };
  }
  const stands = await inForce(acting);
  return stands === undefined ? null : { own: stands.document as DraftDocument, draft: null };
}

function labelsOf(acting: Acting) {
  return acting.tx
    .selectFrom('model_package')
    .leftJoin('auth.account', 'auth.account.id', 'model_package.brought_by')
    .select(['hash', 'manifest', 'public_key', 'brought_at'])
    .select('auth.account.name as brought_by')
    .select(({ selectFrom }) =>
      selectFrom('model_package as other')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .whereRef('other.public_key', '=', 'model_package.public_key')
        .whereRef('other.brought_at', '<', 'model_package.brought_at')
        .as('same_key_before'),
    )
    .orderBy('model_package.brought_at', 'desc')
    .orderBy('model_package.hash');
}

type LabelRow = Awaited<ReturnType<ReturnType<typeof labelsOf>['executeTakeFirstOrThrow']>>;

function shown(row: LabelRow): BroughtPackage {
  return {
    hash: row.hash,
    // It was parsed when it was brought in.
    manifest: row.manifest as PackageManifest,
    key: fingerprint(row.public_key),
    same_key_before: Number(row.same_key_before ?? 0),
    brought_by: row.brought_by,
    brought_at: row.brought_at.toISOString(),
  };
}

/** It was read and found whole when it was brought in, and nobody may change it. */
function fileOf(file: string): ModelPackage {
  return JSON.parse(file) as ModelPackage;
}
