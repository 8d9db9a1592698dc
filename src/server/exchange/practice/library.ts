import { z } from 'zod';
import { EVIDENCE_LEVELS } from '#domain/exchange/practice/evidence-level.ts';
import { MATURITIES } from '#domain/exchange/practice/maturity.ts';
import { searchWords } from '#domain/exchange/practice/search.ts';
import { STAGES, TARGET_GROUPS, THEMES } from '#domain/exchange/practice/vocabulary.ts';
import type { Taking } from '../exchange-database.ts';
import { type ShownCard, shownCard } from './practice-version.ts';

/** What one may choose by; what nobody offers is no choice and is passed over. */
const choice = <T extends readonly [string, ...string[]]>(of: T) =>
  z.enum(of).optional().catch(undefined);
export const libraryQuery = z.object({
  q: z.string().max(200).optional().catch(undefined),
  theme: choice(THEMES),
  group: choice(TARGET_GROUPS),
  stage: choice(STAGES),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  evidence: choice(EVIDENCE_LEVELS),
  maturity: choice(MATURITIES),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type LibraryQuery = z.infer<typeof libraryQuery>;
export const FACETS = ['theme', 'group', 'stage', 'country', 'evidence', 'maturity'] as const;
export type Facet = (typeof FACETS)[number];

/** What the choices are made on: light, so that all of the library fits into one answer. */
interface Entry {
  readonly id: string;
  readonly values: Readonly<Record<Facet, readonly string[]>>;
}
export interface Shown {
  readonly id: string;
  readonly version: number;
  readonly card: ShownCard;
  readonly published_at: Date;
  readonly review_on: string | null;
  readonly archived: boolean;
  /** In how many countries it is done. */
  readonly countries: number;
}
export interface Library {
  readonly rows: Shown[];
  readonly found: number;
  /** How many each choice would leave, the other choices kept. */
  readonly counts: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
}

export const PER_PAGE = 50;
/** More cards than this are a reason to count in the database. */
const MOST = 5000;

export async function searchLibrary(taking: Taking, query: LibraryQuery): Promise<Library> {
  const entries = await entriesFor(taking, searchWords(query.q ?? ''));
  const fits = (entry: Entry, but?: Facet) =>
    FACETS.every((facet) => {
      const wanted = query[facet];
      return facet === but || wanted === undefined || entry.values[facet].includes(wanted);
    });
  const found = entries.filter((entry) => fits(entry));
  const counts = Object.fromEntries(
    FACETS.map((facet) => {
      const count = new Map<string, number>();
      for (const entry of entries)
        if (fits(entry, facet))
          for (const value of entry.values[facet]) count.set(value, (count.get(value) ?? 0) + 1);
      return [facet, count];
    }),
  ) as unknown as Library['counts'];
  const from = (query.page - 1) * PER_PAGE;
  const ids = found.slice(from, from + PER_PAGE).map(({ id }) => id);
  return { rows: await shownCards(taking, ids), found: found.length, counts };
}

/** Every published card that has all the words, the nearest first; each word may be a beginning. */
async function entriesFor({ client }: Taking, words: readonly string[]): Promise<Entry[]> {
  const asked = words.map((word) => `${word}:*`).join(' & ');
  const { rows } = await client.query<Record<string, string[] | string>>(
    `select practice_id as id, card -> 'facts' -> 'themes' as theme,
       card -> 'facts' -> 'target_groups' as "group", card -> 'facts' -> 'stages' as stage,
       card -> 'facts' ->> 'country' as country, card ->> 'evidence' as evidence,
       card ->> 'maturity' as maturity
     from exchange.practice_version
     where latest and published_at is not null and hidden_at is null and archived_at is null
       and ($1 = '' or word_index @@ to_tsquery('simple', $1) or words like all ($2::text[]))
     order by case when $1 = '' then 0 else ts_rank(word_index, to_tsquery('simple', $1)) end desc,
       published_at desc, practice_id
     limit $3`,
    // A word may also stand within another: `school` in `preschool`.
    [asked, words.map((word) => `%${word}%`), MOST],
  );
  return rows.map(({ id, ...values }) => ({
    id: String(id),
    values: Object.fromEntries(
      FACETS.map((facet) => [facet, [values[facet] ?? []].flat()]),
    ) as unknown as Entry['values'],
  }));
}

/** The cards of these ids as readers see them, in the same order. */
export async function shownCards({ client }: Taking, ids: readonly string[]): Promise<Shown[]> {
  const { rows } = await client.query<ShownRow>(
    `${SHOWN} and v.latest and v.practice_id = any ($1)`,
    [ids],
  );
  const byId = new Map(rows.map((row) => [row.id, shownOf(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** One version of a card, the newest where none is named; null where readers see none. */
export async function shownVersion(
  { client }: Taking,
  id: string,
  version: number | undefined,
): Promise<Shown | null> {
  const { rows } = await client.query<ShownRow>(
    `${SHOWN} and v.practice_id = $1 and case when $2::int is null then v.latest else v.version = $2 end`,
    [id, version ?? null],
  );
  return rows[0] ? shownOf(rows[0]) : null;
}

interface ShownRow extends Omit<Shown, 'card'> {
  card: unknown;
}
const SHOWN = `select v.practice_id as id, v.version, v.card, v.published_at, v.review_on::text,
    v.archived_at is not null as archived,
    (select count(distinct s.shown ->> 'country')::int from exchange.adoption_shown s
      where s.subject_kind = 'practice' and s.subject_id = v.practice_id
        and s.shown ->> 'status' in ('adopted', 'institutionalised')) as countries
  from exchange.practice_version v where v.published_at is not null and v.hidden_at is null`;

function shownOf(row: ShownRow): Shown {
  return { ...row, card: shownCard.parse(row.card) };
}
