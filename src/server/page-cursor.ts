import type { z } from 'zod';

/** Where a page ended, for a reader who gives it back unread: base64url of JSON. */
export function encodeCursor(given: unknown): string {
  return Buffer.from(JSON.stringify(given)).toString('base64url');
}

/** The cursor that was given, or null where it is none of ours: then the list starts over. */
export function decodeCursor<T>(schema: z.ZodType<T>, given: string | undefined): T | null {
  if (given === undefined) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(Buffer.from(given, 'base64url').toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
