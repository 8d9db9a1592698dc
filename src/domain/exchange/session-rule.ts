/**
 * Under which rule a session speaks: `public`; `chatham_house` (what was said may be told on, never by
 * whom); `closed` (only that it took place). It binds recording, captions, minutes and every export.
 */
export const SESSION_RULES = ['public', 'chatham_house', 'closed'] as const;
export type SessionRule = (typeof SESSION_RULES)[number];

/** What a session leaves behind, and what tells who was there. */
export const SESSION_TRACES = [
  'title',
  'abstract',
  /** Who speaks, by name or by institution. */
  'speakers',
  /** Who sat in it. */
  'attendance',
  'materials',
  /** What was said. */
  'minutes',
  /** Who said it. */
  'attribution',
  /** Words of one speaker, as they were said. */
  'quotations',
  'captions',
  'recording',
] as const;
export type SessionTrace = (typeof SESSION_TRACES)[number];

const LEAVES: Readonly<Record<SessionRule, ReadonlySet<SessionTrace>>> = {
  public: new Set(SESSION_TRACES),
  // A voice, a face and a caption tell who it was; an own slide set does so too.
  chatham_house: new Set(['title', 'abstract', 'minutes']),
  closed: new Set(['title']),
};

/** The one place that says what may leave a session of this rule: asked by pages, exports and minutes. */
export function mayPublish(rule: SessionRule, what: SessionTrace): boolean {
  return LEAVES[rule].has(what);
}
