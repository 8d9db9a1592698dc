import { useDeferredValue } from 'react';
import { carriedEntry, carriedQuestion } from '#domain/directory/device-entry.ts';
import { type Entry, found, type Reason } from '#domain/directory/directory.ts';
import { order, reasonsFor } from '#domain/directory/reasons.ts';
import { useAsk } from '../ask.ts';
import { useRows } from '../device/use-rows.ts';
import { questionAddress } from '../directory/question.ts';
import type { Wishes } from '../directory/wish-fields.tsx';
import { useLine } from '../ui/sync-pill.tsx';
import { organisationRow, type ServiceRow } from './rows.ts';
import { usePlaces } from './use-places.ts';

/** A service with why it is listed. */
export type Fitting = Entry & { readonly reasons: readonly Reason[] };

/** From the server; until it answers, and without a line, from the device. Only what can be chosen here. */
export function useFitting(asked: Wishes, services: readonly ServiceRow[]) {
  const search = useDeferredValue(questionAddress({ ...asked }));
  const answer = useAsk(['directory', 'find', search], `/api/directory${search}`, found);
  const organisations = useRows('organisation', organisationRow);
  const places = usePlaces();
  const onLine = useLine();
  if (answer.value !== undefined) {
    const chosen = new Set(services.map(({ id }) => id));
    const hits = answer.value.services.filter(({ id }) => chosen.has(id));
    const { services: nearest, total } = answer.value;
    return { hits, total, further: total - nearest.length, alone: false };
  }
  const said = Object.entries(asked).filter(([, wish]) => wish !== '' && wish !== false);
  const question = carriedQuestion(Object.fromEntries(said));
  const parents = new Map([...(places ?? [])].map(([id, { parent_id }]) => [id, parent_id]));
  const hits = services.flatMap((one): Fitting[] => {
    const entry = carriedEntry(one, organisations?.get(one.organisation_id)?.name ?? {});
    const reasons = reasonsFor(entry, question, parents);
    return reasons === null ? [] : [{ ...entry, reasons }];
  });
  const alone = !onLine || answer.problem !== undefined;
  return { hits: hits.toSorted(order), total: hits.length, further: 0, alone };
}
