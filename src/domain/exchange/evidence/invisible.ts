/**
 * Characters that take part in a text without being seen: format characters, fillers that are drawn as
 * nothing, controls, variation selectors. Whoever reads a table on a screen does not know of them.
 */
const UNSEEN =
  /[\p{Cf}\p{Cc}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]|\u034f|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;

/** Zero-width joiners belong to words of Arabic and Indic scripts, between two letters. */
const JOINED = /(?<=[\p{L}\p{M}])[\u200c\u200d](?=[\p{L}\p{M}])/gu;

/** The text as a reader sees it: without what is not drawn, with single spaces. */
export function visible(text: string): string {
  return text
    .replace(/[\t\r\n]/g, ' ')
    .replace(UNSEEN, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** True where the text holds something that a reader cannot see. */
export function hidesSomething(text: string): boolean {
  const rest = text.replace(/[\t\r\n]/g, ' ').replace(JOINED, '');
  return rest.search(UNSEEN) >= 0;
}
