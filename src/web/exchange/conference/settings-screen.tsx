import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { shownEdition } from '#domain/exchange/conference/edition-settings.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { Page } from '../../ui/page.tsx';
import { CallForm } from './call-form.tsx';
import { EditionForm } from './edition-form.tsx';
import { HostsPart } from './hosts-part.tsx';
import { RegistrationSettingsForm } from './registration-settings-form.tsx';
import { useCall } from './use-call.ts';
import { useRegistrationSettings } from './use-registration-settings.ts';

/** What a conference is: its words and days, its hosts, its call, its registration. */
export function SettingsScreen() {
  const { t } = useLingui();
  const { edition = '' } = useParams({ strict: false });
  // A form begins anew with the version that was saved; that it was saved is kept here.
  const [saved, setSaved] = useState<'edition' | 'call' | 'registration'>();
  const asked = useAsk(
    ['exchange', 'edition-settings', edition],
    `/api/exchange/editions/${edition}/settings`,
    shownEdition,
  );
  const call = useCall(edition);
  const registration = useRegistrationSettings(edition);
  return (
    <Page
      title={t`Settings of the conference`}
      intro={
        <Trans>
          What is saved here shows on the public pages at once; of an announced conference, new
          words do so after a second look.
        </Trans>
      }
    >
      <Answered asked={asked}>
        {(one) => (
          <>
            <EditionForm
              key={`e${one.version}`}
              id={edition}
              one={one}
              saved={saved === 'edition'}
              onSaved={() => setSaved('edition')}
            />
            <HostsPart id={edition} one={one} />
            {call.value === undefined && call.problem?.code !== 'gone' ? null : (
              <CallForm
                key={`c${call.value?.version ?? 0}`}
                id={edition}
                edition={one}
                call={call.value}
                saved={saved === 'call'}
                onSaved={() => setSaved('call')}
              />
            )}
            {registration.value === undefined && registration.problem?.code !== 'gone' ? null : (
              <RegistrationSettingsForm
                key={`r${registration.value?.version ?? 0}`}
                id={edition}
                edition={one}
                settings={registration.value}
                saved={saved === 'registration'}
                onSaved={() => setSaved('registration')}
              />
            )}
          </>
        )}
      </Answered>
    </Page>
  );
}
