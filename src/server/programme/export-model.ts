import { parseModel } from '#domain/case/model.ts';
import {
  type PackageContent,
  type PackageManifest,
  packageText,
  signedText,
} from '#domain/model-package/package-file.ts';
import { personInPackage } from '#domain/model-package/person-in-package.ts';
import { personSigns } from '#domain/model-package/person-signs.ts';
import type { Problem } from '#domain/problem.ts';
import type { ExportModel } from '#domain/programme/adoption.ts';
import type { DraftDocument } from '#domain/programme/model-draft.ts';
import { packageTrace } from '#domain/programme/package-trace.ts';
import { dayAt } from '#domain/zone.ts';
import type { Acting } from '../database.ts';
import { hashOf, type SigningKey } from '../model-package/signing-key.ts';
import { inForce } from './model-draft.ts';
import { originsOf } from './model-origin.ts';

/** A package as it goes out: the file, its name on a disk, and its hash. */
export interface MadePackage {
  readonly file: string;
  readonly name: string;
  readonly hash: string;
}

/** The version in force as a signed package, with the trace of where its parts come from; or why not. */
export async function exportModel(
  acting: Acting,
  said: ExportModel,
  key: SigningKey,
  now: Date,
): Promise<MadePackage | { readonly problem: Problem }> {
  const stands = await inForce(acting);
  const parsed = parseModel(stands?.document);
  if (stands === undefined || !('model' in parsed)) return { problem: { code: 'model_unknown' } };
  const { guide, ...label } = said;
  const document = stands.document as DraftDocument;
  const { origins, sources } = await originsOf(acting, document, { draft: false });
  const adopted = origins.map((one) => ({ ...one, hash: one.package.hash }));
  const manifest: PackageManifest = {
    ...label,
    made_on: dayAt(now.toISOString(), parsed.model.time_zone),
    version: stands.version,
    made_from: packageTrace(adopted, sources),
  };
  const content: PackageContent = { model: document, guide };
  const person = personInPackage({ manifest, content }, personSigns);
  if (person !== null) return { problem: person };
  const file = packageText(manifest, content, key.sign(signedText(manifest, content)));
  const name = `programme-model-${said.country.toLowerCase()}-v${stands.version}.json`;
  return { file, name, hash: hashOf(file) };
}
