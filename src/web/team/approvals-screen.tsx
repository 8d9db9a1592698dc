import { Trans, useLingui } from '@lingui/react/macro';
import { IconChecks } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Approval } from '#domain/case/approval.ts';
import { ApprovalDecision } from '../case/approval-decision.tsx';
import { OneRequest } from '../case/assistance-requests.tsx';
import type { CaseFile } from '../case/case-file.ts';
import { useLabel } from '../case/labels.ts';
import { personName } from '../case/person-name.ts';
import { useOwnCases } from '../case/use-cases.ts';
import { useNames } from '../case/use-names.ts';
import { StandingIn } from '../duty/standing-in.tsx';
import { More, usePages } from '../ui/data-table.tsx';
import { formatMoment } from '../ui/format.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Waiting } from '../ui/waiting.tsx';
import { ApprovalChanges } from './approval-changes.tsx';
import { assistanceAsked, proposals } from './team-caseload.ts';

/** What waits for the supervisor, the oldest first, each with what changed and the decision beside it. */
export function ApprovalsScreen() {
  const { t } = useLingui();
  const files = useOwnCases();
  const waits = useMemo(() => proposals(files?.values() ?? []), [files]);
  const pages = usePages(waits, 10);
  const asked = useMemo(() => assistanceAsked(files?.values() ?? []), [files]);
  if (files === undefined) return <Waiting />;
  return (
    <Page
      title={t`Approvals`}
      intro={<Trans>Work goes on while something waits; urgent help never waits.</Trans>}
    >
      <StandingIn />
      {waits.length === 0 && asked.length === 0 ? (
        <EmptyState
          icon={<IconChecks size={44} aria-hidden />}
          title={<Trans>Nothing waits for you</Trans>}
        />
      ) : null}
      {asked.length === 0 ? null : (
        <Section title={<Trans>Assistance over the limit</Trans>}>
          <ul className={parts.list}>
            {asked.map(({ file, request }) => (
              <li key={request.request_id}>
                <Link
                  to="/cases/$id/$part"
                  params={{ id: file.row.id, part: 'assistance' }}
                  className={parts.link}
                >
                  {personName(file.person) || t`Name not yet known`}
                </Link>
                <OneRequest file={file} request={request} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {pages.shown.map(({ file, approval }) => (
        <Proposal key={approval.approval_id} file={file} approval={approval} />
      ))}
      <More
        shown={pages.shown.length}
        total={waits.length}
        more={pages.more}
        onMore={pages.showMore}
      />
    </Page>
  );
}

interface ProposalProps {
  readonly file: CaseFile;
  readonly approval: Approval;
}

const PART = { assessment: 'needs', plan: 'plan', closure: 'closing' } as const;

function Proposal({ file, approval }: ProposalProps) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const names = useNames();
  const { kind } = approval;
  const name = personName(file.person) || t`Name not yet known`;
  const what = label(file.model.approvals, kind);
  const who = names.account(approval.proposed_by) ?? t`Somebody who has left`;
  const when = formatMoment(i18n.locale, approval.proposed_at);
  return (
    <Section
      title={`${what}: ${name}`}
      actions={
        <Link to="/cases/$id/$part" params={{ id: file.row.id, part: PART[kind] }}>
          <Trans>Open the file</Trans>
        </Link>
      }
    >
      <p className={parts.soft} style={{ marginBlockStart: 0 }}>
        <Trans>
          Proposed by {who}, {when}
        </Trans>
      </p>
      {approval.words === null ? null : <p className={parts.quote}>{approval.words}</p>}
      <ApprovalChanges file={file} kind={kind} />
      <ApprovalDecision file={file} approval={approval} />
    </Section>
  );
}
