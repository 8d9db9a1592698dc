import { Trans, useLingui } from '@lingui/react/macro';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { labelIn, languageName } from '../ui/format.ts';
import styles from './programme.module.css';

/** The words that the gentle check points out, with what to write instead. It warns and never blocks. */
export function ModelWordList({ model }: { readonly model: ProgrammeModel }) {
  const { i18n } = useLingui();
  const { suggestions, entries } = model.word_list;
  return (
    <>
      <p style={{ marginBlockStart: 0 }}>
        <Trans>
          Whoever writes one of these words is shown the advice beside it and may save as it is. An
          asterisk stands for any ending.
        </Trans>
      </p>
      {suggestions.map((one) => (
        <details key={one.code}>
          <summary>{labelIn(i18n.locale, one.labels)}</summary>
          {entries
            .filter((entry) => entry.suggestion_code === one.code)
            .map((entry) => (
              <div key={`${entry.list} ${entry.language}`}>
                <strong>{languageName(i18n.locale, entry.language)}</strong>
                <ul className={styles.words}>
                  {entry.patterns.map((pattern) => (
                    <li key={pattern}>
                      <code lang={entry.language} dir="ltr">
                        {pattern}
                      </code>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
        </details>
      ))}
    </>
  );
}
