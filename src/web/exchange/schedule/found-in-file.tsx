import { Trans, useLingui } from '@lingui/react/macro';
import type { FoundInFile as Found } from '#domain/exchange/schedule/found-in-file.ts';
import { Notice } from '../../ui/problem-text.tsx';
import { useFieldName } from '../publication/field-name.ts';
import { RULE_WORDS } from '../publication/publication-words.ts';

interface FoundInFileProps {
  readonly found: readonly Found[];
  readonly inAll: number;
}

/** Words of a file that may point to somebody, by session: told before anything is brought in, and again after. */
export function FoundInFile({ found, inAll }: FoundInFileProps) {
  const { i18n } = useLingui();
  const fieldName = useFieldName('programme');
  if (found.length === 0) return null;
  const sessions = [...Map.groupBy(found, ({ row }) => row)];
  return (
    <section>
      <h3>
        <Trans>Words that may point to somebody</Trans>
      </h3>
      <Notice>
        <Trans>
          They come in with the draft all the same. Before a release a second editor looks at them;
          a number of a document has to be taken out.
        </Trans>
      </Notice>
      {sessions.map(([row, of]) => (
        <div key={row} style={{ marginBlockStart: '0.75rem' }}>
          <strong>
            <Trans>Session {row}</Trans>
          </strong>{' '}
          <bdi>“{of[0]?.title}”</bdi>
          <ul style={{ marginBlock: '0.25rem' }}>
            {of.map(({ field, rule, words }) => (
              <li key={`${field} ${rule} ${words}`}>
                {fieldName(field)}: <mark dir="auto">{words}</mark> · {i18n._(RULE_WORDS[rule])}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {inAll > found.length ? (
        <p>
          <Trans>{inAll} places in all.</Trans>
        </p>
      ) : null}
    </section>
  );
}
