import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { type Approvable, changedSince, pinOf } from '#domain/case/approvable.ts';
import { formatMoment } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import { ApprovalDecision } from './approval-decision.tsx';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { CommandForm, given } from './command-form.tsx';
import { FactLine } from './fact-line.tsx';
import { useLabel } from './labels.ts';
import { useMay } from './use-may.ts';
import { useNames } from './use-names.ts';

type Approval = CaseFile['state']['approval']['approvals'][string];

/** What a supervisor looks at, what waits, what was said. Work goes on while it waits. */
export function ApprovalsSection({ file }: { readonly file: CaseFile }) {
  const all = Object.values(file.state.approval.approvals).toSorted((a, b) =>
    a.proposed_at < b.proposed_at ? 1 : -1,
  );
  return (
    <>
      <Section title={<Trans>Approvals</Trans>}>
        <p className={styles.soft} style={{ marginBlockStart: 0 }}>
          <Trans>Work goes on while something waits; urgent help never waits.</Trans>
        </p>
        <ul className={styles.list}>
          {file.model.approvals.map(({ code }) => (
            <Proposable key={code} file={file} kind={code} all={all} />
          ))}
        </ul>
      </Section>
      {all.length === 0 ? null : (
        <Section title={<Trans>What was proposed</Trans>}>
          <ul className={styles.list}>
            {all.map((approval) => (
              <OneApproval key={approval.approval_id} file={file} approval={approval} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

interface ProposableProps {
  readonly file: CaseFile;
  readonly kind: Approvable;
  readonly all: readonly Approval[];
}

function Proposable({ file, kind, all }: ProposableProps) {
  const { t } = useLingui();
  const label = useLabel();
  const may = useMay(file);
  const pin = pinOf(file.state, kind);
  const approved = pin !== null && file.state.approval.approved[kind] === pin;
  const waits = all.some((one) => one.kind === kind && one.pin === pin && one.state === 'waiting');
  return (
    <li>
      <div className={styles.item}>
        <div>
          <strong>{label(file.model.approvals, kind)}</strong>
          <div className={styles.soft}>
            {pin === null ? (
              <Trans>There is nothing to look at yet.</Trans>
            ) : approved ? (
              <Trans>Approved as it stands.</Trans>
            ) : waits ? (
              <Trans>Waits for the supervisor.</Trans>
            ) : (
              <Trans>Not yet proposed as it stands.</Trans>
            )}
          </div>
        </div>
      </div>
      {may.append && pin !== null && !approved && !waits ? (
        <CommandForm
          file={file}
          kind="propose_approval"
          about={kind}
          open={<Trans>Propose to the supervisor</Trans>}
          submit={<Trans>Propose</Trans>}
          initial={{ words: '' }}
          body={(value) => ({ approval_id: uuid(), kind, words: given(value.words) })}
          paths={['words']}
        >
          {(value, change) => (
            <CaseProse
              file={file}
              path="words"
              label={t`A word to the supervisor, if it helps`}
              minRows={2}
              value={value.words}
              onChange={(words) => change({ words })}
            />
          )}
        </CommandForm>
      ) : null}
    </li>
  );
}

function OneApproval({ file, approval }: { readonly file: CaseFile; readonly approval: Approval }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const names = useNames();
  const state = {
    waiting: t`Waits`,
    approved: t`Approved`,
    returned: t`Given back`,
    replaced: t`A newer one was proposed`,
  }[approval.state];
  const before = file.state.approval.approved[approval.kind];
  const changed =
    approval.state === 'waiting' ? changedSince(file.facts, approval.kind, before) : [];
  return (
    <li>
      <div className={styles.tags}>
        <strong>{label(file.model.approvals, approval.kind)}</strong>
        <span className={styles.tag} data-tone={approval.state === 'waiting' ? 'look' : 'some'}>
          {state}
        </span>
        <span className={styles.soft}>
          {names.account(approval.proposed_by)}{' '}
          {formatMoment(i18n.locale, approval.decided_at ?? approval.proposed_at)}
        </span>
      </div>
      {approval.words === null ? null : <p className={styles.quote}>{approval.words}</p>}
      {approval.reason === null ? null : <p className={styles.quote}>{approval.reason}</p>}
      {changed.length === 0 ? null : (
        <>
          <p className={styles.soft} style={{ marginBlockEnd: 0 }}>
            <Trans>Changed since the last approval:</Trans>
          </p>
          <ul>
            {changed.map((id) => (
              <FactLine key={id} file={file} id={id} />
            ))}
          </ul>
        </>
      )}
      {approval.state === 'waiting' ? <ApprovalDecision file={file} approval={approval} /> : null}
    </li>
  );
}
