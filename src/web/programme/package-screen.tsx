import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { OpenedPackage } from '#domain/programme/adoption.ts';
import { Answered } from '../ui/answered.tsx';
import { countryName, formatDay, labelIn } from '../ui/format.ts';
import { Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Notice } from '../ui/problem-text.tsx';
import { PackageParts } from './package-parts.tsx';
import { LICENCE_WORDS } from './package-words.ts';
import { useModelPackage } from './use-model-package.ts';

/** One package beside one's own model: whose it is, what is different, and what to adopt. */
export function PackageScreen() {
  const { t, i18n } = useLingui();
  const { hash } = useParams({ from: '/model/packages/$hash' });
  const asked = useModelPackage(hash);
  const [adopted, setAdopted] = useState(0);
  const title = asked.value?.package.manifest.title;
  return (
    <Page
      title={t`Model of another country`}
      heading={title === undefined ? undefined : labelIn(i18n.locale, title)}
      actions={<Link to="/model/packages">{t`Models to pass on`}</Link>}
      wide
    >
      <Answered asked={asked}>
        {(opened) => (
          <>
            <Label opened={opened} />
            <Section title={<Trans>What is different from your model</Trans>}>
              {adopted === 0 ? null : (
                <Notice>
                  <Plural
                    value={adopted}
                    one="# part stands in your draft now."
                    other="# parts stand in your draft now."
                  />{' '}
                  <Link to="/model/draft">
                    <Trans>Go to the draft</Trans>
                  </Link>
                </Notice>
              )}
              <PackageParts
                key={opened.draft?.version ?? 0}
                opened={opened}
                onAdopted={setAdopted}
              />
            </Section>
          </>
        )}
      </Answered>
    </Page>
  );
}

/** What stands on the package, with the fingerprint to compare. */
function Label({ opened }: { readonly opened: OpenedPackage }) {
  const { i18n } = useLingui();
  const { manifest, key, hash, same_key_before } = opened.package;
  const guide = labelIn(i18n.locale, opened.guide);
  return (
    <Section title={<Trans>The package</Trans>}>
      <dl className={parts.facts}>
        <dt>
          <Trans>Country</Trans>
        </dt>
        <dd>{countryName(i18n.locale, manifest.country)}</dd>
        <dt>
          <Trans>Institution that offers it</Trans>
        </dt>
        <dd dir="auto">{manifest.made_by}</dd>
        <dt>
          <Trans context="of a package">Version</Trans>
        </dt>
        <dd>
          {manifest.version} · {formatDay(i18n.locale, manifest.made_on)}
        </dd>
        <dt>
          <Trans>Under what it may be used</Trans>
        </dt>
        <dd>{i18n._(LICENCE_WORDS[manifest.licence])}</dd>
        <dt>
          <Trans>Signed with the key</Trans>
        </dt>
        <dd style={{ overflowWrap: 'anywhere' }}>
          <code>{key}</code>
          <div className={parts.soft}>
            {same_key_before > 0 ? (
              <Trans>You have had a package signed with this key before.</Trans>
            ) : (
              <Trans>
                Compare it with the fingerprint on the page of the model: the signature alone does
                not tell whose key it is.
              </Trans>
            )}
          </div>
        </dd>
        <dt>
          <Trans>Hash of the file</Trans>
        </dt>
        <dd style={{ overflowWrap: 'anywhere' }}>
          <code>{hash}</code>
        </dd>
        {manifest.made_from.length === 0 ? null : (
          <>
            <dt>
              <Trans>Where its parts come from</Trans>
            </dt>
            <dd>
              {manifest.made_from.map(({ package: source, parts: taken }) => {
                const count = taken.length;
                const { version } = source;
                const name = labelIn(i18n.locale, source.title);
                const country = countryName(i18n.locale, source.country);
                return (
                  <div key={source.hash}>
                    <Trans>
                      {name} ({country}), version {version}: parts: {count}
                    </Trans>
                  </div>
                );
              })}
            </dd>
          </>
        )}
      </dl>
      {guide === '' ? null : (
        <>
          <h3>
            <Trans>What others should know</Trans>
          </h3>
          <p dir="auto" style={{ whiteSpace: 'pre-line' }}>
            {guide}
          </p>
        </>
      )}
    </Section>
  );
}
