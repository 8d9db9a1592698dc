import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { regionOf } from '#domain/place/outline.ts';
import type { Labels } from '#domain/text.ts';
import { type MapPlace, RegionMap } from '../map/region-map.tsx';
import { labelIn } from '../ui/format.ts';
import parts from '../ui/parts.module.css';

interface Hit {
  readonly id: string;
  readonly name: Labels;
  readonly place_id: string | null;
  readonly at?: { readonly longitude: number; readonly latitude: number } | null;
}
interface ServiceMapProps {
  readonly hits: readonly Hit[];
  /** How many were found; only the nearest of them come with the answer. */
  readonly total: number;
  readonly places: readonly MapPlace[];
  /** The place that is looked for; its region is looked at closely. */
  readonly place: string;
  readonly goTo: (place: string) => void;
}

/** The services that were found, by region; a region that is chosen shows the open addresses in it. */
export function ServiceMap({ hits, total, places, place, goTo }: ServiceMapProps) {
  const { t, i18n } = useLingui();
  const byId = useMemo(() => new Map(places.map((one) => [one.id, one])), [places]);
  const values = new Map<string, number>();
  for (const { place_id } of hits) {
    const region = regionOf(place_id, byId);
    if (region !== null) values.set(region, (values.get(region) ?? 0) + 1);
  }
  const everywhere = hits.filter((one) => regionOf(one.place_id, byId) === null).length;
  const dots = hits.flatMap(({ id, name, at }) =>
    at === null || at === undefined ? [] : [{ id, name: labelIn(i18n.locale, name), ...at }],
  );
  return (
    <div className={parts.stack}>
      <RegionMap
        title={t`Services on a map`}
        places={places}
        values={values}
        said={(count) => t`${plural(count, { one: '# service', other: '# services' })}`}
        dots={dots}
        chosen={regionOf(place, byId)}
        choose={(region) => goTo(region ?? '')}
      />
      {total > hits.length ? (
        <p className={parts.look}>
          <Trans>
            On the map are the first {hits.length} of {total} services that fit. Say more to see
            fewer.
          </Trans>
        </p>
      ) : null}
      {everywhere === 0 ? null : (
        <p className={parts.soft}>
          <Plural
            value={everywhere}
            one="# more service is for the whole country."
            other="# more services are for the whole country."
          />
        </p>
      )}
      <p className={parts.soft}>
        <Trans>
          Choose a region to look closer. A confidential address is on no map: its service counts in
          its region alone.
        </Trans>
      </p>
    </div>
  );
}
