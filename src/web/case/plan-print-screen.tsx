import { Trans } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { planContent } from '#domain/print/case-papers.ts';
import { layoutOf } from '#domain/print/layout.ts';
import { sharedSteps } from '../people/family-steps.ts';
import { usePersonOfCase } from '../people/use-register.ts';
import { PrintFrame } from '../print/print-frame.tsx';
import { Sheet } from '../print/sheet.tsx';
import { usePrintedPerson } from '../print/use-printed-person.ts';
import { NotFound } from '../root.tsx';
import styles from '../ui/parts.module.css';
import { Waiting } from '../ui/waiting.tsx';
import type { CaseFile } from './case-file.ts';
import { useCase } from './use-cases.ts';

/** The plan on one clean sheet in the person's language; nothing on it tells what it belongs to. */
export function PlanPrintScreen() {
  const { id } = useParams({ strict: false });
  const file = useCase(id ?? '');
  if (file === undefined) return <Waiting />;
  if (file === null) return <NotFound />;
  return <PlanPaper file={file} />;
}

function PlanPaper({ file }: { readonly file: CaseFile }) {
  const who = usePrintedPerson(file);
  const found = usePersonOfCase(file.row.id, file.row.person_id);
  if (who === undefined || found === undefined) return <Waiting />;
  const layout = layoutOf(file.model, 'plan');
  const shared = sharedSteps(
    found.households,
    file.row.person_id,
    file.model,
    file.situation.today,
  ).map(({ step }) => step);
  const content = planContent(file.state.plan, who, shared);
  if (layout === null || content === null) return <NotFound />;
  const back = (
    <Link to="/cases/$id/$part" params={{ id: file.row.id, part: 'plan' }} className={styles.link}>
      <Trans>Back to the plan</Trans>
    </Link>
  );
  return (
    <PrintFrame spoken={file.person?.languages ?? []} caseId={file.row.id} back={back}>
      <Sheet layout={layout} content={content} />
    </PrintFrame>
  );
}
