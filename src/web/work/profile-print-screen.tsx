import { Trans } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useCase } from '../case/use-cases.ts';
import { BackToFile } from '../print/back-to-file.tsx';
import { PrintFrame } from '../print/print-frame.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { ProfileFacts } from './profile-facts.tsx';

/** What the person said of work, on a sheet for them in their language; nothing tells whose it is. */
export function ProfilePrintScreen() {
  const { id = '' } = useParams({ strict: false });
  const file = useCase(id);
  if (file === undefined) return <Waiting />;
  const profile = file?.state.work_profile.profile ?? null;
  return (
    <PrintFrame spoken={file?.person?.languages ?? []} back={<BackToFile id={id} part="work" />}>
      <h1>
        <Trans>Work and training</Trans>
      </h1>
      {profile === null ? null : <ProfileFacts profile={profile} />}
    </PrintFrame>
  );
}
