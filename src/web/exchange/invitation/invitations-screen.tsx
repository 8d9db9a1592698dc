import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import {
  type InvitationLine,
  invitationLine,
  type Letterhead,
  letterhead,
} from '#domain/exchange/invitation/invitation-sheet.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { countryName, formatMoment } from '../../ui/format.ts';
import { useOneOpen } from '../../ui/one-open.ts';
import { EmptyState, Page, Section } from '../../ui/page.tsx';
import { EditionChoice, useEditionChoice } from '../edition-choice.tsx';
import { ComposeForm } from './compose-form.tsx';
import { LetterheadForm } from './letterhead-form.tsx';
import { STATE_NAMES } from './state-names.ts';

const list = z.object({
  invitations: z.array(invitationLine),
  more: z.boolean(),
  letterhead: letterhead.nullable(),
});

/** Official letters of an edition: to whom, under which number, and what came back. */
export function InvitationsScreen() {
  const { t } = useLingui();
  const choice = useEditionChoice('organiser');
  const { edition } = choice;
  return (
    <Page
      title={t`Invitations`}
      intro={<Trans>Official letters to institutions, and what they answered.</Trans>}
      actions={
        <Button component={Link} to="/workspace/protocol" variant="default">
          <Trans>Order of guests</Trans>
        </Button>
      }
      wide
    >
      <Answered asked={choice.asked}>
        {() =>
          edition === undefined ? (
            <EmptyState title={<Trans>You organise no conference</Trans>} />
          ) : (
            <>
              <EditionChoice choice={choice} />
              <Letters key={edition.id} edition={edition.id} languages={edition.languages} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}

function Letters(props: { readonly edition: string; readonly languages: readonly string[] }) {
  const { edition, languages } = props;
  const { t } = useLingui();
  const [after, setAfter] = useState(0);
  const { open, setOpen, close } = useOneOpen<'letter' | 'head'>();
  const asked = useAsk(
    ['exchange', 'invitations', edition, after],
    `/api/exchange/editions/${edition}/invitations?after=${after}`,
    list,
  );
  return (
    <Answered asked={asked}>
      {({ invitations, more, letterhead: head }) => (
        <>
          <Head head={head} change={() => setOpen('head')} />
          {open === 'head' || head === null ? (
            <LetterheadForm
              edition={edition}
              head={head}
              languages={languages}
              done={() => close('head')}
            />
          ) : null}
          <Section
            title={<Trans>Letters to institutions</Trans>}
            actions={
              <Button onClick={() => setOpen('letter')}>
                <Trans>Write a letter</Trans>
              </Button>
            }
          >
            {open === 'letter' ? (
              <ComposeForm edition={edition} languages={languages} done={() => close('letter')} />
            ) : null}
            {invitations.length === 0 ? (
              <EmptyState
                icon={<IconMail size={44} aria-hidden />}
                title={<Trans>No letter has been written yet</Trans>}
              />
            ) : (
              <LetterTable rows={invitations} caption={t`Letters of this conference`} />
            )}
            <Group mt="sm">
              {after > 0 ? (
                <Button variant="default" onClick={() => setAfter(Math.max(0, after - 50))}>
                  <Trans>Newer letters</Trans>
                </Button>
              ) : null}
              {more ? (
                <Button variant="default" onClick={() => setAfter(after + 50)}>
                  <Trans>Older letters</Trans>
                </Button>
              ) : null}
            </Group>
          </Section>
        </>
      )}
    </Answered>
  );
}

function Head(props: { readonly head: Letterhead | null; readonly change: () => void }) {
  const { i18n } = useLingui();
  const { head } = props;
  if (head === null) return null;
  const institution = inLanguage(head.institution, i18n.locale).text;
  return (
    <Section
      title={<Trans>Letterhead</Trans>}
      actions={
        <Button variant="default" onClick={props.change}>
          <Trans>Change the letterhead</Trans>
        </Button>
      }
    >
      <p>
        <strong>{institution}</strong>
        <br />
        {head.contact}
        <br />
        <Trans>Letters are counted under {head.series}</Trans>
      </p>
    </Section>
  );
}

function LetterTable(props: {
  readonly rows: readonly InvitationLine[];
  readonly caption: string;
}) {
  const { t, i18n } = useLingui();
  return (
    <DataTable
      caption={props.caption}
      rows={props.rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'institution',
          title: t`Institution`,
          cell: ({ id, institution }) => (
            <Link to="/workspace/invitations/$id" params={{ id }}>
              {inLanguage(institution, i18n.locale).text}
            </Link>
          ),
        },
        {
          key: 'country',
          title: t`Country`,
          cell: ({ country }) =>
            country === null ? t`International` : countryName(i18n.locale, country),
        },
        { key: 'number', title: t`Number of the letter`, cell: ({ number }) => number ?? '–' },
        { key: 'state', title: t`Answer`, cell: ({ state }) => i18n._(STATE_NAMES[state]) },
        {
          key: 'at',
          title: t`Last answer`,
          cell: ({ replied_at }) =>
            replied_at === null ? '–' : formatMoment(i18n.locale, replied_at),
        },
        {
          key: 'nominees',
          title: t`People named`,
          number: true,
          cell: ({ nominees }) => nominees,
        },
      ]}
    />
  );
}
