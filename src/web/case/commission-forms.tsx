import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { dayAfter } from '#domain/case/calendar.ts';
import {
  isOver,
  MATTER_ANSWERS,
  MATTER_WITHDRAWALS,
  mattersOf,
} from '#domain/case/commission-state.ts';
import { openSteps } from '#domain/case/plan.ts';
import { ChoiceField, DayField, TextField } from '../ui/field.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { CaseLine, CaseProse } from './case-prose.tsx';
import { Choice } from './choice.tsx';
import { CommandForm, given } from './command-form.tsx';
import { MATTER_ANSWER_WORDS, MATTER_WITHDRAWAL_WORDS } from './commission-words.ts';
import type { MatterProps } from './decisions-section.tsx';
import { useLabel } from './labels.ts';

/** A step of the plan goes on the agenda of a commission. */
export function PutMatter({ file }: { readonly file: CaseFile }) {
  const { t } = useLingui();
  const label = useLabel();
  const open = mattersOf(file.state.commission).filter((one) => !isOver(one));
  const steps = openSteps(file.state.plan).filter(
    (step) => !open.some(({ step_id }) => step_id === step.step_id),
  );
  const commissions = file.model.commissions?.commissions ?? [];
  const [first] = steps;
  if (first === undefined || commissions.length === 0) {
    return (
      <p className={styles.soft}>
        <Trans>
          An open step of the plan can go before a commission. Add one to the plan first.
        </Trans>
      </p>
    );
  }
  return (
    <CommandForm
      file={file}
      kind="put_to_commission"
      open={<Trans>Put a step before a commission</Trans>}
      initial={{
        ...{ step_id: first.step_id, commission: commissions.at(-1)?.code ?? '' },
        ...{ session_on: file.situation.today, asked: '' },
      }}
      body={(value) => ({ ...value, matter_id: uuid() })}
      paths={['step_id', 'commission', 'session_on', 'asked']}
    >
      {(value, change) => (
        <>
          <ChoiceField
            path="step_id"
            label={t`Which step of the plan`}
            value={value.step_id}
            data={steps.map(({ step_id, what }) => ({ value: step_id, label: what }))}
            onChange={(event) => change({ step_id: event.currentTarget.value })}
          />
          <ChoiceField
            path="commission"
            label={t`Which commission`}
            value={value.commission}
            data={commissions.map(({ code }) => ({ value: code, label: label(commissions, code) }))}
            onChange={(event) => change({ commission: event.currentTarget.value })}
          />
          <DayField
            path="session_on"
            label={t`Day of the session`}
            value={value.session_on}
            onChange={(event) => change({ session_on: event.currentTarget.value })}
          />
          <CaseLine
            file={file}
            path="asked"
            label={t`What is asked for`}
            description={t`It stays in this file. Only the number of the file goes on the agenda.`}
            value={value.asked}
            onChange={(text) => change({ asked: text })}
          />
        </>
      )}
    </CommandForm>
  );
}

/** What the commission decided: under which number, who answers for it, and by when. */
export function MatterDecision({ file, matter }: MatterProps) {
  const { t } = useLingui();
  const label = useLabel();
  const { today } = file.situation;
  const agencies = file.model.commissions?.agencies ?? [];
  const usual = file.model.commissions?.silence_days ?? 0;
  const { matter_id } = matter;
  return (
    <CommandForm
      file={file}
      kind="record_decision"
      about={matter_id}
      variant="filled"
      open={<Trans>It was decided</Trans>}
      initial={{
        ...{ number: '', decided_on: today, agency: agencies[0]?.code ?? '', what: '' },
        due_on: dayAfter(today, usual),
      }}
      body={(value) => ({ ...value, matter_id })}
      paths={['number', 'decided_on', 'agency', 'what', 'due_on']}
    >
      {(value, change) => (
        <>
          <TextField
            path="number"
            label={t`Number of the decision`}
            autoComplete="off"
            value={value.number}
            onChange={(event) => change({ number: event.currentTarget.value })}
          />
          <DayField
            path="decided_on"
            label={t`Decided on`}
            value={value.decided_on}
            onChange={(event) => {
              const decided_on = event.currentTarget.value;
              // The day that was proposed goes along; one that was typed stays.
              const proposed = value.due_on === dayAfter(value.decided_on, usual);
              change({
                decided_on,
                ...(proposed && decided_on !== '' ? { due_on: dayAfter(decided_on, usual) } : {}),
              });
            }}
          />
          <CaseLine
            file={file}
            path="what"
            label={t`What was decided`}
            value={value.what}
            onChange={(text) => change({ what: text })}
          />
          <ChoiceField
            path="agency"
            label={t`Who answers for it`}
            value={value.agency}
            data={agencies.map(({ code }) => ({ value: code, label: label(agencies, code) }))}
            onChange={(event) => change({ agency: event.currentTarget.value })}
          />
          <DayField
            path="due_on"
            label={t`Answer by`}
            value={value.due_on}
            onChange={(event) => change({ due_on: event.currentTarget.value })}
          />
        </>
      )}
    </CommandForm>
  );
}

/** The answer of the agency: the step of the plan goes on. */
export function MatterAnswer({ file, matter }: MatterProps) {
  const { t, i18n } = useLingui();
  const { matter_id } = matter;
  const initial: { on: string; outcome: (typeof MATTER_ANSWERS)[number] | ''; words: string } = {
    ...{ on: file.situation.today, outcome: '', words: '' },
  };
  return (
    <CommandForm
      file={file}
      kind="record_decision_answer"
      about={matter_id}
      variant="filled"
      open={<Trans>The answer is here</Trans>}
      initial={initial}
      body={({ on, outcome, words }) => ({
        // Nothing is chosen beforehand: an answer taken by mistake would let the step go on.
        ...{ matter_id, on, words: given(words) },
        outcome: outcome as (typeof MATTER_ANSWERS)[number],
      })}
      paths={['on', 'outcome', 'words']}
    >
      {(value, change) => (
        <>
          <Choice
            path="outcome"
            legend={<Trans>What did the agency answer?</Trans>}
            options={MATTER_ANSWERS.map((code) => ({
              value: code,
              label: i18n._(MATTER_ANSWER_WORDS[code]),
            }))}
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
  );
}

export function MatterWithdrawal({ file, matter }: MatterProps) {
  const { i18n } = useLingui();
  const { matter_id } = matter;
  const initial: { reason: (typeof MATTER_WITHDRAWALS)[number] } = { reason: 'not_wished' };
  return (
    <CommandForm
      file={file}
      kind="withdraw_matter"
      about={matter_id}
      variant="subtle"
      open={<Trans>Withdraw</Trans>}
      initial={initial}
      body={({ reason }) => ({ matter_id, reason })}
      paths={['reason']}
    >
      {(value, change) => (
        <Choice
          path="reason"
          legend={<Trans>Why</Trans>}
          options={MATTER_WITHDRAWALS.map((code) => ({
            value: code,
            label: i18n._(MATTER_WITHDRAWAL_WORDS[code]),
          }))}
          value={value.reason}
          onChange={(reason) => change({ reason })}
        />
      )}
    </CommandForm>
  );
}
