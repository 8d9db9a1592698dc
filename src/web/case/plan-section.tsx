import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPrinter, IconSeedling } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDevice } from '../account/use-session.ts';
import { EmptyState, Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { LifeEventsPart } from './life-events-part.tsx';
import { PlanAgreed } from './plan-agreed.tsx';
import { PlanEditor, planDraftKey } from './plan-editor.tsx';
import { PlanGoal } from './plan-goal.tsx';
import { PlanReview } from './plan-review.tsx';
import { useMay } from './use-may.ts';
import { useTeller } from './use-teller.ts';

/** The person's plan: what is strong and wished for first, then goals in the person's words. */
export function PlanSection({ file }: { readonly file: CaseFile }) {
  const { plan } = file.state.plan;
  const { store } = useDevice();
  const may = useMay(file);
  const [editing, setEditing] = useState(
    () => store.listed('draft')?.has(planDraftKey(file)) ?? false,
  );
  if (editing && may.append) return <PlanEditor file={file} close={() => setEditing(false)} />;
  if (plan === null) {
    return (
      <Section title={<Trans>Plan</Trans>}>
        <EmptyState
          icon={<IconSeedling size={44} aria-hidden />}
          title={<Trans>No plan yet</Trans>}
          action={
            may.append ? (
              <Button onClick={() => setEditing(true)}>
                <Trans>Agree on a plan</Trans>
              </Button>
            ) : null
          }
        >
          <Trans>Begin with what goes well and what the person wishes for.</Trans>
        </EmptyState>
      </Section>
    );
  }
  return (
    <>
      <Section
        title={<Trans>Plan</Trans>}
        actions={
          <>
            <Button
              component={Link}
              to={`/cases/${file.row.id}/plan/print`}
              variant="default"
              leftSection={<IconPrinter size={20} aria-hidden />}
            >
              <Trans>Print</Trans>
            </Button>
            {may.append ? (
              <Button variant="default" onClick={() => setEditing(true)}>
                <Trans>Change the plan</Trans>
              </Button>
            ) : null}
          </>
        }
      >
        {plan.conflict === undefined ? null : <TwoPlans file={file} />}
        <Beginning file={file} />
        {plan.goals.map((goal) => (
          <PlanGoal key={goal.goal_id} file={file} goal={goal} />
        ))}
        <PlanAgreed file={file} />
      </Section>
      <PlanReview file={file} />
      <LifeEventsPart file={file} />
      <Versions file={file} />
    </>
  );
}

function Beginning({ file }: { readonly file: CaseFile }) {
  const { plan } = file.state.plan;
  if (plan === null) return null;
  return (
    <dl className={styles.facts}>
      {plan.strengths === undefined ? null : (
        <>
          <dt>
            <Trans>What goes well</Trans>
          </dt>
          <dd className={styles.quote}>{plan.strengths}</dd>
        </>
      )}
      {plan.wishes === undefined ? null : (
        <>
          <dt>
            <Trans>Wishes</Trans>
          </dt>
          <dd className={styles.quote}>{plan.wishes}</dd>
        </>
      )}
    </dl>
  );
}

/** A version that was agreed elsewhere without knowledge of this one: both, until a human revises. */
function TwoPlans({ file }: { readonly file: CaseFile }) {
  const teller = useTeller(file);
  const { plan } = file.state.plan;
  if (plan?.conflict === undefined) return null;
  return (
    <div className={styles.look}>
      <strong>
        <Trans>The plan was changed twice without knowing of each other.</Trans>
      </strong>
      <p style={{ marginBlock: '0.25rem' }}>
        <Trans>
          Below is the version by {teller.byFact(plan.by)}. The other version, by{' '}
          {teller.byFact(plan.conflict.by)}, says:
        </Trans>
      </p>
      <ul>
        {plan.conflict.goals.map((goal) => (
          <li key={goal.goal_id}>
            {goal.words}
            <ul>
              {goal.steps.map((step) => (
                <li key={step.step_id}>{step.what}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <Trans>Change the plan so that it says what holds; that settles it.</Trans>
    </div>
  );
}

function Versions({ file }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const teller = useTeller(file);
  const { plan, earlier } = file.state.plan;
  if (plan === null || earlier.length === 0) return null;
  const all = [{ version: plan.version, by: plan.by }, ...earlier.toReversed()];
  return (
    <Section
      title={<Trans>Versions of the plan</Trans>}
      actions={
        <Link to="/cases/$id/plan/compare" params={{ id: file.row.id }} className={styles.link}>
          <Trans>Side by side</Trans>
        </Link>
      }
    >
      <p className={styles.soft}>
        <Plural value={all.length} one="# version" other="# versions" />
      </p>
      <ol className={styles.list} lang={i18n.locale}>
        {all.map((one) => (
          <li key={one.by}>
            <Trans>Version {one.version}</Trans>{' '}
            <span className={styles.soft}>{teller.byFact(one.by)}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
