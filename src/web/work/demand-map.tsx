import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense } from 'react';
import type { DemandPicture } from '#domain/work/demand.ts';
import type { usePlaces } from '../case/use-places.ts';
import { Drawing } from '../evidence/drawing.tsx';
import { formatNumber } from '../ui/format.ts';

type Line = DemandPicture['occupations'][number];

const RegionMap = lazy(async () => ({
  default: (await import('../map/region-map.tsx')).RegionMap,
}));

interface DemandMapProps {
  readonly line: Line;
  readonly places: ReturnType<typeof usePlaces>;
  readonly place: string;
  readonly setPlace: (place: string) => void;
}

/** The newest figure of each region; a region that is chosen shows its way over time below. */
export function DemandMap({ line, places, place, setPlace }: DemandMapProps) {
  const { t, i18n } = useLingui();
  const all = [...(places?.values() ?? [])];
  const regions = line.places.filter(({ place_id }) => places?.get(place_id)?.level === 'region');
  if (regions.length < 2) return null;
  return (
    <Suspense fallback={<Drawing />}>
      <RegionMap
        title={t`By region, the newest figures`}
        places={all}
        values={new Map(regions.map((one) => [one.place_id, one.value]))}
        said={(value) => formatNumber(i18n.locale, value)}
        chosen={regions.some((one) => one.place_id === place) ? place : null}
        choose={(region) => {
          // A region without a figure has no way over time.
          if (regions.some((one) => one.place_id === region)) setPlace(region ?? '');
        }}
      />
    </Suspense>
  );
}
