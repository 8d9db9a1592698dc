import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import styles from '../case/case.module.css';
import type { CaseFile } from '../case/case-file.ts';
import sheet from '../case/plan-sheet.module.css';
import { useCase } from '../case/use-cases.ts';
import { PrintLogged } from '../print/print-logged.tsx';
import { NotFound } from '../root.tsx';
import { formatDay } from '../ui/format.ts';
import { PrintPage } from '../ui/print-page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { familyPlanOn, type Member } from './family-words.ts';
import { usePersonOfCase } from './use-register.ts';

/** A sheet for the kitchen wall: goals, steps and first names. No heading of a programme, no family name. */
export function FamilyPrintScreen() {
  const { id = '' } = useParams({ strict: false });
  const file = useCase(id);
  if (file === undefined) return <Waiting />;
  if (file === null) return <NotFound />;
  return (
    <>
      <PrintLogged id={id} />
      <div className="no-print" style={{ padding: '1rem' }}>
        <Link to="/cases/$id/$part" params={{ id, part: 'together' }} className={styles.link}>
          <Trans>Back to the file</Trans>
        </Link>
      </div>
      <PrintPage title="1">
        <Sheet file={file} />
      </PrintPage>
    </>
  );
}

function Sheet({ file }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const found = usePersonOfCase(file.row.id, file.row.person_id);
  const { today } = file.situation;
  const first = (one: Member) => one.name?.given ?? one.name?.family ?? '';
  return (
    <div className={sheet.sheet} data-sheet>
      {(found?.households ?? []).flatMap((household) =>
        familyPlanOn(household, today).map((goal) => (
          <section key={goal.id}>
            <h2>{goal.words}</h2>
            <table>
              <tbody>
                {goal.steps
                  .filter((step) => step.outcome !== 'not_needed')
                  .map((step) => (
                    <tr key={step.id}>
                      <td className={sheet.box} aria-hidden>
                        {step.outcome === 'done' ? '☑' : '☐'}
                      </td>
                      <td>{step.what}</td>
                      <td>
                        {household.members
                          .filter((one) => step.members.includes(one.person_id))
                          .map(first)
                          .filter((name) => name !== '')
                          .join(', ')}
                      </td>
                      <td>{formatDay(i18n.locale, step.due_on)}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </section>
        )),
      )}
    </div>
  );
}
