import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { FINDINGS, type Finding } from '#domain/exchange/evidence/finding.ts';
import styles from './evidence.module.css';
import { FINDING_WORDS } from './finding-words.ts';

/** What was found in a file: first what stops its publication, then what a person should look at. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const stops = findings.filter(({ code }) => FINDINGS[code] === 'stops');
  const look = findings.filter(({ code }) => FINDINGS[code] === 'look');
  return (
    <>
      {stops.length === 0 ? null : (
        <div className={styles.stops} role="alert">
          <strong>
            <Trans>This table cannot be published as it is</Trans>
          </strong>
          <List findings={stops} />
        </div>
      )}
      {look.length === 0 ? null : (
        <div className={styles.look}>
          <strong>
            <Trans>Please look at this</Trans>
          </strong>
          <List findings={look} />
        </div>
      )}
    </>
  );
}

function List({ findings }: { readonly findings: readonly Finding[] }) {
  const { i18n } = useLingui();
  return (
    <ul>
      {findings.map((one) => (
        <li key={`${one.code}${one.column}${one.label}`}>
          <Where finding={one} /> {i18n._(FINDING_WORDS[one.code])}
        </li>
      ))}
    </ul>
  );
}

function Where({ finding }: { readonly finding: Finding }) {
  const { column, label, row, cells } = finding;
  if (column === null && row !== null) {
    return (
      <strong>
        <Trans>Row {row}:</Trans>
      </strong>
    );
  }
  if (column === null) return <DescribedField label={label} />;
  return (
    <strong>
      {label === '' ? (
        <Trans>Column {column}</Trans>
      ) : (
        <Trans>
          Column {column} ({label})
        </Trans>
      )}
      {row === null ? null : (
        <>
          , <Trans>row {row}</Trans>
        </>
      )}
      {cells > 1 ? (
        <>
          {' '}
          (<Plural value={cells} one="# cell" other="# cells" />)
        </>
      ) : null}
      :
    </strong>
  );
}

/** A finding in the words about the table: which of them. */
function DescribedField({ label }: { readonly label: string }) {
  const { t } = useLingui();
  const names: Readonly<Record<string, string>> = {
    ...{ title: t`Title`, method: t`How it was counted`, source: t`Source of the figures` },
    ...{
      denominators: t`What the numbers are parts of`,
      period: t`Period`,
      geography: t`Area covered`,
    },
  };
  const name = names[label];
  return name === undefined ? null : <strong>{name}:</strong>;
}
