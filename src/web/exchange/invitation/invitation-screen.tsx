import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type InvitationSheet,
  invitationSheet,
  printedLetter,
} from '#domain/exchange/invitation/invitation-sheet.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../../ask.ts';
import { call } from '../../http.ts';
import { Answered } from '../../ui/answered.tsx';
import { ChoiceField } from '../../ui/field.tsx';
import { languageName } from '../../ui/format.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Notice, ProblemText } from '../../ui/problem-text.tsx';
import { useEditions } from '../start-screen.tsx';
import { AnswersSection } from './answers-section.tsx';
import { LetterForm } from './letter-form.tsx';
import { LetterSheet } from './letter-sheet.tsx';
import { STATE_NAMES } from './state-names.ts';

/** One letter: as it stands on paper in each language, sent, and what came back. */
export function InvitationScreen() {
  const { t, i18n } = useLingui();
  const { id } = useParams({ from: '/workspace/invitations/$id' });
  const asked = useAsk(
    ['exchange', 'invitation', id],
    `/api/exchange/invitations/${id}`,
    invitationSheet,
  );
  const sheet = asked.value;
  return (
    <Page
      title={t`Letter`}
      heading={sheet && inLanguage(sheet.institution, i18n.locale).text}
      intro={
        sheet && (
          <>
            {sheet.number === null ? null : <Trans>No. {sheet.number} · </Trans>}
            {i18n._(STATE_NAMES[sheet.state])}
          </>
        )
      }
      actions={
        <Button component={Link} to="/workspace/invitations" variant="default">
          <Trans>All letters</Trans>
        </Button>
      }
    >
      <Answered asked={asked}>
        {(found) => (
          <>
            <Paper sheet={found} />
            {found.state === 'draft' ? <Draft sheet={found} /> : <AnswersSection sheet={found} />}
          </>
        )}
      </Answered>
    </Page>
  );
}

/** The letter on its sheet; parts that its language lacks are told before anything is printed. */
function Paper({ sheet }: { readonly sheet: InvitationSheet }) {
  const { t, i18n } = useLingui();
  const { id, body, languages, version } = sheet;
  const [lang, setLang] = useState(body.source);
  const asked = useAsk(
    ['exchange', 'letter', id, lang, version],
    `/api/exchange/invitations/${id}/letter?lang=${lang}`,
    printedLetter,
  );
  const choices = [...new Set([...Object.keys(body.versions), ...Object.keys(sheet.address)])];
  return (
    <Section
      title={<Trans>How it looks on paper</Trans>}
      actions={
        <Button
          component={Link}
          to={`/workspace/invitations/${id}/print/${lang}`}
          variant="default"
          leftSection={<IconPrinter size={20} aria-hidden />}
          // A letter half in another language does not go to the printer.
          disabled={!languages.includes(lang)}
        >
          <Trans>Print</Trans>
        </Button>
      }
    >
      <ChoiceField
        path="lang"
        mb="md"
        label={t`Language of the letter`}
        value={lang}
        data={choices.map((tag) => ({ value: tag, label: languageName(i18n.locale, tag) }))}
        onChange={(event) => setLang(event.currentTarget.value)}
      />
      <Answered asked={asked}>
        {(letter) => (
          <>
            {letter.missing.length === 0 ? null : (
              <Notice>
                <Trans>Parts of this letter have no version in this language yet.</Trans>
              </Notice>
            )}
            <LetterSheet letter={letter} />
          </>
        )}
      </Answered>
    </Section>
  );
}

function Draft({ sheet }: { readonly sheet: InvitationSheet }) {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [unsaved, setUnsaved] = useState(false);
  const editions = useEditions().value?.editions ?? [];
  const languages = editions.find(({ id }) => id === sheet.edition_id)?.languages ?? [];

  async function send() {
    setBusy(true);
    const path = `/api/exchange/invitations/${sheet.id}/send`;
    const body = { version: sheet.version };
    const reply = await call(path, invitationSheet, { method: 'POST', body });
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
    if (reply.ok) await queries.invalidateQueries({ queryKey: ['exchange'] });
  }

  return (
    <>
      <LetterForm key={sheet.id} sheet={sheet} languages={languages} onUnsaved={setUnsaved} />
      <Section title={<Trans>Sending</Trans>}>
        <p>
          <Trans>
            Sent, the letter gets the next number and is not changed any more. It names an address
            where the institution answers without an account.
          </Trans>
        </p>
        {unsaved ? (
          <p>
            <Trans>What was typed above is not in the letter until it is saved.</Trans>
          </p>
        ) : null}
        <ProblemText problem={problem} />
        <Group>
          <Button onClick={() => void send()} loading={busy} disabled={unsaved}>
            <Trans>Give it a number and send it</Trans>
          </Button>
        </Group>
      </Section>
    </>
  );
}
