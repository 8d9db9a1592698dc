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

/** One line of minutes, as it was taken down in the room. */
export interface MinuteLine {
  readonly text: string;
  /** Who said it, where somebody noted that. */
  readonly speaker: string | null;
}

/** The lines that readers outside the room get: without speakers under Chatham House, none of a closed one. */
export function publicMinutes<Line extends MinuteLine>(
  rule: SessionRule,
  lines: readonly Line[],
): Line[] {
  if (!mayPublish(rule, 'minutes')) return [];
  if (mayPublish(rule, 'attribution')) return [...lines];
  return lines.map((line) => ({ ...line, speaker: null }));
}

/**
 * Those of `people` who are named in a text: by the whole name, or by a part of four letters and more
 * that stands as a word of its own. Minutes of a Chatham House session go out only where this is empty.
 */
export function namedIn(text: string, people: readonly string[]): string[] {
  const words = new Set(wordsOf(text));
  return people.filter((person) => {
    const parts = wordsOf(person);
    const whole = parts.length > 0 && parts.every((part) => words.has(part));
    return whole || parts.some((part) => part.length >= 4 && words.has(part));
  });
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}ʻʼ’'-]+/gu) ?? []
  );
}
