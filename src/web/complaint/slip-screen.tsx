import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { complaintSlip } from '#domain/print/complaint-slip.ts';
import { layoutOf } from '#domain/print/layout.ts';
import { useModel } from '../evidence/use-numbers.ts';
import { PrintFrame } from '../print/print-frame.tsx';
import { Sheet } from '../print/sheet.tsx';
import parts from '../ui/parts.module.css';
import { Waiting } from '../ui/waiting.tsx';

/** A slip to take along or to write on; it does not say whose it is nor what for. */
export function SlipScreen() {
  const model = useModel();
  const back = (
    <Link to="/complaint" className={parts.link}>
      <Trans>Back</Trans>
    </Link>
  );
  // Without the programme's own layout, as with the line cut, the plain one prints.
  const layout = layoutOf(model.value, 'complaint_slip');
  const waits = model.value === undefined && model.problem === undefined && navigator.onLine;
  if (layout === null || waits) return <Waiting />;
  return (
    <PrintFrame spoken={[]} back={back}>
      <Sheet layout={layout} content={complaintSlip(`${location.origin}/say`)} />
    </PrintFrame>
  );
}
