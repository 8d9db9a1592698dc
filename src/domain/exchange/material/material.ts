import { mayPublish, type SessionRule } from '../session-rule.ts';

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
