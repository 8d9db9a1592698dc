import type { Messages } from '@lingui/core';

const BEGIN = '\u202e';
const END = '\u202c';

/**
 * A right-to-left test language made from the English one: each text is put under a right-to-left
 * override, tags and values stay. It shows what a right-to-left script would break, and words that
 * never went through the catalogue stand out.
 */
export function mirrored(messages: Messages): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([id, message]) => [id, mirroredMessage(message)]),
  ) as Messages;
}

function mirroredMessage(message: unknown): unknown {
  if (typeof message === 'string') return mirroredText(message);
  if (!Array.isArray(message)) return message;
  return message.map((token) => (typeof token === 'string' ? mirroredText(token) : choice(token)));
}

/** `[name]`, `[name, format]`, or `[name, 'plural', { one: …, other: … }]`: only texts are touched. */
function choice(token: unknown): unknown {
  if (!Array.isArray(token) || typeof token[2] !== 'object' || token[2] === null) return token;
  const branches = Object.entries(token[2]).map(([name, branch]) => [
    name,
    mirroredMessage(branch),
  ]);
  return [token[0], token[1], Object.fromEntries(branches)];
}

function mirroredText(text: string): string {
  // The place of a number in a plural.
  if (text === '#') return text;
  return text
    .split(/(<\/?\d+\/?>)/)
    .map((part) => (/^<.*>$/.test(part) || part.trim() === '' ? part : `${BEGIN}${part}${END}`))
    .join('');
}
