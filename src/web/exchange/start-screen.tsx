import { Trans, useLingui } from '@lingui/react/macro';
import { Badge } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { z } from 'zod';
import { inLanguage, wording } from '#domain/exchange/wording.ts';
import { useAsk } from '../ask.ts';
import { Answered } from '../ui/answered.tsx';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import { today } from '../ui/today.ts';
import { Welcome } from '../ui/welcome.tsx';
import { useConferenceWords } from './conference/conference-words.ts';
import { EditionSpan } from './conference/edition-span.tsx';
import { useOwnRegistrations } from './conference/use-own-registrations.ts';
import { useParticipant } from './use-participant.ts';
import { WhatWaits } from './what-waits.tsx';

export const editionLine = z.object({
  ...{ id: z.uuid(), series_id: z.uuid(), slug: z.string(), title: wording, time_zone: z.string() },
  ...{ starts_on: z.string(), ends_on: z.string(), languages: z.array(z.string()) },
  ...{ state: z.enum(['draft', 'published', 'ended']), version: z.number() },
});
const editions = z.object({ editions: z.array(editionLine) });

/** The editions that the participant may see. */
export function useEditions() {
  return useAsk(['exchange', 'editions'], '/api/exchange/editions', editions);
}

/** The public pages have no test language. */
const publicLanguage = (locale: string) => (locale === 'ar-XB' ? 'en' : locale);

/** Where somebody stands after signing in. */
export function StartScreen() {
  const { t, i18n } = useLingui();
  const me = useParticipant();
  const asked = useEditions();
  return (
    <Page title={t`Overview`} heading={<Welcome name={me.name} />}>
      <WhatWaits />
      <Section title={<Trans>Conferences</Trans>}>
        <Answered asked={asked}>
          {({ editions: rows }) =>
            rows.length === 0 ? (
              <EmptyState
                icon={<IconCalendarEvent size={44} aria-hidden />}
                title={<Trans>No conference has been announced yet</Trans>}
              />
            ) : (
              <ul>
                {rows.map(({ id, slug, title, starts_on, ends_on, time_zone }) => (
                  <li key={id} style={{ marginBlockEnd: '0.75rem' }}>
                    <a href={`/exchange/${publicLanguage(i18n.locale)}/${slug}`}>
                      {inLanguage(title, i18n.locale).text}
                    </a>
                    <div>
                      <EditionSpan {...{ starts_on, ends_on, time_zone }} />
                    </div>
                    <OwnPart edition={id} />
                  </li>
                ))}
              </ul>
            )
          }
        </Answered>
      </Section>
    </Page>
  );
}

/** Whether one takes part in a conference that is still to come, or how to. */
function OwnPart({ edition }: { readonly edition: string }) {
  const { i18n } = useLingui();
  const words = useConferenceWords();
  const { rows = [], open = [] } = useOwnRegistrations().value ?? {};
  const own = rows.find((one) => one.edition_id === edition);
  const free = open.find((one) => one.id === edition);
  if (own !== undefined && own.ends_on >= today()) {
    return (
      <div>
        <Badge variant="light">{words.registrations[own.state]}</Badge>{' '}
        <Link to="/workspace/registrations">
          <Trans>My registrations</Trans>
        </Link>
      </div>
    );
  }
  if (free === undefined) return null;
  return (
    <div>
      <a href={`/exchange/${publicLanguage(i18n.locale)}/${free.slug}/registration`}>
        <Trans>Register</Trans>
      </a>
    </div>
  );
}
