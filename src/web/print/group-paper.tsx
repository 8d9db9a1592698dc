import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { groupCertificate } from '#domain/group/group.ts';
import { groupCertificateContent } from '#domain/print/case-papers.ts';
import { layoutOf } from '#domain/print/layout.ts';
import { useAsk } from '../ask.ts';
import type { CaseFile } from '../case/case-file.ts';
import { Tick } from '../case/choice.tsx';
import { useOrganisations } from '../case/use-organisations.ts';
import { usePlaces } from '../case/use-places.ts';
import { NotFound } from '../root.tsx';
import { Answered } from '../ui/answered.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { BackToFile } from './back-to-file.tsx';
import { PrintFrame } from './print-frame.tsx';
import { Sheet } from './sheet.tsx';
import { usePrintedPerson } from './use-printed-person.ts';

interface GroupPaperProps {
  readonly file: CaseFile;
  readonly participation: string;
}

/**
 * That somebody took part in a group until its end, or their own. The days are counted where every session
 * is known, so that this print needs the line; the server writes down there that it was read.
 */
export function GroupPaper({ file, participation }: GroupPaperProps) {
  const { id } = file.row;
  const [attended, setAttended] = useState(false);
  const path = `/api/cases/${id}/groups/${participation}/certificate?attended=${attended ? 'yes' : 'no'}`;
  const asked = useAsk(['group certificate', participation, attended], path, groupCertificate);
  const organisations = useOrganisations();
  const places = usePlaces();
  const who = usePrintedPerson(file);
  const layout = layoutOf(file.model, 'group_certificate');
  if (layout === null) return <NotFound />;
  if (who === undefined) return <Waiting />;
  return (
    <PrintFrame
      spoken={file.person?.languages ?? []}
      back={
        <>
          <Tick checked={attended} onChange={setAttended}>
            <Trans>The person wants it said how often they came</Trans>
          </Tick>
          <BackToFile id={id} part="groups" />
        </>
      }
    >
      <Answered asked={asked}>
        {(told) => {
          const run = organisations.find((one) => one.id === told.organisation_id);
          const at = {
            organisation: run?.labels ?? null,
            place: places?.get(told.place_id)?.name ?? null,
          };
          return <Sheet layout={layout} content={groupCertificateContent(told, at, who)} />;
        }}
      </Answered>
    </PrintFrame>
  );
}
