import { Trans, useLingui } from '@lingui/react/macro';
import { IconMap2 } from '@tabler/icons-react';
import { Answered } from '../ui/answered.tsx';
import { labelIn } from '../ui/format.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import styles from './directory.module.css';
import { PlaceImport } from './place-import.tsx';
import { type PlaceRow, usePlaces, usePlaceTree } from './use-directory.ts';

/** The tree of places that files, services and roles stand on; it grows by a file. */
export function PlacesScreen() {
  const { t } = useLingui();
  const places = usePlaces();
  return (
    <Page
      title={t`Places`}
      intro={<Trans>Country, regions and districts. Files and accounts belong to a place.</Trans>}
    >
      <Section title={<Trans>Add or rename places</Trans>}>
        <PlaceImport />
      </Section>
      <Answered asked={places}>{(rows) => <Tree rows={rows} />}</Answered>
    </Page>
  );
}

function Tree({ rows }: { readonly rows: readonly PlaceRow[] }) {
  const { i18n } = useLingui();
  const below = usePlaceTree(rows);
  const named = (list: readonly PlaceRow[] = []) =>
    list.toSorted((a, b) =>
      labelIn(i18n.locale, a.name).localeCompare(labelIn(i18n.locale, b.name), i18n.locale),
    );
  if (rows.length === 0) {
    return (
      <EmptyState icon={<IconMap2 size={44} aria-hidden />} title={<Trans>No places yet</Trans>} />
    );
  }
  return named(below.get(null)).map((country) => {
    const regions = named(below.get(country.id));
    const count = regions.length;
    return (
      <Section
        key={country.id}
        title={labelIn(i18n.locale, country.name)}
        actions={
          <span className={parts.soft}>
            <Trans>{count} regions</Trans>
          </span>
        }
      >
        {regions.map((region) => (
          <Region key={region.id} region={region} districts={named(below.get(region.id))} />
        ))}
      </Section>
    );
  });
}

interface RegionProps {
  readonly region: PlaceRow;
  readonly districts: readonly PlaceRow[];
}

function Region({ region, districts }: RegionProps) {
  const { i18n } = useLingui();
  return (
    <details className={styles.region}>
      <summary>
        {labelIn(i18n.locale, region.name)} <span className={parts.soft}>{districts.length}</span>
      </summary>
      <ul>
        {districts.map((one) => (
          <li key={one.id}>
            {labelIn(i18n.locale, one.name)} <code className={parts.soft}>{one.code}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
