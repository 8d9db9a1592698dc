import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import {
  invitationLine,
  type Letterhead,
  letterhead,
} from '#domain/exchange/invitation/invitation-sheet.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { useOpenForms } from '../../ui/open-forms.ts';
import { EmptyState, Page, Section } from '../../ui/page.tsx';
import { EditionChoice, KeptEditions, useEditionChoice } from '../edition-choice.tsx';
import { ComposeForm } from './compose-form.tsx';
import { LetterTable } from './letter-table.tsx';
import { LetterheadForm } from './letterhead-form.tsx';

const list = z.object({
  invitations: z.array(invitationLine),
  more: z.boolean(),
  letterhead: letterhead.nullable(),
});

/** Official letters of an edition: to whom, under which number, and what came back. */
export function InvitationsScreen() {
  const { t } = useLingui();
  const choice = useEditionChoice('organiser');
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
          choice.edition === undefined ? (
            <EmptyState title={<Trans>You organise no conference</Trans>} />
          ) : (
            <>
              <EditionChoice choice={choice} />
              <KeptEditions choice={choice}>
                {({ id, languages }, shown) => (
                  <Letters edition={id} languages={languages} shown={shown} />
                )}
              </KeptEditions>
            </>
          )
        }
      </Answered>
    </Page>
  );
}

interface LettersProps {
  readonly edition: string;
  readonly languages: readonly string[];
  /** False while another conference is looked at. */
  readonly shown: boolean;
}

function useLetters(edition: string, after: number) {
  return useAsk(
    ['exchange', 'invitations', edition, after],
    `/api/exchange/editions/${edition}/invitations?after=${after}`,
    list,
  );
}

function Letters(props: LettersProps) {
  const { value, problem } = useLetters(props.edition, 0);
  // What goes wrong when it is asked for anew, the letters below say.
  const asked = { value, problem: value === undefined ? problem : undefined };
  return (
    <Answered asked={asked}>{({ letterhead: head }) => <Desk {...props} head={head} />}</Answered>
  );
}

/** Where letters are written: stands as long as the screen does, whichever letters are read meanwhile. */
function Desk(props: LettersProps & { readonly head: Letterhead | null }) {
  const { edition, languages, shown, head } = props;
  const navigate = useNavigate();
  // Without a letterhead, to make one is the first thing to do.
  const forms = useOpenForms<'letter' | 'head'>(head === null ? ['head'] : []);
  const [saved, setSaved] = useState<string>();
  useEffect(() => {
    if (saved === undefined) return;
    setSaved(undefined);
    // Whoever went on to something else while it was being saved is not led away from it.
    if (!forms.isOpen('letter')) return;
    forms.close('letter');
    if (shown && !forms.isOpen('head'))
      void navigate({ to: '/workspace/invitations/$id', params: { id: saved } });
  });
  return (
    <>
      <Head head={head} change={() => forms.open('head')} />
      {forms.isOpen('head') ? (
        <LetterheadForm
          edition={edition}
          head={head}
          languages={languages}
          done={() => forms.close('head')}
        />
      ) : null}
      <Section
        title={<Trans>Letters to institutions</Trans>}
        actions={
          <Button onClick={() => forms.open('letter')}>
            <Trans>Write a letter</Trans>
          </Button>
        }
      >
        {forms.isOpen('letter') ? (
          <ComposeForm
            edition={edition}
            languages={languages}
            saved={setSaved}
            cancel={() => forms.close('letter')}
          />
        ) : null}
        <LetterPages edition={edition} />
      </Section>
    </>
  );
}

function LetterPages({ edition }: { readonly edition: string }) {
  const { t } = useLingui();
  const [after, setAfter] = useState(0);
  const asked = useLetters(edition, after);
  return (
    <>
      <Answered asked={asked}>
        {({ invitations }) =>
          invitations.length === 0 ? (
            <EmptyState
              icon={<IconMail size={44} aria-hidden />}
              title={<Trans>No letter has been written yet</Trans>}
            />
          ) : (
            <LetterTable rows={invitations} caption={t`Letters of this conference`} />
          )
        }
      </Answered>
      <Group mt="sm">
        {after > 0 ? (
          <Button variant="default" onClick={() => setAfter(Math.max(0, after - 50))}>
            <Trans>Newer letters</Trans>
          </Button>
        ) : null}
        {asked.value?.more ? (
          <Button variant="default" onClick={() => setAfter(after + 50)}>
            <Trans>Older letters</Trans>
          </Button>
        ) : null}
      </Group>
    </>
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
