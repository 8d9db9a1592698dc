import { z } from 'zod';
import { packetContent } from '#domain/case/packet.ts';
import { isWithdrawn, type Referral } from '#domain/case/referral-state.ts';
import { layoutOf } from '#domain/print/layout.ts';
import { packetPaper } from '#domain/print/packet-paper.ts';
import { useAsk } from '../ask.ts';
import type { CaseFile } from '../case/case-file.ts';
import { useOrganisations } from '../case/use-organisations.ts';
import { useServices } from '../case/use-services.ts';
import { NotFound } from '../root.tsx';
import { Answered } from '../ui/answered.tsx';
import { BackToFile } from './back-to-file.tsx';
import { PrintFrame } from './print-frame.tsx';
import { Sheet } from './sheet.tsx';

interface ReferralPaperProps {
  readonly file: CaseFile;
  readonly referral: Referral;
}

const packet = z.object({ content: packetContent });

/** Whether a referral may be taken along on paper: it has left, and what it stands on still holds. */
export function mayGoOnPaper({ file, referral }: ReferralPaperProps): boolean {
  const left = referral.status !== 'draft' && referral.status !== 'cancelled';
  return left && layoutOf(file.model, 'referral') !== null && !isWithdrawn(file.state, referral);
}

/**
 * A referral for a service that reads paper. What it holds is made by the server from the rights of the
 * sender, as the packet itself; a device has only part of it, so that this print needs the line.
 */
export function ReferralPaper({ file, referral }: ReferralPaperProps) {
  const { id } = file.row;
  const path = `/api/cases/${id}/referrals/preview?referral_id=${referral.referral_id}`;
  const asked = useAsk(['packet', 'paper', referral.referral_id], path, packet);
  const service = useServices().get(referral.service_id);
  const organisation = useOrganisations().find((one) => one.id === referral.organisation_id);
  const layout = layoutOf(file.model, 'referral');
  if (layout === null || !mayGoOnPaper({ file, referral })) return <NotFound />;
  const to = { service: service?.name ?? null, organisation: organisation?.labels ?? null };
  return (
    <PrintFrame spoken={[]} caseId={id} back={<BackToFile id={id} part="referrals" />}>
      <Answered asked={asked}>
        {({ content }) => <Sheet layout={layout} content={packetPaper(content, file.model, to)} />}
      </Answered>
    </PrintFrame>
  );
}
