import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { may } from '#domain/access/rights.ts';
import { COMPARTMENTS } from '#domain/access/role.ts';
import { runningPlacement } from '#domain/case/placement-state.ts';
import { openSteps } from '#domain/case/plan.ts';
import type { Problem } from '#domain/problem.ts';
import { useDraft } from '../device/use-draft.ts';
import { DayField, FieldProblems, otherProblems } from '../ui/field.tsx';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { READER_WORDS } from './case-words.ts';
import { ALONE_WORDS } from './child-words.ts';
import { Choice, Many } from './choice.tsx';
import { useLabel } from './labels.ts';
import { useSay, useSayAbout } from './use-cases.ts';
import { dayLater, type VisitDraft, visitBody, visitDraft } from './visit-draft.ts';

/** Everything has a likely answer already: a short visit is opened and saved. */
export function VisitForm({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const [initial] = useState(() => visitDraft(file));
  const draft = useDraft<VisitDraft>(`visit/${file.row.id}`, initial);
  const say = useSay(file);
  const sayAbout = useSayAbout();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const { value } = draft;
  const change = (patch: Partial<VisitDraft>) => draft.set({ ...value, ...patch });
  const steps = openSteps(file.state.plan);
  const { id } = file.row;
  const placed = runningPlacement(file.state.placement);
  const counts =
    value.met && file.model.visit_kinds.some((one) => one.code === value.kind && one.in_person);

  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const said = await say('record_visit', visitBody(value));
    if ('problem' in said) {
      setBusy(false);
      return setProblem(said.problem);
    }
    if (placed !== null && value.home === 'yes' && counts) {
      const { visit_id, child_alone } = value;
      const linked = { placement_id: placed[0], visit_id, child_alone };
      await sayAbout(withVisit(file, value), 'record_placement_visit', linked);
    }
    // Each step is a command of its own: one that was ended elsewhere holds up nothing else.
    for (const step_id of value.done.filter((one) => steps.some((step) => step.step_id === one))) {
      await say('complete_step', { step_id, outcome: 'done' });
    }
    await draft.clear();
    // The way back leads to where the visit was begun, not into an empty form.
    await navigate({ to: '/cases/$id', params: { id }, replace: true });
  }
  return (
    <FieldProblems problem={problem}>
      <form onSubmit={save} noValidate>
        <Section title={<Trans>The visit</Trans>}>
          <div className={styles.stack}>
            {draft.restored ? (
              <Notice>
                <Trans>What you have typed is still there.</Trans>
              </Notice>
            ) : null}
            <Choice
              path="kind"
              legend={<Trans>What kind of contact?</Trans>}
              options={file.model.visit_kinds.map(({ code }) => ({
                value: code,
                label: label(file.model.visit_kinds, code),
              }))}
              value={value.kind}
              onChange={(kind) => change({ kind })}
            />
            <div className={styles.pair}>
              <Choice
                path="met"
                legend={<Trans>Did you meet or reach the person?</Trans>}
                options={[
                  { value: 'yes', label: t`Yes` },
                  { value: 'no', label: t`No` },
                ]}
                value={value.met ? 'yes' : 'no'}
                onChange={(met) => change({ met: met === 'yes' })}
              />
              <DayField
                path="on"
                label={t`Day`}
                value={value.on}
                onChange={(event) => change({ on: event.currentTarget.value })}
              />
            </div>
            {placed === null || !counts ? null : (
              <PlacedHome file={file} with={placed[1].with} value={value} change={change} />
            )}
            {steps.length === 0 ? null : (
              <Many
                path="done"
                legend={<Trans>Done on this visit</Trans>}
                options={steps.map((step) => ({ value: step.step_id, label: step.what }))}
                value={value.done}
                onChange={(done) => change({ done })}
              />
            )}
          </div>
        </Section>
        <Section title={<Trans>In words, if it helps</Trans>}>
          <div className={styles.stack}>
            <CaseProse
              file={file}
              path="words"
              label={t`Words about the visit`}
              value={value.words}
              onChange={(words) => change({ words })}
            />
            {value.words.trim() === '' ? null : (
              <Choice
                path="compartment"
                legend={<Trans>Who may read these words?</Trans>}
                options={COMPARTMENTS.filter((one) => may(file.situation.role, 'append', one)).map(
                  (one) => ({ value: one, label: i18n._(READER_WORDS[one]) }),
                )}
                value={value.compartment}
                onChange={(compartment) => change({ compartment })}
              />
            )}
          </div>
        </Section>
        <Section title={<Trans>Next contact</Trans>}>
          <NextContact
            file={file}
            value={value.next_on}
            onChange={(next_on) => change({ next_on })}
          />
          {file.state.visit.next_on === null ? null : (
            <p className={styles.soft}>
              <Trans>So far planned for {formatDay(i18n.locale, file.state.visit.next_on)}.</Trans>
            </p>
          )}
        </Section>
        <ProblemText problem={otherProblems(problem, ['kind', 'on', 'words', 'next_on'])} />
        <div className={styles.bar}>
          <Button type="submit" loading={busy}>
            <Trans>Save the visit</Trans>
          </Button>
          <Link to="/cases/$id" params={{ id }} className={styles.link}>
            <Trans>Back without saving</Trans>
          </Link>
        </div>
      </form>
    </FieldProblems>
  );
}

/** The file with the visit that was said a moment ago: this form's own copy was made before it. */
function withVisit(file: CaseFile, { visit_id, kind, on, met }: VisitDraft): CaseFile {
  const said = { kind, on, met, words: null, held_in: [], recorded_at: file.situation.now };
  const { visit } = file.state;
  const visits = { ...visit.visits, [visit_id]: said };
  return { ...file, state: { ...file.state, visit: { ...visit, visits } } };
}

/** A child who was placed: whether this visit is one of those to that home. */
function PlacedHome(props: {
  readonly file: CaseFile;
  readonly with: string;
  readonly value: VisitDraft;
  readonly change: (patch: Partial<VisitDraft>) => void;
}) {
  const { t, i18n } = useLingui();
  const { value, change } = props;
  const where = props.with;
  return (
    <>
      <Choice
        path="home"
        legend={<Trans>Was it a visit to the home where the child lives ({where})?</Trans>}
        options={[
          { value: 'yes', label: t`Yes` },
          { value: 'no', label: t`No` },
        ]}
        value={value.home}
        onChange={(home) => change({ home })}
      />
      {value.home === 'yes' ? (
        <Choice
          path="child_alone"
          legend={<Trans>Did you speak with the child alone?</Trans>}
          options={(['yes', 'no', 'too_young'] as const).map((one) => ({
            value: one,
            label: i18n._(ALONE_WORDS[one]),
          }))}
          value={value.child_alone}
          onChange={(child_alone) => change({ child_alone })}
        />
      ) : null}
    </>
  );
}

interface NextContactProps {
  readonly file: CaseFile;
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** The usual distances as one tap, any other day by its date. */
function NextContact({ file, value, onChange }: NextContactProps) {
  const { t } = useLingui();
  const { today } = file.situation;
  const spans = [
    { value: '', label: t`Leave open` },
    { value: dayLater(today, 7), label: t`In a week` },
    { value: dayLater(today, 14), label: t`In two weeks` },
    { value: dayLater(today, 30), label: t`In a month` },
  ];
  return (
    <div className={styles.stack}>
      <Choice
        path="next_on_span"
        legend={<Trans>Next contact</Trans>}
        quiet
        options={spans}
        value={value}
        onChange={onChange}
      />
      <DayField
        path="next_on"
        label={t`Or on this day`}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
