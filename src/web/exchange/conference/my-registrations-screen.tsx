import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, Button, Checkbox, Stack } from '@mantine/core';
import { IconTicket } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { OwnRegistration } from '#domain/exchange/conference/registration-view.ts';
import { Answered } from '../../ui/answered.tsx';

import { EmptyState, Page, Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { today } from '../../ui/today.ts';
import styles from '../../ui/ui.module.css';
import { useConferenceWords, usePartName } from './conference-words.ts';
import { EditionSpan } from './edition-span.tsx';
import { toldIn } from './told-text.tsx';
import { useOwnRegistrations } from './use-own-registrations.ts';
import { useSend } from './use-send.ts';

/** What somebody is registered for, what the list of participants shows of them, and their certificates. */
export function MyRegistrationsScreen() {
  const { t, i18n } = useLingui();
  const asked = useOwnRegistrations();
  const lang = i18n.locale === 'ar-XB' ? 'en' : i18n.locale;
  return (
    <Page
      title={t`My registrations`}
      intro={<Trans>What you take part in, and what others may see of you.</Trans>}
    >
      <Answered asked={asked}>
        {({ rows, open }) => (
          <>
            {open.map((one) => (
              <Section key={one.id} title={toldIn(i18n.locale, one.title).text}>
                <p>
                  <Trans>Registration is open.</Trans>
                </p>
                <a href={`/exchange/${lang}/${one.slug}/registration`}>
                  <Trans>Register</Trans>
                </a>
              </Section>
            ))}
            {rows.length === 0 && open.length === 0 ? (
              <EmptyState
                icon={<IconTicket size={44} aria-hidden />}
                title={<Trans>You are registered for nothing yet</Trans>}
              />
            ) : null}
            {rows.map((one) => (
              <Own key={one.id} one={one} />
            ))}
          </>
        )}
      </Answered>
    </Page>
  );
}

function Own({ one }: { readonly one: OwnRegistration }) {
  const { i18n } = useLingui();
  const words = useConferenceWords();
  const partName = usePartName();
  const { send, problem, busy } = useSend();
  const path = `/api/exchange/editions/${one.edition_id}/registration`;
  const { starts_on, ends_on, time_zone } = one;
  const holds =
    one.ends_on >= today() &&
    ['requested', 'approved', 'waiting', 'unconfirmed'].includes(one.state);
  const set = (patch: Partial<OwnRegistration['consent']>) =>
    void send('PUT', `${path}/consent`, { ...one.consent, ...patch });
  return (
    <Section title={toldIn(i18n.locale, one.edition).text}>
      <p>
        <Badge variant="light">{words.registrations[one.state]}</Badge>{' '}
        <EditionSpan {...{ starts_on, ends_on, time_zone }} />
      </p>
      {one.certificates
        .filter(({ revoked }) => !revoked)
        .map(({ id, part }) => {
          const name = partName(part);
          return (
            <p key={id}>
              <Link to="/workspace/certificates/$id" params={{ id }}>
                <Trans>Certificate: {name}</Trans>
              </Link>
            </p>
          );
        })}
      {one.state === 'approved' ? (
        <Stack gap="xs">
          <strong>
            <Trans>What the list of participants shows of you</Trans>
          </strong>
          <Checkbox
            checked={one.consent.name}
            disabled={busy}
            onChange={(event) => set({ name: event.currentTarget.checked })}
            label={<Trans>My name</Trans>}
          />
          <Checkbox
            checked={one.consent.institution}
            disabled={busy}
            onChange={(event) => set({ institution: event.currentTarget.checked })}
            label={<Trans>My institution</Trans>}
          />
          <Checkbox
            checked={one.consent.country}
            disabled={busy}
            onChange={(event) => set({ country: event.currentTarget.checked })}
            label={<Trans>My country</Trans>}
          />
        </Stack>
      ) : null}
      <ProblemText problem={problem} />
      {holds ? (
        <div className={styles.actions}>
          <Button variant="subtle" loading={busy} onClick={() => void send('DELETE', path)}>
            <Trans>Give the seat back</Trans>
          </Button>
        </div>
      ) : null}
    </Section>
  );
}
