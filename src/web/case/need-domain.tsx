import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { silentOn } from '#domain/case/wish.ts';
import { formatDay } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { NEED_WORDS } from './case-words.ts';
import { Choice } from './choice.tsx';
import { useLabel } from './labels.ts';
import { useTeller } from './use-teller.ts';
import { LiftSilence, UntilDay } from './wishes-section.tsx';

/** An answer that is being given; `by` is the fact of the answer that stood on the screen then. */
export interface DomainSaid {
  readonly value: Value;
  readonly words: string;
  readonly by: string | null;
}
const VALUES = ['none', 'some', 'urgent', 'declined'] as const;
type Value = (typeof VALUES)[number];

interface NeedDomainProps {
  readonly file: CaseFile;
  readonly code: string;
  readonly editable: boolean;
  readonly said: DomainSaid | undefined;
  readonly onChange: (said: DomainSaid | undefined) => void;
}

/** One area of life: what was answered, by whom, and the four answers at hand to ask again. */
export function NeedDomain({ file, code, editable, said, onChange }: NeedDomainProps) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const [asking, setAsking] = useState(false);
  const known = file.state.need.domains[code];
  const name = label(file.model.need_domains, code);
  const silent = silentOn(file.state.wish, code, file.situation.today);
  const open = said !== undefined || asking || known?.conflict !== undefined;
  const value = known?.value ?? 'not_yet_asked';
  return (
    <li>
      <div className={styles.item}>
        <div>
          <div className={styles.strong}>{name}</div>
          {known?.words === undefined ? null : <p className={styles.quote}>{known.words}</p>}
        </div>
        <div className={styles.tags}>
          <span className={styles.tag} data-tone={value}>
            {i18n._(NEED_WORDS[value])}
          </span>
          {known === undefined ? null : (
            <span className={styles.soft}>{formatDay(i18n.locale, known.at.slice(0, 10))}</span>
          )}
          {editable && !open && silent === undefined ? (
            <Button
              className="no-print"
              variant="default"
              aria-label={known === undefined ? t`Ask: ${name}` : t`Ask again: ${name}`}
              onClick={() => setAsking(true)}
            >
              {known === undefined ? <Trans>Ask</Trans> : <Trans>Ask again</Trans>}
            </Button>
          ) : null}
        </div>
      </div>
      {silent === undefined ? null : (
        <div className={styles.item}>
          <div className={styles.soft}>
            <Trans>The person does not want to be asked about this:</Trans>{' '}
            <UntilDay until={silent} />
          </div>
          {editable ? <LiftSilence file={file} domain={code} /> : null}
        </div>
      )}
      {known?.conflict === undefined ? null : <BothAnswers file={file} code={code} />}
      {editable && open && silent === undefined ? (
        <div className={`${styles.stack} no-print`} style={{ marginBlockStart: '0.75rem' }}>
          <Choice
            path={code}
            legend={name}
            quiet
            options={VALUES.map((one) => ({ value: one, label: i18n._(NEED_WORDS[one]) }))}
            value={said?.value ?? ''}
            onChange={(chosen) =>
              onChange({ value: chosen, words: said?.words ?? '', by: known?.by ?? null })
            }
          />
          {said === undefined ? null : (
            <CaseProse
              file={file}
              path={`${code}.words`}
              label={t`In a few words, if it helps`}
              minRows={2}
              value={said.words}
              onChange={(words) => onChange({ ...said, words })}
            />
          )}
          <div>
            <Button
              variant="subtle"
              onClick={() => {
                setAsking(false);
                onChange(undefined);
              }}
            >
              <Trans>Leave as it is</Trans>
            </Button>
          </div>
        </div>
      ) : null}
    </li>
  );
}

/** Two people asked without knowing of each other: both answers, until somebody says which holds. */
function BothAnswers({ file, code }: { readonly file: CaseFile; readonly code: string }) {
  const { i18n } = useLingui();
  const teller = useTeller(file);
  const known = file.state.need.domains[code];
  if (known?.conflict === undefined) return null;
  const both = [
    { value: known.value, by: known.by },
    { value: known.conflict.value, by: known.conflict.by },
  ];
  return (
    <div className={styles.look}>
      <Trans>Two different answers were given. Please ask once more which one is right:</Trans>
      <ul>
        {both.map((one) => (
          <li key={one.by}>
            <strong>{i18n._(NEED_WORDS[one.value])}</strong> ({teller.byFact(one.by)})
          </li>
        ))}
      </ul>
    </div>
  );
}
