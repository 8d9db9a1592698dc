import type { Messages } from '@lingui/core';

/** A catalogue with every text changed by a rule; tags, values and the number of a plural stay. */
export function withTexts(messages: Messages, change: (text: string) => string): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([id, message]) => [id, changed(message, change)]),
  ) as Messages;
}

function changed(message: unknown, change: (text: string) => string): unknown {
  if (typeof message === 'string') return changedText(message, change);
  if (!Array.isArray(message)) return message;
  return message.map((token) =>
    typeof token === 'string' ? changedText(token, change) : choice(token, change),
  );
}

/** `[name]`, `[name, format]`, or `[name, 'plural', { one: …, other: … }]`: only texts are touched. */
function choice(token: unknown, change: (text: string) => string): unknown {
  if (!Array.isArray(token) || typeof token[2] !== 'object' || token[2] === null) return token;
  const branches = Object.entries(token[2]).map(([name, branch]) => [
    name,
    changed(branch, change),
  ]);
  return [token[0], token[1], Object.fromEntries(branches)];
}

function changedText(text: string, change: (text: string) => string): string {
  // The place of a number in a plural.
  if (text === '#') return text;
  return text
    .split(/(<\/?\d+\/?>)/)
    .map((part) => (/^<.*>$/.test(part) || part.trim() === '' ? part : change(part)))
    .join('');
}
