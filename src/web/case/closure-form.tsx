import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { v7 as uuid } from 'uuid';
import { ChoiceField, DayField } from '../ui/field.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { Tick } from './choice.tsx';
import { CommandForm } from './command-form.tsx';
import { useLabel } from './labels.ts';

/** Prepares the completion; said again it replaces what was prepared. */
export function ClosureForm({ file }: { readonly file: CaseFile }) {
  const { t } = useLingui();
  const label = useLabel();
  const { closure_reasons, closing } = file.model;
  const { prepared } = file.state.closure;
  const { today } = file.situation;
  const later = (days: number) => {
    const day = new Date(`${today}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + days);
    return day.toISOString().slice(0, 10);
  };
  const initial = {
    reason: prepared?.reason ?? closure_reasons[0]?.code ?? '',
    summary: prepared?.summary ?? '',
    feedback_offered: prepared?.feedback_offered ?? false,
    check_ins:
      prepared?.check_ins.map((one) => one.due_on) ??
      closing.check_ins.map((one) => later(one.after_days)),
  };
  return (
    <CommandForm
      file={file}
      kind="prepare_closure"
      open={prepared === null ? <Trans>Prepare the completion</Trans> : <Trans>Change it</Trans>}
      initial={initial}
      body={(value) => ({
        ...value,
        closure_id: uuid(),
        check_ins: value.check_ins
          .filter((due_on) => due_on !== '')
          .map((due_on) => ({ check_in_id: uuid(), due_on })),
      })}
      paths={['reason', 'summary']}
    >
      {(value, change) => (
        <>
          <ChoiceField
            path="reason"
            label={t`Why`}
            value={value.reason}
            data={closure_reasons.map(({ code }) => ({
              value: code,
              label: label(closure_reasons, code),
            }))}
            onChange={(event) => change({ reason: event.currentTarget.value })}
          />
          <CaseProse
            file={file}
            path="summary"
            label={t`What was reached, and what remains`}
            value={value.summary}
            onChange={(summary) => change({ summary })}
          />
          <Tick
            checked={value.feedback_offered}
            onChange={(feedback_offered) => change({ feedback_offered })}
          >
            <Trans>The person was asked how it was</Trans>
          </Tick>
          <fieldset className={styles.choice}>
            <legend>
              <Trans>Contact after completion</Trans>
            </legend>
            <div className={styles.pair}>
              {value.check_ins.map((due_on, at) => (
                <DayField
                  // biome-ignore lint/suspicious/noArrayIndexKey: days have no id and keep their order
                  key={at}
                  path={`check_ins.${at}.due_on`}
                  label={t`Day ${at + 1}`}
                  value={due_on}
                  onChange={(event) => {
                    const day = event.currentTarget.value;
                    change({
                      check_ins: value.check_ins.map((one, index) => (index === at ? day : one)),
                    });
                  }}
                />
              ))}
            </div>
            <Button
              mt="sm"
              variant="default"
              onClick={() => change({ check_ins: [...value.check_ins, later(30)] })}
            >
              <Trans>Another day</Trans>
            </Button>
          </fieldset>
        </>
      )}
    </CommandForm>
  );
}
