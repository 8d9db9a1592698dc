/** What happens on the way of a recommendation and is told to somebody. */
export const RECOMMENDATION_EVENTS = [
  'marked',
  'amendment_proposed',
  'amendment_decided',
  'text_changed',
  'adopted',
  'owner_named',
  'reported',
  'review_due',
  'review_overdue',
  'came_of',
] as const;
export type RecommendationEvent = (typeof RECOMMENDATION_EVENTS)[number];

/** Who has to do with a recommendation. */
export type Audience = 'proposers' | 'delegates' | 'spoken' | 'author' | 'owners' | 'organisers';

/** Each arrow of the way tells somebody; nobody is told of what they did themselves. */
export const TOLD = {
  marked: ['proposers', 'delegates', 'organisers'],
  amendment_proposed: ['organisers'],
  amendment_decided: ['author'],
  /** Whose country has spoken of a text that is another one now. */
  text_changed: ['spoken'],
  adopted: ['proposers', 'delegates', 'owners', 'organisers'],
  owner_named: ['owners'],
  reported: ['proposers', 'owners', 'organisers'],
  review_due: ['owners'],
  review_overdue: ['owners', 'organisers'],
  came_of: ['proposers', 'owners', 'organisers'],
} as const satisfies Readonly<Record<RecommendationEvent, readonly Audience[]>>;

/** Who is told, each once and in a fixed order, without the one who did it. */
export function toldOf(
  event: RecommendationEvent,
  people: Readonly<Partial<Record<Audience, readonly string[]>>>,
  by: string | null,
): string[] {
  const all = TOLD[event].flatMap((audience) => people[audience] ?? []);
  return [...new Set(all)].filter((one) => one !== by);
}

/** The days before a review on which the owners are reminded. */
export const REMIND_DAYS_BEFORE = 14;
