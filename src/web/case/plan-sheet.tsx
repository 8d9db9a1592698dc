import { Trans, useLingui } from '@lingui/react/macro';
import { sharedSteps } from '../people/family-steps.ts';
import { usePersonOfCase } from '../people/use-register.ts';
import { formatDay } from '../ui/format.ts';
import type { CaseFile } from './case-file.ts';
import { OWNER_WORDS } from './case-words.ts';
import { personName } from './person-name.ts';
import sheet from './plan-sheet.module.css';
import { useNames } from './use-names.ts';

/** What is printed: a name, goals and steps. No heading of a programme; what is sensitive says little. */
export function PlanSheet({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const names = useNames();
  const { plan, outcomes } = file.state.plan;
  if (plan === null) return null;
  const day = (value: string) => formatDay(i18n.locale, value.slice(0, 10));
  // A name says less to other eyes than what somebody's work is called.
  const owners = {
    person: t`I`,
    worker: names.account(file.row.worker_id) ?? '',
    family: i18n._(OWNER_WORDS.family),
    service: '',
  };
  const given = file.person?.called ?? file.person?.name.given ?? personName(file.person);
  return (
    <div className={sheet.sheet}>
      <header className={sheet.head}>
        <h1>{given}</h1>
        <span>{day(plan.at)}</span>
      </header>
      {plan.strengths === undefined ? null : (
        <section>
          <h2>
            <Trans>What goes well</Trans>
          </h2>
          <p>{plan.strengths}</p>
        </section>
      )}
      {plan.wishes === undefined ? null : (
        <section>
          <h2>
            <Trans>My wishes</Trans>
          </h2>
          <p>{plan.wishes}</p>
        </section>
      )}
      {plan.goals.map((goal) => {
        const open = goal.steps.filter((step) => outcomes[step.step_id]?.outcome !== 'not_needed');
        return (
          <section key={goal.goal_id}>
            <h2>{goal.words}</h2>
            <table>
              <thead>
                <tr>
                  <th scope="col" aria-label={t`Done`} />
                  <th scope="col">
                    <Trans>What</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Who</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Until when</Trans>
                  </th>
                </tr>
              </thead>
              <tbody>
                {open.map((step) => (
                  <tr key={step.step_id}>
                    <td className={sheet.box} aria-hidden>
                      {outcomes[step.step_id] === undefined ? '☐' : '☑'}
                    </td>
                    <td>{step.sensitive ? t`Appointment` : step.what}</td>
                    <td>{owners[step.owner]}</td>
                    <td>{day(step.due_on)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        );
      })}
      <FamilySteps file={file} />
    </div>
  );
}

/** What the person shares with the family: without the others' names, as the sheet may lie open. */
function FamilySteps({ file }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const found = usePersonOfCase(file.row.id, file.row.person_id);
  const { today } = file.situation;
  const steps = sharedSteps(found?.households ?? [], file.row.person_id, file.model, today);
  if (steps.length === 0) return null;
  return (
    <section>
      <h2>
        <Trans>Together with the family</Trans>
      </h2>
      <table>
        <tbody>
          {steps.map(({ step }) => (
            <tr key={step.id}>
              <td className={sheet.box} aria-hidden>
                ☐
              </td>
              <td>{step.what}</td>
              <td>{formatDay(i18n.locale, step.due_on)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
