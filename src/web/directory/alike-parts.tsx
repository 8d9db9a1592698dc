import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { AlikePairs, SideBySide } from '#domain/directory/merge.ts';
import { labelIn } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import styles from './directory.module.css';
import type { PlaceRow } from './use-directory.ts';

interface SideProps {
  readonly side: AlikePairs['pairs'][number]['one'];
  readonly places: readonly PlaceRow[];
}

/** One of two entries, in the few lines by which one knows it. */
export function Side({ side, places }: SideProps) {
  const { i18n } = useLingui();
  const place = places.find((one) => one.id === side.place_id);
  const lines = [
    side.organisation === null ? null : labelIn(i18n.locale, side.organisation),
    place === undefined ? null : labelIn(i18n.locale, place.name),
    side.phone,
    side.address,
  ].filter((line) => line !== null && line !== '');
  return (
    <div className={styles.side}>
      <div className={parts.strong}>{labelIn(i18n.locale, side.name)}</div>
      {lines.map((line) => (
        <div key={line}>
          <bdi>{line}</bdi>
        </div>
      ))}
      {side.active ? null : (
        <div className={parts.soft}>
          <Trans>takes no new requests</Trans>
        </div>
      )}
    </div>
  );
}

/** How many things come along, in words. */
export function Moves({ moves }: { readonly moves: SideBySide['moves'] }) {
  return (
    <ul>
      {moves.services === 0 ? null : (
        <li>
          <Plural value={moves.services} one="# service" other="# services" />
        </li>
      )}
      {moves.places === 0 ? null : (
        <li>
          <Plural
            value={moves.places}
            one="# place where it is given"
            other="# places where it is given"
          />
        </li>
      )}
      {moves.courses === 0 ? null : (
        <li>
          <Plural value={moves.courses} one="# course" other="# courses" />
        </li>
      )}
      {moves.vacancies === 0 ? null : (
        <li>
          <Plural value={moves.vacancies} one="# vacancy" other="# vacancies" />
        </li>
      )}
    </ul>
  );
}
