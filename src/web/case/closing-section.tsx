import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { openCheckIns } from '#domain/case/closure.ts';
import { DayField } from '../ui/field.tsx';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from './case.module.css';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { Choice } from './choice.tsx';
import { ClosureForm } from './closure-form.tsx';
import { CommandForm, given } from './command-form.tsx';
import { useLabel } from './labels.ts';
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
            <dd>{prepared.feedback_offered ? <Trans>Yes</Trans> : <Trans>Not yet</Trans>}</dd>
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
            <ClosureForm file={file} />
          </div>
        ) : null}
      </Section>
      {approved ? <CheckIns file={file} /> : null}
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

function CheckIns({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const may = useMay(file);
  const { prepared, check_ins } = file.state.closure;
  const open = new Set(openCheckIns(file.state.closure).map((one) => one.check_in_id));
  if (prepared === null || prepared.check_ins.length === 0) return null;
  const initial: { outcome: 'done' | 'declined'; on: string; words: string } = {
    ...{ outcome: 'done', on: file.situation.today, words: '' },
  };
  return (
    <Section title={<Trans>Contact after completion</Trans>}>
      <ul className={styles.list}>
        {prepared.check_ins.map(({ check_in_id, due_on }) => (
          <li key={check_in_id}>
            <strong>{formatDay(i18n.locale, due_on)}</strong>{' '}
            {open.has(check_in_id) ? null : check_ins[check_in_id]?.outcome === 'done' ? (
              <Trans>done</Trans>
            ) : (
              <Trans>the person did not wish it</Trans>
            )}
            {may.append && open.has(check_in_id) ? (
              <CommandForm
                file={file}
                kind="check_in"
                about={check_in_id}
                open={<Trans>Write down</Trans>}
                initial={initial}
                body={(value) => ({ ...value, check_in_id, words: given(value.words) })}
                paths={['on', 'words', 'outcome']}
              >
                {(value, change) => (
                  <>
                    <Choice
                      path="outcome"
                      legend={<Trans>How did it go?</Trans>}
                      options={[
                        { value: 'done', label: t`We spoke` },
                        { value: 'declined', label: t`The person did not wish it` },
                      ]}
                      value={value.outcome}
                      onChange={(outcome) => change({ outcome })}
                    />
                    <DayField
                      path="on"
                      label={t`Day`}
                      value={value.on}
                      onChange={(event) => change({ on: event.currentTarget.value })}
                    />
                    <CaseProse
                      file={file}
                      path="words"
                      label={t`In a few words, if it helps`}
                      value={value.words}
                      onChange={(words) => change({ words })}
                    />
                  </>
                )}
              </CommandForm>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Reopen({ file }: { readonly file: CaseFile }) {
  const { t } = useLingui();
  return (
    <CommandForm
      file={file}
      kind="reopen_case"
      open={<Trans>Take the support up again</Trans>}
      initial={{ reason: '' }}
      body={(value) => value}
      paths={['reason']}
    >
      {(value, change) => (
        <CaseProse
          file={file}
          path="reason"
          label={t`Why`}
          value={value.reason}
          onChange={(reason) => change({ reason })}
        />
      )}
    </CommandForm>
  );
}
