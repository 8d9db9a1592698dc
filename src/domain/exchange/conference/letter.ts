import { z } from 'zod';
import { line, text } from '../../text.ts';

/** What a letter may name of its reader, written as `{name}`. */
export const PLACEHOLDERS = ['name', 'title', 'edition', 'number', 'remarks', 'link'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** A letter in one language. */
export const letter = z.strictObject({
  subject: line.refine(namesOnlyKnown, { error: 'unknown_placeholder' }),
  body: text(6000).refine(namesOnlyKnown, { error: 'unknown_placeholder' }),
});
export type Letter = z.infer<typeof letter>;

const NAMED = /\{([^{}]*)\}/g;

/** A letter with what it names put in. What is put in is not read again: a title may hold `{name}`. */
export function filledLetter(
  { subject, body }: Letter,
  values: Readonly<Record<Placeholder, string>>,
): Letter {
  const fill = (template: string) =>
    template.replace(NAMED, (whole, name: string) => (isPlaceholder(name) ? values[name] : whole));
  // A subject is one line: a mail with two would be another mail.
  return { subject: fill(subject).replace(/\s+/g, ' ').trim(), body: fill(body) };
}

function namesOnlyKnown(template: string): boolean {
  return [...template.matchAll(NAMED)].every(([, name = '']) => isPlaceholder(name));
}

function isPlaceholder(name: string): name is Placeholder {
  return (PLACEHOLDERS as readonly string[]).includes(name);
}
