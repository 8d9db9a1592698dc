import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { may } from '#domain/access/rights.ts';
import type { Fact } from '#domain/case/fact.ts';
import { SAFETY_PARTS, type SafetyPlan } from '#domain/case/safety-plan.ts';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { LINE_FILES, useLineFile } from './line-file.ts';
import { AgreeSafetyPlan, ReviewSafetyPlan, type SafetyPlanBody } from './safety-form.tsx';
import { COPY_WORDS, MADE_WITH_WORDS, SAFETY_PART_WORDS } from './safety-words.ts';
import { useTeller } from './use-teller.ts';

const isPlan = ({ kind }: { readonly kind: string }) => kind === 'safety_plan_agreed';

/** What the person does when it gets dangerous; whoever may write one, and may not read it, still may. */
export function SafetySection({ file: carried }: { readonly file: CaseFile }) {
  const { row, situation, state } = carried;
  // A device never holds it: it is read over the line, and written without one.
  const whole = useLineFile(row.id, true);
  const file = whole ?? carried;
  const waiting = carried.facts.filter((fact) => isPlan(fact) && carried.unsent.has(fact.id));
  const queries = useQueryClient();
  const left = waiting.length;
  // What was sent is gone from this device: it is read over the line again.
  useEffect(() => {
    if (left === 0) void queries.invalidateQueries({ queryKey: [LINE_FILES, row.id] });
  }, [queries, row.id, left]);
  const parts = SAFETY_PARTS.filter((part) => may(situation.role, 'append', part));
  const { plans } = file.state.safety_plan;
  const known = file.facts.filter((fact) => isPlan(fact) && fact.body !== null).toReversed();
  const shown = waiting.filter(({ id }) => !known.some((fact) => fact.id === id));
  return (
    <Section title={<Trans>Staying safe</Trans>}>
      <p className={styles.soft} style={{ marginBlockStart: 0 }}>
        <Trans>
          Made together with the person, in their words. Where somebody is to be feared, only the
          supervisor and child protection read it afterwards, and nothing tells that it is there;
          where the person may harm themselves, the psychosocial specialist does.
        </Trans>
      </p>
      {parts.length > 0 && state.stage.phase !== 'closed' ? (
        <AgreeSafetyPlan file={file} parts={parts} />
      ) : null}
      <ul className={styles.list}>
        {shown.map((fact) => (
          <OnePlan key={fact.id} file={carried} fact={fact} plan={undefined} />
        ))}
        {known.map((fact) => (
          <OnePlan
            key={fact.id}
            file={file}
            fact={fact}
            plan={plans[(fact.body as SafetyPlanBody).plan_id]}
          />
        ))}
      </ul>
    </Section>
  );
}

interface OneProps {
  readonly file: CaseFile;
  readonly fact: Fact;
  /** Undefined while it waits on this device. */
  readonly plan: SafetyPlan | undefined;
}

function OnePlan({ file, fact, plan }: OneProps) {
  const { i18n } = useLingui();
  const teller = useTeller(file);
  const said = fact.body as SafetyPlanBody;
  const part = SAFETY_PART_WORDS[fact.compartment as keyof typeof SAFETY_PART_WORDS];
  const review = formatDay(i18n.locale, plan?.review_on ?? said.review_on);
  const version = plan?.version;
  const { id } = file.row;
  return (
    <li>
      <div className={styles.tags}>
        <strong>{i18n._(part)}</strong>
        {version === undefined ? (
          <span className={styles.tag} data-tone="look">
            <Trans>not yet sent</Trans>
          </span>
        ) : (
          <span className={styles.tag} data-tone={plan?.ended === false ? 'some' : undefined}>
            {plan?.ended === false ? (
              <Trans>Version {version}, holds</Trans>
            ) : (
              <Trans>Version {version}, earlier</Trans>
            )}
          </span>
        )}
        <span className={styles.soft}>{teller.byFact(fact.id)}</span>
      </div>
      {plan?.ended === true ? (
        <details>
          <summary>
            <Trans>Show</Trans>
          </summary>
          <PlanParts said={said} />
        </details>
      ) : (
        <>
          <PlanParts said={said} />
          <p className={styles.soft}>
            {i18n._(MADE_WITH_WORDS[said.made_with])} · {i18n._(COPY_WORDS[said.copy])} ·{' '}
            <Trans>Looked at again by {review}</Trans>
          </p>
          <div className={styles.buttons}>
            <Button
              variant="default"
              className="no-print"
              renderRoot={(props) => (
                <Link to="/cases/$id/sheet/$plan" params={{ id, plan: said.plan_id }} {...props} />
              )}
            >
              <Trans>Print a sheet without a heading</Trans>
            </Button>
            {plan === undefined || !may(file.situation.role, 'append', plan.compartment) ? null : (
              <ReviewSafetyPlan file={file} plan_id={said.plan_id} part={fact.compartment} />
            )}
          </div>
        </>
      )}
    </li>
  );
}

function PlanParts({ said }: { readonly said: SafetyPlanBody }) {
  const { t } = useLingui();
  const lines: [string, string | undefined][] = [
    [t`What shows that it gets dangerous`, said.warning_signs],
    [t`What helps`, said.what_helps],
    [t`Whom to call`, said.whom_to_call],
    [t`Safe places`, said.safe_places],
    [t`What the worker does`, said.worker_does],
  ];
  return (
    <dl className={styles.facts} style={{ marginBlockStart: '0.5rem' }}>
      {lines.map(([label, text]) =>
        text === undefined ? null : (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd style={{ whiteSpace: 'pre-line' }}>{text}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
