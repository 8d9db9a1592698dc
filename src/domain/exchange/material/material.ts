import { z } from 'zod';
import { id } from '../../id.ts';
import { line } from '../../text.ts';
import { mayPublish, type SessionRule } from '../session-rule.ts';
import { languageTag, wording } from '../wording.ts';

/** Who may read a material, from everybody to the organisers alone. */
export const MATERIAL_ACCESS = ['public', 'registered', 'speakers', 'organisers'] as const;
export type MaterialAccess = (typeof MATERIAL_ACCESS)[number];

/** A reader, as far as materials ask about somebody. */
export interface MaterialReader {
  /** Takes part in the edition: registered, or holds a role in it. */
  readonly registered: boolean;
  readonly organiser: boolean;
  /** Sessions where the reader speaks. */
  readonly speaks_in: readonly string[];
}

/** Somebody without an account. */
export const STRANGER: MaterialReader = { registered: false, organiser: false, speaks_in: [] };

/** True where the reader may have it; a session that leaves no materials gives them to those in the room only. */
export function mayReadMaterial(
  material: { access: MaterialAccess; session_id: string | null; rule: SessionRule | null },
  reader: MaterialReader,
): boolean {
  if (reader.organiser) return true;
  const speaks = material.session_id !== null && reader.speaks_in.includes(material.session_id);
  const leaves = material.rule === null || mayPublish(material.rule, 'materials');
  const allowed: Readonly<Record<MaterialAccess, boolean>> = {
    public: leaves || reader.registered || speaks,
    registered: reader.registered || speaks,
    speakers: speaks,
    organisers: false,
  };
  return allowed[material.access];
}

/** The largest file of a material: 20 MB. */
export const MATERIAL_BYTES = 20 * 1024 * 1024;

/** What is said of a material beside its file. */
export const newMaterial = z.strictObject({
  id,
  edition_id: id,
  session_id: id.nullable(),
  title: line,
  /** Language of the title. */
  title_language: languageTag,
  /** Language of what stands in the file. */
  language: languageTag,
  access: z.enum(MATERIAL_ACCESS),
});
export type NewMaterial = z.infer<typeof newMaterial>;

export const materialLine = z.object({
  ...{ id: z.uuid(), session_id: z.uuid().nullable(), title: wording, session: wording.nullable() },
  ...{ language: z.string(), access: z.enum(MATERIAL_ACCESS), media_type: z.string() },
  ...{ size: z.int(), created_at: z.string(), own: z.boolean(), version: z.int() },
  withdrawn_at: z.string().nullable(),
  state: z.enum(['draft', 'waiting', 'published', 'returned', 'taken_down']),
});
export type MaterialLine = z.infer<typeof materialLine>;
