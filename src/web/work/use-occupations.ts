import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { z } from 'zod';
import { type ShownOccupation, shownOccupation } from '#domain/work/occupation.ts';
import { type Asked, useAsk } from '../ask.ts';
import { labelIn } from '../ui/format.ts';

const found = z.object({ occupations: z.array(shownOccupation) });
const HOUR = 3_600_000;

/** The occupations that free words may mean, the nearest first. */
export function useNearest(words: string, enabled: boolean): Asked<readonly ShownOccupation[]> {
  const { value, problem } = useAsk(
    ['occupations', 'near', words],
    `/api/occupations?q=${encodeURIComponent(words)}`,
    found,
    { enabled, staleTime: HOUR },
  );
  return { value: value?.occupations, problem };
}

/**
 * The title of an occupation in the language of the screen, by its code; undefined until it is known, and for good
 * without a line: then the person's own words stand alone.
 */
export function useOccupationTitle(
  codes: readonly (string | null)[],
): (code: string | null) => string | undefined {
  const { i18n } = useLingui();
  const wanted = [...new Set(codes.filter((code) => code !== null))].toSorted().join(',');
  const { value } = useAsk(
    ['occupations', 'codes', wanted],
    `/api/occupations?codes=${encodeURIComponent(wanted)}`,
    found,
    { enabled: wanted !== '', staleTime: HOUR },
  );
  return useCallback(
    (code) => {
      const one = value?.occupations.find((known) => known.code === code);
      return one === undefined ? undefined : labelIn(i18n.locale, one.titles);
    },
    [value, i18n.locale],
  );
}
