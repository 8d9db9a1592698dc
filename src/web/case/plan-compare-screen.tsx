import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import {
  type ComparedGoal,
  comparePlans,
  type Mark,
  type PlanVersion,
  planVersions,
} from '#domain/case/plan-difference.ts';
import { NotFound } from '../root.tsx';
import { ChoiceField } from '../ui/field.tsx';
import { formatDay } from '../ui/format.ts';
import { Page, Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import { Waiting } from '../ui/waiting.tsx';
import { MARK_WORDS } from './aftercare-words.ts';
import type { CaseFile } from './case-file.ts';
import { OWNER_WORDS } from './case-words.ts';
import compare from './plan-compare.module.css';
import { useCase } from './use-cases.ts';
import { useTeller } from './use-teller.ts';

/** Two agreed versions of a plan side by side; on a phone one under the other. */
export function PlanCompareScreen() {
  const { id = '' } = useParams({ strict: false });
  const file = useCase(id);
  if (file === undefined) return <Waiting />;
  if (file === null) return <NotFound />;
  const versions = planVersions(file.facts);
  return versions.length < 2 ? <NotFound /> : <Versions file={file} versions={versions} />;
}

interface VersionsProps {
  readonly file: CaseFile;
  readonly versions: readonly PlanVersion[];
}

function Versions({ file, versions }: VersionsProps) {
  const { t } = useLingui();
  const teller = useTeller(file);
  const [chosen, setChosen] = useState({ before: '', after: '' });
  const before = versions.find(({ by }) => by === chosen.before) ?? versions.at(-2);
  const after = versions.find(({ by }) => by === chosen.after) ?? versions.at(-1);
  if (before === undefined || after === undefined) return <NotFound />;
  const data = versions.map(({ version, by }) => ({
    value: by,
    label: `${t`Version ${version}`} · ${teller.byFact(by)}`,
  }));
  const goals = comparePlans(before.goals, after.goals);
  return (
    <Page title={t`Versions of the plan side by side`} wide>
      <p>
        <Link to="/cases/$id/$part" params={{ id: file.row.id, part: 'plan' }}>
          <Trans>Back to the plan</Trans>
        </Link>
      </p>
      <div className={styles.pair} style={{ marginBlockEnd: '1.25rem' }}>
        <ChoiceField
          path="before"
          label={t`Earlier version`}
          value={before.by}
          data={data}
          onChange={(event) => setChosen({ ...chosen, before: event.currentTarget.value })}
        />
        <ChoiceField
          path="after"
          label={t`Later version`}
          value={after.by}
          data={data}
          onChange={(event) => setChosen({ ...chosen, after: event.currentTarget.value })}
        />
      </div>
      <Texts title={<Trans>What goes well</Trans>} pair={[before, after]} field="strengths" />
      <Texts title={<Trans>Wishes</Trans>} pair={[before, after]} field="wishes" />
      {goals.map((goal) => (
        <Goal key={goal.id} goal={goal} versions={[before.version, after.version]} />
      ))}
    </Page>
  );
}

interface TextsProps {
  readonly title: ReactNode;
  readonly pair: readonly [PlanVersion, PlanVersion];
  readonly field: 'strengths' | 'wishes';
}

function Texts({ title, pair, field }: TextsProps) {
  const [before, after] = pair;
  const [one, other] = [before[field], after[field]];
  if (one === other) return null;
  const mark = one === undefined ? 'new' : other === undefined ? 'gone' : 'changed';
  return (
    <Section title={title} actions={<MarkTag mark={mark} />}>
      <div className={compare.sides}>
        <Side version={before.version}>{one}</Side>
        <Side version={after.version}>{other}</Side>
      </div>
    </Section>
  );
}

interface GoalProps {
  readonly goal: ComparedGoal;
  readonly versions: readonly [number, number];
}

function Goal({ goal, versions }: GoalProps) {
  const { before, after, steps, mark } = goal;
  const [one, other] = versions;
  return (
    <Section title={after?.words ?? before?.words ?? ''} actions={<MarkTag mark={mark} />}>
      <div className={compare.sides} data-mark={mark}>
        <Side version={one}>
          {before === null ? null : (
            <>
              {mark === 'changed' && before.words !== after?.words ? <p>{before.words}</p> : null}
              <ul>
                {steps.map((step) =>
                  step.before === null ? null : (
                    <StepLine
                      key={step.id}
                      step={step.before}
                      mark={step.mark === 'gone' ? 'gone' : 'same'}
                    />
                  ),
                )}
              </ul>
            </>
          )}
        </Side>
        <Side version={other}>
          {after === null ? null : (
            <ul>
              {steps.map((step) =>
                step.after === null ? null : (
                  <StepLine key={step.id} step={step.after} mark={step.mark} />
                ),
              )}
            </ul>
          )}
        </Side>
      </div>
    </Section>
  );
}

interface SideProps {
  readonly version: number;
  readonly children: ReactNode;
}

function Side({ version, children }: SideProps) {
  return (
    <div>
      <div className={styles.soft}>
        <Trans>Version {version}</Trans>
      </div>
      {children ?? '—'}
    </div>
  );
}

interface StepLineProps {
  readonly step: NonNullable<ComparedGoal['steps'][number]['after']>;
  readonly mark: Mark;
}

function StepLine({ step, mark }: StepLineProps) {
  const { i18n } = useLingui();
  return (
    <li>
      {step.what}{' '}
      <span className={styles.soft}>
        {i18n._(OWNER_WORDS[step.owner])}, {formatDay(i18n.locale, step.due_on)}
      </span>{' '}
      {mark === 'same' ? null : <MarkTag mark={mark} />}
    </li>
  );
}

const TONES: Readonly<Record<Mark, string | undefined>> = {
  new: 'some',
  changed: 'look',
  gone: 'urgent',
  same: undefined,
};

function MarkTag({ mark }: { readonly mark: Mark }) {
  const { i18n } = useLingui();
  return (
    <span className={styles.tag} data-tone={TONES[mark]}>
      {i18n._(MARK_WORDS[mark])}
    </span>
  );
}
