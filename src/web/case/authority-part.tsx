import { Trans } from '@lingui/react/macro';
import { may } from '#domain/access/rights.ts';
import { openlyHere } from '#domain/case/authority-mark.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { CommandForm } from './command-form.tsx';

/** Whether the guardianship authority decides in place of the family. No reason stands beside it. */
export function AuthorityPart({ file }: { readonly file: CaseFile }) {
  const decides = file.state.authority_mark.since !== null;
  const mayMark =
    file.state.stage.phase !== 'closed' &&
    may(file.situation.role, 'name_authority', 'general') &&
    openlyHere(file.state, file.situation);
  return (
    <Section title={<Trans>Who decides for the child</Trans>}>
      <p style={{ marginBlockStart: 0 }}>
        {decides ? (
          <Trans>
            The guardianship authority decides for this child. Write down its decision when you ask
            for consent.
          </Trans>
        ) : (
          <Trans>Parents or a guardian decide, as it stands under “Who”.</Trans>
        )}
      </p>
      {mayMark ? (
        <>
          <p className={styles.soft}>
            <Trans>
              No reason is written down. Use it for every ordinary reason too, so that nobody can
              tell one from the other.
            </Trans>
          </p>
          <CommandForm
            key={String(decides)}
            file={file}
            kind={decides ? 'let_family_decide' : 'let_authority_decide'}
            open={
              decides ? (
                <Trans>The family or guardian decides again</Trans>
              ) : (
                <Trans>The guardianship authority is to decide</Trans>
              )
            }
            submit={<Trans>Write down</Trans>}
            initial={{}}
            body={() => ({})}
          >
            {() => null}
          </CommandForm>
        </>
      ) : null}
    </Section>
  );
}
