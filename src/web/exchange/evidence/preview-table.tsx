import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { EvidencePreview } from '#domain/exchange/evidence/evidence-table.ts';
import { FINDINGS, type Finding } from '#domain/exchange/evidence/finding.ts';
import styles from './evidence.module.css';
import { FINDING_WORDS } from './finding-words.ts';

/** The first rows of a file as its numbers stand there, with marks where something was found. */
export function PreviewTable({ preview }: { readonly preview: EvidencePreview }) {
  const { t, i18n } = useLingui();
  const { columns, rows, total, findings } = preview;
  const marked = (letter: string) => findings.filter(({ column }) => column === letter);
  const words = (found: readonly Finding[]) =>
    found.map(({ code }) => i18n._(FINDING_WORDS[code])).join(' ');
  const rest = total - rows.length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
    <section className={styles.scroll} aria-label={t`The table`} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t`The table`}</caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Row</Trans>
            </th>
            {columns.map(({ letter, label, tag }) => (
              <th key={letter} scope="col" className={mark(marked(letter))}>
                <small>{letter}</small> {label}
                {tag === '' ? null : (
                  <>
                    <br />
                    <small translate="no">{tag}</small>
                  </>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, cells }) => (
            <tr key={line}>
              <th scope="row">{line}</th>
              {columns.map(({ letter, role }, place) => {
                const found = marked(letter).filter(({ row }) => row === line);
                return (
                  <td
                    key={letter}
                    className={`${mark(found)} ${role === 'dimension' ? '' : styles.number}`}
                    title={words(found)}
                  >
                    {cells[place]}
                    {found.length === 0 ? null : (
                      <span className="visually-hidden"> {words(found)}</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 ? (
        <p>
          <Plural
            value={rest}
            one="# more row is checked and not shown here."
            other="# more rows are checked and not shown here."
          />
        </p>
      ) : null}
    </section>
  );
}

function mark(found: readonly Finding[]): string | undefined {
  if (found.length === 0) return undefined;
  return found.some(({ code }) => FINDINGS[code] === 'stops') ? styles.stopped : styles.looked;
}
