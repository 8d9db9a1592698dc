import { useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import type { CaseFile } from '../case/case-file.ts';
import sheet from '../case/plan-sheet.module.css';
import type { HouseholdRow } from '../case/rows.ts';
import { useCase } from '../case/use-cases.ts';
import { BackToFile } from '../print/back-to-file.tsx';
import { PrintFrame } from '../print/print-frame.tsx';
import { NotFound } from '../root.tsx';
import { formatDay } from '../ui/format.ts';
import { Waiting } from '../ui/waiting.tsx';
import { familyPlanOn, type Member } from './family-words.ts';
import { usePersonOfCase } from './use-register.ts';

/** A sheet for the kitchen wall: goals, steps and first names. No heading of a programme, no family name. */
export function FamilyPrintScreen() {
  const { id = '' } = useParams({ strict: false });
  const file = useCase(id);
  if (file === undefined) return <Waiting />;
  if (file === null) return <NotFound />;
  return <FamilyPaper file={file} />;
}

function FamilyPaper({ file }: { readonly file: CaseFile }) {
  const found = usePersonOfCase(file.row.id, file.row.person_id);
  if (found === undefined) return <Waiting />;
  const { today } = file.situation;
  const agreed = found.households.some((one) => familyPlanOn(one, today).length > 0);
  if (!agreed) return <NotFound />;
  const { id } = file.row;
  return (
    <PrintFrame
      spoken={file.person?.languages ?? []}
      caseId={id}
      back={<BackToFile id={id} part="together" />}
    >
      <Sheet file={file} households={found.households} />
    </PrintFrame>
  );
}

interface SheetProps {
  readonly file: CaseFile;
  readonly households: readonly HouseholdRow[];
}

function Sheet({ file, households }: SheetProps) {
  const { i18n } = useLingui();
  const { today } = file.situation;
  const first = (one: Member) => one.name?.given ?? one.name?.family ?? '';
  return (
    <div className={sheet.sheet} data-sheet>
      {households.flatMap((household) =>
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
