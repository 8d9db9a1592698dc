import type { Id } from '#domain/id.ts';
import type { Instant } from '#domain/time.ts';

interface ShownCode {
  readonly link_id: Id;
  readonly code: string;
  readonly expires_at: Instant;
}

// In the memory of this page alone: neither address nor device ever holds the code, and a reload forgets it.
let shown: ShownCode | null = null;

/** Keeps the code that is on the screen now for its slip; null forgets it. */
export function rememberCode(made: ShownCode | null): void {
  shown = made;
}

/** The code of this link, while the page that showed it is still there. */
export function codeOf(linkId: Id): ShownCode | null {
  return shown?.link_id === linkId ? shown : null;
}
