import { Trans, useLingui } from '@lingui/react/macro';
import { ERASURE_REASONS, isErasable } from '#domain/case/erasure.ts';
import { ChoiceField, TextField } from '../ui/field.tsx';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { Choice, Many } from './choice.tsx';
import { CommandForm } from './command-form.tsx';
import { tell } from './fact-words.ts';
import { ERASURE_REASON_WORDS } from './safeguard-words.ts';
import { useTelling } from './use-telling.ts';

type Reason = (typeof ERASURE_REASONS)[number];

/** Erases some entries, or everything about the person. That something was there stays visible. */
export function EraseContent({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const telling = useTelling(file);
  const entries = file.facts.filter((fact) => isErasable(fact)).toReversed();
  const initial: { what: 'some' | 'all'; ids: string[]; reason: Reason; ground: string } = {
    ...{ what: 'some', ids: [], reason: 'asked_by_person', ground: '' },
  };
  return (
    <Section title={<Trans>Erasing</Trans>}>
      <p className={styles.soft} style={{ marginBlockStart: 0 }}>
        <Trans>
          What is erased is gone everywhere, also on devices, and cannot be brought back. That there
          was an entry, and who erased it, stays.
        </Trans>
      </p>
      <CommandForm
        file={file}
        kind="erase_content"
        open={<Trans>Erase content</Trans>}
        submit={<Trans>Erase for good</Trans>}
        initial={initial}
        body={({ what, ids, reason, ground }) => ({
          ...{ whole_person: what === 'all', fact_ids: what === 'all' ? [] : ids },
          ...{ reason, legal_ground: ground },
        })}
        paths={['fact_ids', 'whole_person', 'reason', 'legal_ground']}
      >
        {(value, change) => (
          <>
            <Choice
              path="whole_person"
              legend={<Trans>What is to go?</Trans>}
              options={[
                { value: 'some', label: t`Some entries` },
                { value: 'all', label: t`Everything about the person` },
              ]}
              value={value.what}
              onChange={(what) => change({ what })}
            />
            {value.what === 'all' ? null : (
              <Many
                path="fact_ids"
                legend={<Trans>Entries</Trans>}
                options={entries.map((fact) => {
                  const { text, words } = tell(fact, telling);
                  return { value: fact.id, label: [text, ...words].join(' — ').slice(0, 160) };
                })}
                value={value.ids}
                onChange={(ids) => change({ ids })}
              />
            )}
            <ChoiceField
              path="reason"
              label={t`Why`}
              value={value.reason}
              data={ERASURE_REASONS.map((code) => ({
                value: code,
                label: i18n._(ERASURE_REASON_WORDS[code]),
              }))}
              onChange={(event) => {
                const chosen = ERASURE_REASONS.find((code) => code === event.currentTarget.value);
                if (chosen !== undefined) change({ reason: chosen });
              }}
            />
            <TextField
              path="legal_ground"
              label={t`Law and article`}
              value={value.ground}
              onChange={(event) => change({ ground: event.currentTarget.value })}
            />
          </>
        )}
      </CommandForm>
    </Section>
  );
}
