import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { may } from '#domain/access/rights.ts';
import { COMPARTMENTS, type Compartment } from '#domain/access/role.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { READER_WORDS } from './case-words.ts';
import { Choice } from './choice.tsx';
import { CommandForm } from './command-form.tsx';
import { TimelineList } from './timeline-section.tsx';
import { useMay } from './use-may.ts';

const KINDS = ['note_added', 'note_words'];

/** Notes in the words of their authors; each author says who may read. */
export function NotesSection({ file }: { readonly file: CaseFile }) {
  const rights = useMay(file);
  const facts = file.facts.filter((fact) => KINDS.includes(fact.kind)).toReversed();
  return (
    <Section title={<Trans>Notes</Trans>}>
      {rights.append ? <AddNote file={file} /> : null}
      {facts.length === 0 ? (
        <p className={styles.soft}>
          <Trans>No note yet.</Trans>
        </p>
      ) : (
        <TimelineList file={file} facts={facts} />
      )}
    </Section>
  );
}

function AddNote({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const initial: { words: string; compartment: Compartment } = {
    words: '',
    compartment: 'general',
  };
  return (
    <CommandForm
      file={file}
      kind="add_note"
      open={<Trans>Write a note</Trans>}
      initial={initial}
      body={(value) => ({ ...value, note_id: uuid() })}
      paths={['words', 'compartment']}
    >
      {(value, change) => (
        <>
          <CaseProse
            file={file}
            path="words"
            label={t`Note`}
            value={value.words}
            onChange={(words) => change({ words })}
          />
          <Choice
            path="compartment"
            legend={<Trans>Who may read these words?</Trans>}
            options={COMPARTMENTS.filter((one) => may(file.situation.role, 'append', one)).map(
              (one) => ({ value: one, label: i18n._(READER_WORDS[one]) }),
            )}
            value={value.compartment}
            onChange={(compartment) => change({ compartment })}
          />
        </>
      )}
    </CommandForm>
  );
}
