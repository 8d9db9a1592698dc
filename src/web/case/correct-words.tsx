import { Trans, useLingui } from '@lingui/react/macro';
import type { Fact } from '#domain/case/fact.ts';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { CommandForm } from './command-form.tsx';

/** Entries whose words their author, or the supervisor, may put right here. */
const KINDS = ['note_added', 'note_words', 'visit_recorded', 'visit_words'];

interface CorrectWordsProps {
  readonly file: CaseFile;
  readonly fact: Fact;
}

/** Puts the words of an entry right: what was written first stays readable above. */
export function CorrectWords({ file, fact }: CorrectWordsProps) {
  const { t } = useLingui();
  const body = fact.body as { readonly words?: string } | null;
  const { actor, role } = file.situation;
  const mine = fact.actor.id === actor.id || role === 'supervisor';
  if (!mine || !KINDS.includes(fact.kind) || body?.words === undefined) return null;
  if (file.unsent.has(fact.id)) return null;
  const initial = { words: body.words, reason: '' };
  return (
    <CommandForm
      file={file}
      kind="correct_fact"
      about={fact.id}
      variant="subtle"
      open={<Trans>Correct</Trans>}
      initial={initial}
      body={({ words, reason }) => ({
        ...{ fact_id: fact.id, compartment: fact.compartment, reason },
        body: { ...body, words },
      })}
      paths={['reason', 'body.words']}
    >
      {(value, change) => (
        <>
          <CaseProse
            file={file}
            path="body.words"
            label={t`As it should read`}
            value={value.words}
            onChange={(words) => change({ words })}
          />
          <CaseProse
            file={file}
            path="reason"
            label={t`Why it is corrected`}
            description=""
            minRows={2}
            value={value.reason}
            onChange={(reason) => change({ reason })}
          />
        </>
      )}
    </CommandForm>
  );
}
