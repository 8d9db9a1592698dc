import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { countryName, formatMoment, labelIn } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import styles from './model-draft.module.css';
import { partOf, placeWords } from './model-place.ts';
import { usePartOrigins } from './use-model-package.ts';

interface OriginsProps {
  /** The part whose origins are shown; empty = of all. */
  readonly within: string;
  readonly document: unknown;
}

/** Which parts came from another country’s model: from which package, who took them over, and when. */
export function PartOrigins({ within, document }: OriginsProps) {
  const { i18n } = useLingui();
  const origins = usePartOrigins().filter(
    ({ path }) => within === '' || partOf(path.replace(/#order$/, ''))?.path === within,
  );
  if (origins.length === 0) return null;
  return (
    <Section title={<Trans>Adopted from others</Trans>}>
      <ul className={styles.entries}>
        {origins.map((one) => {
          const { hash, title, country, version } = one.package;
          const name = labelIn(i18n.locale, title);
          const place = countryName(i18n.locale, country);
          const moment = formatMoment(i18n.locale, one.adopted_at);
          return (
            <li key={one.path}>
              <strong>{placeWords(i18n, one.path.replace(/#order$/, ''), [document])}</strong>{' '}
              {one.changed ? (
                <span className={parts.tag} data-tone="some">
                  <Trans>worked on since</Trans>
                </span>
              ) : null}
              <div className={parts.soft}>
                <Link to="/model/packages/$hash" params={{ hash }}>
                  <Trans>
                    {name} ({place}), version {version}
                  </Trans>
                </Link>{' '}
                · {one.adopted_by === null ? null : `${one.adopted_by} · `}
                {moment}
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
