/** By what a proposal is weighed; published with the call, so that nobody has to guess. */
export const CRITERIA = ['relevance', 'evidence', 'transfer', 'clarity', 'safety'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** How far a proposal fulfils a criterion, from not at all (1) to fully (5); each has its words on the screen. */
export const MARKS = [1, 2, 3, 4, 5] as const;
export type Mark = (typeof MARKS)[number];
