import { z } from 'zod';
import { prose } from '../../text.ts';
import { mayPublish, type SessionRule } from '../session-rule.ts';
import { languageTag, type Wording, wording } from '../wording.ts';

/** Licences under which proceedings go out, with where they can be read. */
export const LICENCES = {
  'CC-BY-4.0': { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  'CC-BY-SA-4.0': { name: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  'CC-BY-NC-4.0': { name: 'CC BY-NC 4.0', url: 'https://creativecommons.org/licenses/by-nc/4.0/' },
} as const;
export type Licence = keyof typeof LICENCES;
const licence = z.enum(['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0']);

/** What is said of proceedings beside what the edition holds already. */
export const proceedingsChange = z.strictObject({
  language: languageTag,
  abstract: prose,
  licence,
  doi: z
    .string()
    .max(220)
    .regex(/^10\.\d{4,9}\/\S{1,200}$/, { error: 'not_a_doi' })
    .nullable(),
  /** 0 where there are none yet. */
  version: z.int().min(0),
});

/** A session as it may be copied from: with everything that is known of it. */
export interface SessionBehind {
  readonly id: string;
  readonly title: Wording;
  readonly abstract: Wording | null;
  readonly rule: SessionRule;
  readonly people: readonly {
    readonly participant_id: string;
    readonly name: string;
    readonly affiliation: Wording | null;
    readonly alias: boolean;
  }[];
}

/** A session as it stands in proceedings. */
export interface ProceededSession {
  readonly id: string;
  readonly title: Wording;
  readonly abstract: Wording | null;
  readonly people: readonly { readonly name: string; readonly affiliation: Wording | null }[];
}

/** What proceedings may hold of a session: its rule decides, and an alias has no institution. */
export function proceeded({ id, title, abstract, rule, people }: SessionBehind): ProceededSession {
  return {
    ...{ id, title, abstract: mayPublish(rule, 'abstract') ? abstract : null },
    people: mayPublish(rule, 'speakers')
      ? people.map(({ name, affiliation, alias }) => ({
          name,
          affiliation: alias ? null : affiliation,
        }))
      : [],
  };
}

/** Proceedings as those who make them see them. */
export const proceedingsSheet = z.object({
  abstract: wording.nullable(),
  licence,
  doi: z.string().nullable(),
  version: z.int(),
  state: z.enum(['draft', 'waiting', 'published', 'returned', 'taken_down']),
  published_at: z.string().nullable(),
  /** What would go out now. */
  sessions: z.array(
    z.object({
      ...{ id: z.uuid(), title: wording, abstract: wording.nullable() },
      people: z.array(z.object({ name: z.string(), affiliation: wording.nullable() })),
    }),
  ),
});
export type ProceedingsSheet = z.infer<typeof proceedingsSheet>;
