import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { BroughtPackage } from '#domain/programme/adoption.ts';
import { useModel } from '../evidence/use-numbers.ts';
import { Answered } from '../ui/answered.tsx';
import { countryName, formatMoment, labelIn } from '../ui/format.ts';
import { Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { PackageExport } from './package-export.tsx';
import { PackageImport } from './package-import.tsx';
import { useModelPackages } from './use-model-package.ts';

/** One's own model as a package for others, and the packages of others. */
export function PackagesScreen() {
  const { t } = useLingui();
  const asked = useModelPackages();
  const model = useModel();
  return (
    <Page
      title={t`Models to pass on`}
      intro={
        <Trans>
          A package holds how a programme works: its course, talks, time limits, forms and words. No
          person stands in it.
        </Trans>
      }
      actions={<Link to="/model">{t`Version in force`}</Link>}
    >
      <Answered asked={asked}>
        {({ packages, own_key }) => (
          <>
            <Section title={<Trans>Models of others</Trans>}>
              <PackageImport />
              <Brought packages={packages} />
            </Section>
            <Section title={<Trans>Export as a package</Trans>}>
              <Answered asked={model}>
                {(inForce) => <PackageExport model={inForce} ownKey={own_key} />}
              </Answered>
            </Section>
          </>
        )}
      </Answered>
    </Page>
  );
}

function Brought({ packages }: { readonly packages: readonly BroughtPackage[] }) {
  const { i18n } = useLingui();
  if (packages.length === 0) {
    return (
      <p className={parts.soft}>
        <Trans>No package has been brought in yet.</Trans>
      </p>
    );
  }
  return (
    <ul className={parts.list}>
      {packages.map(({ hash, manifest, brought_at, brought_by }) => {
        const { version } = manifest;
        return (
          <li key={hash}>
            <Link to="/model/packages/$hash" params={{ hash }}>
              {labelIn(i18n.locale, manifest.title)}
            </Link>{' '}
            <span className={parts.soft}>
              {countryName(i18n.locale, manifest.country)} · <Trans>version {version}</Trans> ·{' '}
              {formatMoment(i18n.locale, brought_at)}
              {brought_by === null ? null : ` · ${brought_by}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
