import { Trans } from '@lingui/react/macro';
import { layoutOf } from '#domain/print/layout.ts';
import { linkSlip } from '#domain/print/link-slip.ts';
import type { CaseFile } from '../case/case-file.ts';
import { NotFound } from '../root.tsx';
import { Page } from '../ui/page.tsx';
import { Notice } from '../ui/problem-text.tsx';
import { BackToFile } from './back-to-file.tsx';
import { PrintFrame } from './print-frame.tsx';
import { Sheet } from './sheet.tsx';
import { codeOf } from './shown-code.ts';

interface LinkSlipPaperProps {
  readonly file: CaseFile;
  readonly linkId: string;
}

/** The slip with the code of a link that has just been made; later nobody knows the code any more. */
export function LinkSlipPaper({ file, linkId }: LinkSlipPaperProps) {
  const shown = codeOf(linkId);
  const layout = layoutOf(file.model, 'link_slip');
  const back = <BackToFile id={file.row.id} part="referrals" />;
  if (layout === null) return <NotFound />;
  if (shown === null) {
    return (
      <Page title="1">
        <Notice>
          <Trans>
            The code was shown once and is kept nowhere. Send a new link where it is lost.
          </Trans>
        </Notice>
        <p>{back}</p>
      </Page>
    );
  }
  return (
    <PrintFrame spoken={[]} back={back}>
      <Sheet layout={layout} content={linkSlip(shown.code, shown.expires_at.slice(0, 10))} />
    </PrintFrame>
  );
}
