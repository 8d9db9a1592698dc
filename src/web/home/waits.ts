import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { type WaitingList, waits } from '#domain/account/waits.ts';
import { useAsk } from '../ask.ts';

/** What stands under a place's name on the first screen; no line where nothing waits. */
export type Waits = Readonly<Record<string, readonly MessageDescriptor[]>>;

/** A figure with its word, or nothing: a colon spares every language its plural. */
export const WAITS = {
  late: (count: number) => (count === 0 ? [] : [msg`Overdue: ${count}`]),
  today: (count: number) => (count === 0 ? [] : [msg`Today: ${count}`]),
  urgent: (count: number) => (count === 0 ? [] : [msg`With an urgent need: ${count}`]),
  nobody: (count: number) => (count === 0 ? [] : [msg`Without a support worker: ${count}`]),
  waiting: (count: number) => (count === 0 ? [] : [msg`Waiting: ${count}`]),
};

const PLACES: Readonly<Record<WaitingList, string>> = {
  concerns: '/concerns',
  emergency_openings: '/emergency-openings',
  parked: '/parked',
  transfers: '/transfers',
  packets: '/inbox',
  complaints: '/complaints',
  duplicates: '/duplicates',
};

/** What waits in the lists over the line; nothing is said while there is no answer. */
export function useLineWaits(): Waits {
  const asked = useAsk(['waits'], '/api/waits', waits);
  const lists = Object.entries(asked.value?.waits ?? {}) as [WaitingList, number][];
  return Object.fromEntries(lists.map(([list, count]) => [PLACES[list], WAITS.waiting(count)]));
}
