import { Trans } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { PrintLogged } from '../print/print-logged.tsx';
import { NotFound } from '../root.tsx';
import styles from '../ui/parts.module.css';
import { PrintPage } from '../ui/print-page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useLineFile } from './line-file.ts';
import sheet from './plan-sheet.module.css';
import type { SafetyPlanBody } from './safety-form.tsx';
import { useCase } from './use-cases.ts';

/**
 * What was agreed, on a sheet that says nothing of itself: no heading, no name, no date, only the words,
 * and neither does its address or the title of the window. What shows that it gets dangerous speaks of
 * somebody who may find the sheet: it is not printed.
 */
export function SafetySheetScreen() {
  const { id = '', plan } = useParams({ strict: false });
  const own = useCase(id);
  const whole = useLineFile(id, true);
  const here = [own, whole]
    .flatMap((file) => file?.facts ?? [])
    .map(({ kind, body }) => (kind === 'safety_plan_agreed' ? (body as SafetyPlanBody) : null))
    .find((said) => said?.plan_id === plan);
  // Sent meanwhile, it is no longer on this device: whoever is printing it goes on.
  const [kept, setKept] = useState(here);
  useEffect(() => {
    if (here != null) setKept(here);
  }, [here]);
  const found = here ?? kept;
  if (found == null) {
    // With the line cut there is nothing to wait for: what is unsent is here already.
    return own === undefined || (whole === undefined && navigator.onLine) ? (
      <Waiting />
    ) : (
      <NotFound />
    );
  }
  const texts = [found.what_helps, found.safe_places, found.whom_to_call, found.worker_does];
  return (
    <>
      <PrintLogged id={id} />
      <div className="no-print" style={{ padding: '1rem' }}>
        <Link to="/cases/$id/$part" params={{ id, part: 'safety' }} className={styles.link}>
          <Trans>Back to the file</Trans>
        </Link>
      </div>
      <PrintPage title="1">
        <div className={sheet.sheet} data-sheet>
          {texts.map((text) =>
            text === undefined ? null : (
              <p key={text} style={{ whiteSpace: 'pre-line', marginBlockEnd: '1rem' }}>
                {text}
              </p>
            ),
          )}
        </div>
      </PrintPage>
    </>
  );
}
