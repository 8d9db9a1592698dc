import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { RemarkKind } from '#domain/exchange/schedule/read-schedule.ts';
import { REMARK_TEXTS } from './schedule-words.ts';

interface OneRemark {
  readonly remark: RemarkKind;
  readonly row: number;
  readonly line: number | null;
  readonly title: string;
}

/** So many sessions of one remark are named at once. */
const AT_ONCE = 5;

/** What is missing in a file, each thing said once with the sessions that it is missing from. */
export function Remarks({ remarks }: { readonly remarks: readonly OneRemark[] }) {
  const { i18n } = useLingui();
  return [...Map.groupBy(remarks, ({ remark }) => remark)].map(([remark, of]) => (
    <div key={remark} style={{ marginBlockEnd: '1rem' }}>
      <strong>{i18n._(REMARK_TEXTS[remark])}</strong> ·{' '}
      <Plural value={of.length} one="# session" other="# sessions" />
      {of.length <= AT_ONCE ? (
        <Sessions of={of} />
      ) : (
        <details>
          <summary style={{ paddingBlock: '0.6rem' }}>
            <Trans>Which sessions</Trans>
          </summary>
          <Sessions of={of} />
        </details>
      )}
    </div>
  ));
}

function Sessions({ of }: { readonly of: readonly OneRemark[] }) {
  return (
    <ul style={{ marginBlock: '0.25rem' }}>
      {of.map(({ row, line, title }) => (
        <li key={row}>
          <Trans>Session {row}</Trans>
          {line === null ? null : (
            <>
              {' '}
              (<Trans>line {line}</Trans>)
            </>
          )}
          {title === '' ? null : <bdi>, “{title}”</bdi>}
        </li>
      ))}
    </ul>
  );
}
