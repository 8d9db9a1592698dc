import { z } from 'zod';

/**
 * What is known of a need domain, in the order of asking. `not_yet_asked` is no answer and no gap in
 * anybody's care: it only says that the talk has not come to it. `declined` is a full answer.
 */
export const NEED_VALUES = ['not_yet_asked', 'none', 'some', 'urgent', 'declined'] as const;
export const needValue = z.enum(NEED_VALUES);
export type NeedValue = z.infer<typeof needValue>;

/** True where the person has answered, by a value or by not wishing to. */
export function isAnswered(value: NeedValue): boolean {
  return value !== 'not_yet_asked';
}

/** True where there is something to do. */
export function isOpen(value: NeedValue): boolean {
  return value === 'some' || value === 'urgent';
}
