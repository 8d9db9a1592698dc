import { Trans, useLingui } from '@lingui/react/macro';
import { type Approvable, changedSince } from '#domain/case/approvable.ts';
import type { CaseFile } from '../case/case-file.ts';
import { NEED_WORDS, OWNER_WORDS } from '../case/case-words.ts';
import { FactLine } from '../case/fact-line.tsx';
import { useLabel } from '../case/labels.ts';
import { formatDay } from '../ui/format.ts';
import { approvedGoals, type PlanChange, planChanges } from './plan-changes.ts';

interface ApprovalChangesProps {
  readonly file: CaseFile;
  readonly kind: Approvable;
}

/** What is new since the last approval, in sentences that need no look into the file. */
export function ApprovalChanges({ file, kind }: ApprovalChangesProps) {
  const approved = file.state.approval.approved[kind];
  const told = ['needs_assessed', 'plan_agreed', 'plan_revised'];
  const rest = changedSince(file.facts, kind, approved).filter((id) => {
    const fact = file.facts.find((one) => one.id === id);
    return fact !== undefined && (kind === 'closure' || !told.includes(fact.kind));
  });
  return (
    <>
      <p style={{ marginBlockEnd: 0 }}>
        {approved === undefined ? (
          <Trans>Nothing of this was approved before. What was written down:</Trans>
        ) : (
          <Trans>Changed since the last approval:</Trans>
        )}
      </p>
      <ul>
        {kind === 'assessment' ? <Answers file={file} approved={approved} /> : null}
        {kind === 'plan' ? <PlanLines file={file} /> : null}
        {rest.map((id) => (
          <FactLine key={id} file={file} id={id} />
        ))}
      </ul>
    </>
  );
}

const ORDER = ['urgent', 'some', 'declined', 'none'] as const;

/** Areas of needs by what was answered since then, what presses first. */
function Answers({
  file,
  approved,
}: {
  readonly file: CaseFile;
  readonly approved?: string | undefined;
}) {
  const { i18n } = useLingui();
  const label = useLabel();
  const from = file.facts.findIndex((fact) => fact.id === approved) + 1;
  const since = new Set(file.facts.slice(from).map((fact) => fact.id));
  const fresh = Object.entries(file.state.need.domains).filter(([, one]) => since.has(one.by));
  return ORDER.map((value) => {
    const domains = fresh
      .filter(([, one]) => one.value === value)
      .map(([code]) => label(file.model.need_domains, code));
    return domains.length === 0 ? null : (
      <li key={value}>
        <strong>{i18n._(NEED_WORDS[value])}:</strong> {domains.join(', ')}
      </li>
    );
  });
}

function PlanLines({ file }: { readonly file: CaseFile }) {
  const changes = planChanges(approvedGoals(file), file.state.plan.plan?.goals ?? []);
  if (changes.length === 0) {
    return (
      <li>
        <Trans>Goals and steps are the same.</Trans>
      </li>
    );
  }
  return changes.map((one) => (
    <li key={`${one.kind} ${'goal' in one ? one.goal.goal_id : one.step.step_id}`}>
      <Change change={one} />
    </li>
  ));
}

function Change({ change }: { readonly change: PlanChange }) {
  const { i18n } = useLingui();
  switch (change.kind) {
    case 'goal_new': {
      const { words } = change.goal;
      return <Trans>New goal: “{words}”</Trans>;
    }
    case 'goal_gone': {
      const { words } = change.goal;
      return <Trans>Goal dropped: “{words}”</Trans>;
    }
    case 'goal_words': {
      const { words } = change.goal;
      const { before } = change;
      return (
        <Trans>
          Goal now reads “{words}”; before: “{before}”
        </Trans>
      );
    }
    case 'step_gone': {
      const { what } = change.step;
      return <Trans>Step dropped: {what}</Trans>;
    }
    case 'step_new': {
      const { what } = change.step;
      const owner = i18n._(OWNER_WORDS[change.step.owner]);
      const day = formatDay(i18n.locale, change.step.due_on);
      return (
        <Trans>
          New step: {what} ({owner}, by {day})
        </Trans>
      );
    }
    case 'step_moved': {
      const { what } = change.step;
      const day = formatDay(i18n.locale, change.step.due_on);
      const before = formatDay(i18n.locale, change.before);
      return (
        <Trans>
          Step: {what}, now by {day} instead of {before}
        </Trans>
      );
    }
  }
}
