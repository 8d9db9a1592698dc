import canonicalize from 'canonicalize';
import { z } from 'zod';
import { fieldProblems, unstorableField } from '../field-problem.ts';
import type { FieldProblem, Problem } from '../problem.ts';
import { labels, line, text } from '../text.ts';
import { day } from '../time.ts';

/** What the file says that it is; a file that says anything else is none of ours. */
export const FORMAT = 'homeward-programme-model-package';
/** Moves on when a reader of today could misunderstand what a later writer means. */
export const FORMAT_VERSION = 1;
/** Largest package in bytes: the demo's model takes 130 kB. */
export const PACKAGE_BYTES = 5_000_000;
/** No package is nested deeper; one that is would only be there to break something. */
const DEEPEST = 30;

/** Under what it may be used: open licences only, as another country is to change it. */
export const LICENCES = ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC0-1.0'] as const;
export const country = z.string().regex(/^[A-Z]{2}$/, { error: 'not_a_country_code' });
export const packageHash = z.string().regex(/^[0-9a-f]{64}$/, { error: 'wrong_format' });

/** Which package something came from; enough to ask for it again. */
export const packageName = z.strictObject({
  /** SHA-256 over the bytes of the file. */
  hash: packageHash,
  title: labels,
  country,
  version: z.int().min(1),
  /** The fingerprint of the key that signed it. */
  key: z.string().regex(/^([0-9a-f]{4} ){9}[0-9a-f]{4}$/, { error: 'wrong_format' }),
});
export type PackageName = z.infer<typeof packageName>;

/** One package that parts were taken from, and which ones; `changed` = they were worked on since. */
export const packageOrigin = z.strictObject({
  package: packageName,
  parts: z
    .array(z.strictObject({ path: z.string().min(1).max(300), changed: z.boolean() }))
    .max(5000),
});
export type PackageOrigin = z.infer<typeof packageOrigin>;

/** What stands on the label: whose model it is, which version, under what it may be used, where it comes from. */
export const packageManifest = z.strictObject({
  title: labels,
  country,
  /** The institution that offers it; never a person. */
  made_by: line,
  made_on: day,
  licence: z.enum(LICENCES),
  /** Of the programme model inside. */
  version: z.int().min(1),
  made_from: z.array(packageOrigin).max(100),
});
export type PackageManifest = z.infer<typeof packageManifest>;

/** What whoever adopts it should know besides, by language. */
export const packageGuide = z
  .record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), text(20_000))
  .refine((value) => Object.keys(value).length <= 20, { error: 'too_many' });

const packageContent = z.strictObject({
  /** The programme model: workflow, needs, services, indicators, timers, prints. Each half reads it by its own rules. */
  model: z.record(z.string().max(100), z.unknown()),
  guide: packageGuide,
});
export type PackageContent = z.infer<typeof packageContent>;

const signature = z.strictObject({
  algorithm: z.literal('Ed25519'),
  /** Raw 32 bytes, base64url. */
  public_key: z.string().regex(/^[A-Za-z0-9_-]{43}$/, { error: 'wrong_format' }),
  value: z.string().regex(/^[A-Za-z0-9_-]{86}$/, { error: 'wrong_format' }),
});
export type PackageSignature = z.infer<typeof signature>;

const modelPackage = z.strictObject({
  format: z.literal(FORMAT),
  format_version: z.literal(FORMAT_VERSION),
  manifest: packageManifest,
  content: packageContent,
  signature,
});
export type ModelPackage = z.infer<typeof modelPackage>;

/** Whether a key signed these characters. */
export type VerifySignature = (signed: string, by: PackageSignature) => boolean;

/** What is signed: everything but the signature, as canonical JSON (RFC 8785). */
export function signedText(manifest: PackageManifest, content: PackageContent): string {
  return canonical({ format: FORMAT, format_version: FORMAT_VERSION, manifest, content });
}

/** The file: canonical JSON, so that the same package has the same bytes and the same hash everywhere. */
export function packageText(
  manifest: PackageManifest,
  content: PackageContent,
  by: PackageSignature,
): string {
  return canonical({
    ...{ format: FORMAT, format_version: FORMAT_VERSION },
    ...{ manifest, content, signature: by },
  });
}

/**
 * Reads a package file: either the package as it was signed, or what is wrong with the file. Whether the
 * model in it is sound, and whether a person stands in it, is asked of what comes out of here.
 */
export function readPackage(
  file: string,
  verify: VerifySignature,
): { readonly package: ModelPackage } | { readonly problem: Problem } {
  let json: unknown;
  try {
    json = JSON.parse(file);
  } catch {
    return refused('package_unreadable');
  }
  // Before anything that calls itself for what is inside.
  if (isDeeper(json)) return refused('package_too_deep');
  const unstorable = unstorableField(json, 'package');
  if (unstorable !== undefined) return unsound([unstorable]);
  const { format, format_version } = (json ?? {}) as Record<string, unknown>;
  if (format !== FORMAT) return refused('package_unreadable');
  if (typeof format_version !== 'number') return refused('package_unreadable');
  if (format_version > FORMAT_VERSION) return refused('package_newer');
  if (format_version < FORMAT_VERSION) return refused('package_older');
  const parsed = modelPackage.safeParse(json);
  if (!parsed.success) {
    return unsound(fieldProblems(parsed.error.issues, 'package', json));
  }
  const { manifest, content, signature: by } = parsed.data;
  // Two files of one content would be two packages; a key said twice would hide what it says first.
  if (canonical(json) !== file || !verify(signedText(manifest, content), by)) {
    return refused('package_changed');
  }
  return { package: parsed.data };
}

function unsound(fields: readonly FieldProblem[]): { readonly problem: Problem } {
  return { problem: { code: 'package_unsound', fields: fields.slice(0, 100) } };
}

function refused(code: Problem['code']): { readonly problem: Problem } {
  return { problem: { code } };
}

export interface PlacedText {
  readonly path: string;
  readonly text: string;
}

/** Every text of a document with its place, in the order in which it stands there. */
export function textsIn(value: unknown, path: string): PlacedText[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`));
}

function canonical(value: unknown): string {
  const written = canonicalize(value);
  if (written === undefined) throw new Error('not JSON');
  return written;
}

function isDeeper(root: unknown): boolean {
  const open = [{ value: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= DEEPEST) return true;
    for (const inner of Object.values(value)) open.push({ value: inner, depth: depth + 1 });
  }
  return false;
}
