import { z } from 'zod';
import { id } from '../../id.ts';
import { day, instant } from '../../time.ts';
import { SESSION_RULES } from '../session-rule.ts';
import { languageTag, wording } from '../wording.ts';
import { AMENDMENT_STATES, recommendationText } from './amendment.ts';
import { outcome } from './came-of.ts';
import { STATUSES } from './follow-up.ts';
import { STANCES } from './position.ts';
import { RECOMMENDATION_THEMES } from './theme.ts';

const theme = z.enum(RECOMMENDATION_THEMES);

/** A line of the minutes marked as a recommendation: the first text of it, in one language. */
export const newRecommendation = z.strictObject({
  id,
  theme,
  lang: languageTag,
  text: recommendationText,
});

/** A new text that shall take the place of an adopted one, which stays as it was. */
export const newReplacement = newRecommendation.omit({ theme: true });

/** The chair's own change of the text. */
export const changedText = z.strictObject({
  text: recommendationText,
  seen: z.int().min(1).max(1_000_000),
});

/** An institution as it stands on a board. */
const institution = z.object({ id: z.uuid(), name: wording, country: z.string().nullable() });

/** A recommendation in a list. */
export const recommendationRow = z.object({
  ...{ id: z.uuid(), edition_id: z.uuid(), edition: z.string(), number: z.int(), theme },
  ...{ text: wording, adopted_on: day.nullable(), body: wording.nullable() },
  ...{ status: z.enum(STATUSES), due_on: day.nullable(), review_on: day.nullable() },
  lead: institution.nullable(),
  co_owners: z.array(institution),
  /** The adopted one that took its place. */
  replaced_by: z.int().nullable(),
  late: z.enum(['due', 'review']).nullable(),
});
export type RecommendationRow = z.infer<typeof recommendationRow>;
export const recommendationPage = z.object({
  rows: z.array(recommendationRow),
  next: z.string().nullable(),
});

export const amendmentRow = z.object({
  ...{ id: z.uuid(), author: z.string(), country: z.string().nullable(), mine: z.boolean() },
  ...{ old_words: z.string(), new_words: z.string(), reason: z.string().nullable() },
  state: z.enum(AMENDMENT_STATES),
  ...{ decision_reason: z.string().nullable(), created_at: instant },
});
export const positionRow = z.object({
  ...{ country: z.string(), stance: z.enum(STANCES), words: wording.nullable() },
  ...{ revision: z.int(), at: instant },
});
export const activityRow = z.object({
  ...{ id: z.uuid(), title: wording, starts_on: day, ends_on: day, done_on: day.nullable() },
});
export const reportRow = z.object({
  ...{ id: z.uuid(), institution: wording.nullable(), status: z.enum(STATUSES) },
  ...{ words: wording.nullable(), value: z.number().nullable(), evidence: z.string().nullable() },
  ...{ reported_on: day, at: instant },
  /** True where its words wait for a second look; readers do not see it meanwhile. */
  held: z.boolean(),
});

/** One recommendation with all that was said of it, and what this participant may do. */
export const recommendationWhole = recommendationRow.extend({
  edition_title: wording,
  /** True once a second editor has sent the adopted text out. */
  published: z.boolean(),
  /** The day at the host of the edition. */
  today: day,
  /** In which languages the text has to be there. */
  languages: z.array(z.string()),
  session: z
    .object({
      id: z.uuid(),
      title: wording,
      rule: z.enum(SESSION_RULES),
      line: z.int().nullable(),
      /** True where everybody reads the minutes with that line. */
      minutes_out: z.boolean(),
    })
    .nullable(),
  replaces: z.object({ id: z.uuid(), number: z.int() }).nullable(),
  indicator: z
    .object({
      ...{ name: wording, base: z.number().nullable(), target: z.number(), unit: z.string() },
    })
    .nullable(),
  came_of: outcome.nullable(),
  positions: z.array(positionRow),
  amendments: z.array(amendmentRow),
  activities: z.array(activityRow),
  reports: z.array(reportRow),
  abilities: z.object({
    amend: z.boolean(),
    chair: z.boolean(),
    translate: z.boolean(),
    organise: z.boolean(),
    /** The country for which this participant speaks here. */
    speaks_for: z.string().nullable(),
    report: z.enum(['lead', 'co_owner', 'organiser']).nullable(),
  }),
});
export type RecommendationWhole = z.infer<typeof recommendationWhole>;

/** The minutes of a session as the one who keeps them sees them. */
export const minutesOfSession = z.object({
  session: z.object({
    ...{ id: z.uuid(), edition_id: z.uuid(), title: wording, rule: z.enum(SESSION_RULES) },
    languages: z.array(z.string()),
  }),
  lines: z.array(
    z.object({
      ...{ id: z.uuid(), number: z.int(), words: wording, speaker: z.string().nullable() },
      at: instant,
      recommendation: z.object({ id: z.uuid(), number: z.int() }).nullable(),
    }),
  ),
  /** Names that may be chosen as speaker; none where nobody is named. */
  speakers: z.array(z.string()),
  abilities: z.object({ write: z.boolean() }),
});
export type MinutesOfSession = z.infer<typeof minutesOfSession>;

/** Sessions whose minutes somebody may read or keep. */
export const sessionsWithMinutes = z.object({
  sessions: z.array(
    z.object({
      ...{ id: z.uuid(), title: wording, edition_title: wording, lines: z.int() },
      starts_at: instant.nullable(),
    }),
  ),
});

/** Institutions that may own a recommendation. */
export const institutionChoices = z.object({ institutions: z.array(institution) });
