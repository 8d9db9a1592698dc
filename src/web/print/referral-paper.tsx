import { z } from 'zod';
import { type PacketContent, packetContent } from '#domain/case/packet.ts';
import { isWithdrawn, type Referral } from '#domain/case/referral-state.ts';
import { layoutOf } from '#domain/print/layout.ts';
import { packetPaper } from '#domain/print/packet-paper.ts';
import { useMe } from '../account/use-session.ts';
import { useAsk } from '../ask.ts';
import type { CaseFile } from '../case/case-file.ts';
import { useNames } from '../case/use-names.ts';
import { useOrganisations } from '../case/use-organisations.ts';
import { usePlaces } from '../case/use-places.ts';
import { useServices } from '../case/use-services.ts';
import { hasCaseload } from '../device/caseload.ts';
import { useHeldRegister } from '../people/use-register.ts';
import { NotFound } from '../root.tsx';
import { Answered } from '../ui/answered.tsx';
import { BackToFile } from './back-to-file.tsx';
import { heldPacket } from './held-packet.ts';
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
 * A referral for a service that reads paper. The server makes what it holds from the rights of the sender,
 * as the packet itself; with the line cut, the device makes the same from what it carries.
 */
export function ReferralPaper({ file, referral }: ReferralPaperProps) {
  const { id } = file.row;
  const path = `/api/cases/${id}/referrals/preview?referral_id=${referral.referral_id}`;
  const asked = useAsk(['packet', 'paper', referral.referral_id], path, packet);
  const service = useServices().get(referral.service_id);
  const organisation = useOrganisations().find((one) => one.id === referral.organisation_id);
  const held = useHeldPacket({ file, referral });
  const layout = layoutOf(file.model, 'referral');
  if (layout === null || !mayGoOnPaper({ file, referral })) return <NotFound />;
  const to = { service: service?.name ?? null, organisation: organisation?.labels ?? null };
  const sheet = (content: PacketContent) => (
    <Sheet layout={layout} content={packetPaper(content, file.model, to)} />
  );
  const cut = !navigator.onLine || asked.problem?.code === 'unavailable';
  return (
    <PrintFrame spoken={[]} caseId={id} back={<BackToFile id={id} part="referrals" />}>
      {asked.value === undefined && cut && held !== null ? (
        sheet(held)
      ) : (
        <Answered asked={asked}>{({ content }) => sheet(content)}</Answered>
      )}
    </PrintFrame>
  );
}

/** The packet out of what is carried; null for whoever carries no files. */
function useHeldPacket({ file, referral }: ReferralPaperProps): PacketContent | null {
  const carries = hasCaseload(useMe().role);
  const register = useHeldRegister();
  const place = usePlaces()?.get(file.row.place_id)?.name ?? null;
  const worker = useNames().account(file.row.worker_id) ?? null;
  if (!carries || register === undefined) return null;
  return heldPacket(file, referral, { register, place, worker });
}
