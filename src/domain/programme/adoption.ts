import { z } from 'zod';
import { id } from '../id.ts';
import {
  country,
  LICENCES,
  packageGuide,
  packageHash,
  packageManifest,
} from '../model-package/package-file.ts';
import { labels, line } from '../text.ts';
import { instant } from '../time.ts';

/** What a coordinator says when the version in force is made into a package. */
export const exportModel = z.strictObject({
  title: labels.refine((value) => Object.keys(value).length > 0, { error: 'required' }),
  country,
  made_by: line,
  licence: z.enum(LICENCES),
  guide: packageGuide,
});
export type ExportModel = z.infer<typeof exportModel>;

/** A package that was brought in, as a list shows it. */
export const broughtPackage = z.object({
  hash: packageHash,
  manifest: packageManifest,
  /** The fingerprint of the key that signed it, to compare with what the card of the model says. */
  key: z.string(),
  /** Packages signed by the same key that were brought in before. */
  same_key_before: z.int(),
  brought_by: z.string().nullable(),
  brought_at: instant,
});
export type BroughtPackage = z.infer<typeof broughtPackage>;
export const packageList = z.object({
  packages: z.array(broughtPackage),
  /** Of this instance's own key. */
  own_key: z.string(),
});

export const modelPiece = z.object({
  path: z.string(),
  kind: z.enum(['added', 'removed', 'changed', 'order']),
  needs: z.array(z.string()),
  goes_with: z.array(z.string()),
  used_by: z.array(z.string()),
});
export type TiedPiece = z.infer<typeof modelPiece>;

/** A package laid beside one's own model: the open draft, or the version in force where there is none. */
export const openedPackage = z.object({
  package: broughtPackage,
  guide: packageGuide,
  own: z.record(z.string(), z.unknown()),
  offered: z.record(z.string(), z.unknown()),
  /** The draft that it is compared with, and the version of it; null = the version in force. */
  draft: z.object({ id, version: z.int() }).nullable(),
  pieces: z.array(modelPiece),
});
export type OpenedPackage = z.infer<typeof openedPackage>;

export const adoptParts = z.strictObject({
  /** The open draft, or the id of the one to begin. */
  draft_id: id,
  /** The version of the draft that was looked at; null where none was open. */
  version: z.int().min(1).nullable(),
  /** Names of pieces (`pieceName`). */
  parts: z.array(z.string().min(1).max(300)).min(1).max(2000),
});
export type AdoptParts = z.infer<typeof adoptParts>;

/** Where a part of one's own model comes from. */
export const partOrigin = z.object({
  path: z.string(),
  package: z.object({
    ...{ hash: packageHash, title: labels, country, version: z.int() },
  }),
  adopted_by: z.string().nullable(),
  adopted_at: instant,
  /** It was worked on since. */
  changed: z.boolean(),
});
export type PartOrigin = z.infer<typeof partOrigin>;
export const partOrigins = z.object({ origins: z.array(partOrigin) });
