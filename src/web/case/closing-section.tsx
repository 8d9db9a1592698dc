import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { feedbackOffered } from '#domain/case/feedback.ts';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { CheckInsPart } from './check-ins-part.tsx';
import { ClosureForm } from './closure-form.tsx';
import { FeedbackPart } from './feedback-part.tsx';
import { useLabel } from './labels.ts';
import { Reopen } from './reopen.tsx';
import { StillOpen } from './still-open.tsx';
import { useMay } from './use-may.ts';

/** Completing the support: prepared by the worker, approved by the supervisor, then looked after. */
export function ClosingSection({ file }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const label = useLabel();
  const may = useMay(file);
  const { prepared, reopened } = file.state.closure;
  const approved = prepared !== null && file.state.approval.approved.closure === prepared.by;
  const day = (value: string) => formatDay(i18n.locale, value.slice(0, 10));
  return (
    <>
      <Section title={<Trans>Completion of support</Trans>}>
        {prepared === null ? (
          <p className={styles.soft} style={{ marginBlockStart: 0 }}>
            <Trans>
              When support has done its work, or when it has to end: why, what was reached, and how
              contact goes on.
            </Trans>
          </p>
        ) : (
          <dl className={styles.facts}>
            <dt>
              <Trans>Why</Trans>
            </dt>
            <dd>{label(file.model.closure_reasons, prepared.reason)}</dd>
            <dt>
              <Trans>What was reached</Trans>
            </dt>
            <dd className={styles.quote}>{prepared.summary}</dd>
            <dt>
              <Trans>Asked how it was</Trans>
            </dt>
            <dd>{feedbackOffered(file.state) ? <Trans>Yes</Trans> : <Trans>Not yet</Trans>}</dd>
            <dt>
              <Trans>File kept until</Trans>
            </dt>
            <dd>{prepared.retain_until === null ? '—' : day(prepared.retain_until)}</dd>
            <dt>
              <Trans>Supervisor</Trans>
            </dt>
            <dd>
              {approved ? (
                <Trans>has approved</Trans>
              ) : (
                <Link to="/cases/$id/$part" params={{ id: file.row.id, part: 'approvals' }}>
                  <Trans>Propose to the supervisor</Trans>
                </Link>
              )}
            </dd>
          </dl>
        )}
        {may.append && !approved ? (
          <div style={{ marginBlockStart: '0.9rem' }}>
            <StillOpen file={file} />
            <div style={{ marginBlockStart: '0.9rem' }}>
              <ClosureForm file={file} />
            </div>
          </div>
        ) : null}
      </Section>
      <FeedbackPart file={file} />
      {approved ? <CheckInsPart file={file} /> : null}
      {prepared !== null || file.state.stage.phase === 'closed' || reopened.length > 0 ? (
        <Section title={<Trans>Taking it up again</Trans>}>
          {reopened.map((one) => (
            <p key={one.by}>
              {day(one.at)}: {one.reason}
            </p>
          ))}
          {(may.append || may.reopen) && prepared !== null ? <Reopen file={file} /> : null}
        </Section>
      ) : null}
    </>
  );
}
