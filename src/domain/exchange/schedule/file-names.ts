import type { Programme, ProgrammeSession } from './programme.ts';
import { textIn } from './programme.ts';

/** The short name of an edition in files: letters, digits and `_`, four at least, as both schemas want it. */
export function acronym(slug: string): string {
  return slug
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .padEnd(4, '_');
}

/** A session's short name in files, unique by its number: `homecoming_2-7-a-first-school-year`. */
export function sessionSlug(programme: Programme, session: ProgrammeSession): string {
  const words = textIn(session.title, 'en')
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');
  return `${acronym(programme.slug)}-${session.number}-${words.length > 0 ? words : 'session'}`;
}

/** `01:30`, minutes as both formats write them. */
export function durationText(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
