import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconHomeHeart } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { missingBefore } from '#domain/case/placement-rules.ts';
import type { Placement } from '#domain/case/placement-state.ts';
import { formatDay } from '../ui/format.ts';
import { EmptyState, Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import {
  ALONE_WORDS,
  CARE_KIND_WORDS,
  PLACEMENT_END_WORDS,
  SIBLING_WORDS,
  SUITABILITY_WORDS,
} from './child-words.ts';
import { labelOf } from './labels.ts';
import { AssessForm, ProposeForm } from './placement-forms.tsx';
import {
  BeginForm,
  DecisionForm,
  EndForm,
  FamilyConsentForm,
  ReviewForm,
} from './placement-steps.tsx';
import { useMay } from './use-may.ts';
import { useFileTasks } from './use-tasks.ts';

/** Where the child lives: family first, each step before the next, and the visits that follow. */
export function PlacementPart({ file }: { readonly file: CaseFile }) {
  const may = useMay(file);
  const all = Object.entries(file.state.placement.placements).toSorted(([, a], [, b]) =>
    a.proposed_at < b.proposed_at ? 1 : -1,
  );
  return (
    <Section title={<Trans>Care arrangement</Trans>}>
      <p className={styles.soft} style={{ marginBlockStart: 0 }}>
        <Trans>
          Family first: parents, relatives, a guardian, a foster family. Residential care only where
          no family can take the child in now, and only for a time.
        </Trans>
      </p>
      {all.length === 0 ? <EmptyState title={<Trans>Nothing is written down yet</Trans>} /> : null}
      <ul className={styles.list}>
        {all.map(([id, placement]) => (
          <OnePlacement key={id} file={file} id={id} placement={placement} />
        ))}
      </ul>
      {may.append ? <ProposeForm file={file} /> : null}
    </Section>
  );
}

export interface PlacementProps {
  readonly file: CaseFile;
  readonly id: string;
  readonly placement: Placement;
}

function OnePlacement({ file, id, placement }: PlacementProps) {
  const { t, i18n } = useLingui();
  const may = useMay(file);
  const { begun, ended } = placement;
  const day = (value: string) => formatDay(i18n.locale, value);
  const state =
    ended !== null ? t`ended` : begun !== null ? t`since ${day(begun.on)}` : t`being prepared`;
  return (
    <li>
      <div className={styles.tags}>
        <strong>
          {i18n._(CARE_KIND_WORDS[placement.kind])}: {placement.with}
        </strong>
        <span className={styles.tag} data-tone={begun !== null && ended === null ? 'some' : ''}>
          {state}
        </span>
      </div>
      <Facts placement={placement} />
      {begun === null ? null : <Visits file={file} id={id} placement={placement} />}
      {may.append && ended === null ? (
        <div className={styles.buttons} style={{ marginBlockStart: '0.6rem' }}>
          <NextSteps file={file} id={id} placement={placement} />
        </div>
      ) : null}
    </li>
  );
}

function Facts({ placement }: { readonly placement: Placement }) {
  const { t, i18n } = useLingui();
  const day = (value: string) => formatDay(i18n.locale, value);
  const { assessed, consented, decided, ended } = placement;
  const missing = missingBefore(placement);
  const notYet = t`not yet`;
  const lines: [string, string | undefined][] = [
    [t`Brothers and sisters`, i18n._(SIBLING_WORDS[placement.siblings])],
    [t`Why apart`, placement.apart_reason],
    [t`Why no family now`, placement.no_family_reason],
    [t`Looked at again on`, placement.review_on && day(placement.review_on)],
    [t`The child says`, placement.child_words],
    [
      t`Family assessed`,
      assessed === null
        ? missing.includes('assessed')
          ? notYet
          : undefined
        : `${i18n._(SUITABILITY_WORDS[assessed.result])} · ${assessed.by} · ${day(assessed.on)}`,
    ],
    [t`The home`, assessed?.home],
    [t`Who is there for the child`, assessed?.care],
    [t`What the family needs`, assessed?.help],
    [
      t`The family’s yes beforehand`,
      consented === null
        ? missing.includes('consented')
          ? notYet
          : undefined
        : `${consented.said_by} · ${day(consented.on)}`,
    ],
    [
      t`The authority’s decision`,
      decided === null
        ? missing.includes('decided')
          ? notYet
          : undefined
        : `${decided.decision === 'agreed' ? t`Yes` : t`No`} · ${decided.body}, ${decided.number} · ${day(decided.on)}`,
    ],
    [
      t`Ended`,
      ended === null
        ? undefined
        : `${i18n._(PLACEMENT_END_WORDS[ended.reason])} · ${day(ended.on)}`,
    ],
  ];
  return (
    <dl className={styles.facts} style={{ marginBlockStart: '0.5rem' }}>
      {lines.map(([label, text]) =>
        text === undefined || text === '' ? null : (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** The visits that were made, and those that are to come with the day by which they are due. */
function Visits({ file, id, placement }: PlacementProps) {
  const { i18n } = useLingui();
  const may = useMay(file);
  const told = (value: string) => formatDay(i18n.locale, value);
  const { today } = file.situation;
  const tasks = useFileTasks(file).filter(({ task }) => task.details.about === id);
  return (
    <>
      <h4 style={{ marginBlock: '0.75rem 0.25rem' }}>
        <Trans>Visits to the home</Trans>
      </h4>
      <ul className={styles.list}>
        {placement.visits.map((visit) => (
          <li key={visit.visit_id}>
            <strong>{told(visit.on)}</strong>{' '}
            <span className={styles.soft}>
              <Trans>Spoke with the child alone: {i18n._(ALONE_WORDS[visit.child_alone])}</Trans>
            </span>
          </li>
        ))}
        {tasks.map(({ task, due }) => {
          const day = told(due);
          return (
            <li key={task.ref}>
              {labelOf(i18n.locale, file.model.timers, task.details.timer ?? '')}{' '}
              <span className={styles.tag} data-tone={due < today ? 'look' : ''}>
                {due < today ? <Trans>was due on {day}</Trans> : <Trans>by {day}</Trans>}
              </span>
            </li>
          );
        })}
      </ul>
      {may.append && placement.ended === null ? (
        <Button
          component={Link}
          to={`/cases/${file.row.id}/visit`}
          variant="default"
          leftSection={<IconHomeHeart size={20} aria-hidden />}
        >
          <Trans>Record a visit</Trans>
        </Button>
      ) : null}
    </>
  );
}

/** Only what comes next stands there: one step after the other. */
function NextSteps(props: PlacementProps) {
  const { placement } = props;
  if (placement.begun !== null) {
    return (
      <>
        {placement.kind === 'residential' ? <ReviewForm {...props} /> : null}
        <EndForm {...props} />
      </>
    );
  }
  const missing = missingBefore(placement);
  const refused = placement.assessed?.result === 'not_suitable';
  return (
    <>
      {missing.includes('assessed') || refused ? <AssessForm {...props} /> : null}
      {missing.includes('consented') ? <FamilyConsentForm {...props} /> : null}
      {missing.includes('decided') || placement.decided?.decision === 'refused' ? (
        <DecisionForm {...props} />
      ) : null}
      {missing.length === 0 ? <BeginForm {...props} /> : null}
      <EndForm {...props} />
    </>
  );
}
