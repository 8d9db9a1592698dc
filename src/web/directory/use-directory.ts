import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { z } from 'zod';
import { service } from '#domain/directory/offered-service.ts';
import { organisation } from '#domain/directory/organisation.ts';
import { PLACE_LEVELS } from '#domain/place/place.ts';
import type { Problem } from '#domain/problem.ts';
import { labels } from '#domain/text.ts';
import { type Asked, useAsk } from '../ask.ts';
import { call } from '../http.ts';

/** What was merged into another keeps its name where it was written down, and is offered nowhere. */
const version = { version: z.int(), merged_into: z.string().nullable() };
const organisations = z.object({ organisations: z.array(organisation.extend(version)) });
const services = z.object({
  services: z.array(service.extend({ note: z.string().nullable(), ...version })),
});
const places = z.object({
  places: z.array(
    z.object({
      ...{ id: z.string(), code: z.string(), parent_id: z.string().nullable() },
      level: z.enum(PLACE_LEVELS),
      name: labels,
    }),
  ),
});
export type OrganisationRow = z.infer<typeof organisations>['organisations'][number];
export type ServiceLine = z.infer<typeof services>['services'][number];
export type PlaceRow = z.infer<typeof places>['places'][number];

const KEY = 'directory';

export function useOrganisations(): Asked<readonly OrganisationRow[]> {
  const { value, problem } = useAsk([KEY, 'organisations'], '/api/organisations', organisations);
  return { value: value?.organisations, problem };
}

export function useServiceLines(): Asked<readonly ServiceLine[]> {
  const { value, problem } = useAsk([KEY, 'services'], '/api/services', services);
  return { value: value?.services, problem };
}

export function usePlaces(): Asked<readonly PlaceRow[]> {
  const { value, problem } = useAsk([KEY, 'places'], '/api/places', places);
  return { value: value?.places, problem };
}

/** Places below each place, in their given order; `null` holds the countries. */
export function usePlaceTree(
  rows: readonly PlaceRow[],
): ReadonlyMap<string | null, readonly PlaceRow[]> {
  return useMemo(() => Map.groupBy(rows, (row) => row.parent_id), [rows]);
}

/** Writes one row of the directory and reads it anew; the problem where it was not written. */
export function useKeep() {
  const queries = useQueryClient();
  return useCallback(
    async (
      method: 'POST' | 'PUT',
      path: string,
      body: Readonly<Record<string, unknown>>,
    ): Promise<Problem | undefined> => {
      const reply = await call(path, z.object({}), { method, body });
      // Also where somebody else has changed it: what they wrote stands beside the form then.
      if (reply.ok || reply.problem.code === 'version_conflict') {
        await Promise.all([
          queries.invalidateQueries({ queryKey: [KEY] }),
          queries.invalidateQueries({ queryKey: ['services'] }),
        ]);
      }
      return reply.ok ? undefined : reply.problem;
    },
    [queries],
  );
}
