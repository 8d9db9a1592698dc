import { Trans } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { runningBusiness } from '#domain/case/business-state.ts';
import { useCase } from '../case/use-cases.ts';
import { BackToFile } from '../print/back-to-file.tsx';
import { PrintFrame } from '../print/print-frame.tsx';
import { NotFound } from '../root.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { BusinessFacts } from './business-facts.tsx';

/** The plan of the business on a sheet for the person, in their language; nothing tells whose it is. */
export function BusinessPrintScreen() {
  const { id = '' } = useParams({ strict: false });
  const file = useCase(id);
  if (file === undefined) return <Waiting />;
  const running = file === null ? null : runningBusiness(file.state.business);
  if (file === null || running === null) return <NotFound />;
  const [, business] = running;
  return (
    <PrintFrame
      spoken={file.person?.languages ?? []}
      caseId={id}
      back={<BackToFile id={id} part="work" />}
    >
      <h1>
        <Trans>A business of one’s own</Trans>
      </h1>
      <BusinessFacts plan={business.plan} />
    </PrintFrame>
  );
}
