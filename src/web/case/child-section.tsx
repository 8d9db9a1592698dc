import { may } from '#domain/access/rights.ts';
import { AuthorityPart } from './authority-part.tsx';
import { BestInterestsPart } from './best-interests-part.tsx';
import type { CaseFile } from './case-file.ts';
import { OwnAgreementPart } from './own-agreement-part.tsx';
import { PlacementPart } from './placement-part.tsx';
import { maybeChild } from './use-age.ts';

/** Whether a file has this part: of somebody who may be a child, or who once was placed somewhere. */
export function isAboutChild(file: CaseFile): boolean {
  const placed = Object.keys(file.state.placement.placements).length > 0;
  return placed || maybeChild(file.person, file.situation.today);
}

/** What is special about a child: its own word, where it lives, who decides, and its best interests. */
export function ChildSection({ file }: { readonly file: CaseFile }) {
  const panel = may(file.situation.role, 'weigh_best_interests', 'protection');
  return (
    <>
      <OwnAgreementPart file={file} />
      <PlacementPart file={file} />
      <AuthorityPart file={file} />
      {panel ? <BestInterestsPart file={file} /> : null}
    </>
  );
}
