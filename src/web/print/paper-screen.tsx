import { useParams } from '@tanstack/react-router';
import type { CaseFile } from '../case/case-file.ts';
import { useCase } from '../case/use-cases.ts';
import { NotFound } from '../root.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { BackToFile } from './back-to-file.tsx';
import { GroupPaper } from './group-paper.tsx';
import { LinkSlipPaper } from './link-slip-paper.tsx';
import { paperOf } from './paper-of.ts';
import { PrintFrame } from './print-frame.tsx';
import { ReferralPaper } from './referral-paper.tsx';
import { Sheet } from './sheet.tsx';
import { codeOf } from './shown-code.ts';
import { usePrintedPerson } from './use-printed-person.ts';

/** A paper of one file: report of a visit, referral, decision, certificate of a course or group. */
export function PaperScreen() {
  const { id = '', about = '' } = useParams({ strict: false });
  const file = useCase(id);
  if (file === undefined) return <Waiting />;
  if (file === null) return <NotFound />;
  if (about in file.state.group.participations) {
    return <GroupPaper file={file} participation={about} />;
  }
  if (codeOf(about) !== null || about in file.state.referral_link.links) {
    return <LinkSlipPaper file={file} linkId={about} />;
  }
  const referral = file.state.referral.referrals[about];
  return referral === undefined ? (
    <OwnPaper file={file} about={about} />
  ) : (
    <ReferralPaper file={file} referral={referral} />
  );
}

/** From what this device, or this reply, already holds. */
function OwnPaper({ file, about }: { readonly file: CaseFile; readonly about: string }) {
  const who = usePrintedPerson(file);
  if (who === undefined) return <Waiting />;
  const paper = paperOf(file, about, who);
  if (paper === null) return <NotFound />;
  const { id } = file.row;
  return (
    <PrintFrame
      spoken={file.person?.languages ?? []}
      caseId={id}
      back={<BackToFile id={id} part={paper.part} />}
    >
      <Sheet layout={paper.layout} content={paper.content} />
    </PrintFrame>
  );
}
