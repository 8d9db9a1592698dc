import { Trans, useLingui } from '@lingui/react/macro';
import { formatMoment } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { ModelCompare } from './model-compare.tsx';
import { useModelVersions } from './use-model-draft.ts';

/** Every version that was published, by whom and why. */
export function ModelVersions() {
  const { i18n } = useLingui();
  const versions = useModelVersions().value?.versions ?? [];
  return (
    <Section title={<Trans>Versions</Trans>}>
      <ul className={parts.list}>
        {versions.map(({ id, version, published_at, published_by, reason }) => (
          <li key={id}>
            <strong>
              <Trans>version {version}</Trans>
            </strong>{' '}
            <span className={parts.soft}>
              {formatMoment(i18n.locale, published_at)}
              {published_by === null ? null : ` · ${published_by}`}
            </span>
            {reason === null ? null : <div dir="auto">{reason}</div>}
          </li>
        ))}
      </ul>
      {versions.length > 1 ? <ModelCompare versions={versions} /> : null}
    </Section>
  );
}
