import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import {
  type InvitationSheet,
  invitationSheet,
} from '#domain/exchange/invitation/invitation-sheet.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../../http.ts';
import { ChoiceField, DayField, FieldProblems, otherProblems, TextField } from '../../ui/field.tsx';
import { languageName } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { ProseField } from '../../ui/prose-field.tsx';
import { useVersionSeen } from '../../ui/version-seen.ts';
import {
  type AddressDraft,
  AddressFields,
  addressForms,
  EMPTY_ADDRESS,
  letterPaths,
} from './address-fields.tsx';

/** The letter and its text as somebody read them. */
function read({ version, body }: InvitationSheet) {
  return { version, seen: body.revision };
}

function addressesOf({ address }: InvitationSheet): Readonly<Record<string, AddressDraft>> {
  const drafts = Object.entries(address).map(([lang, form]) => {
    return [lang, { ...form, title: form.title ?? '', name: form.name ?? '' }] as const;
  });
  return Object.fromEntries(drafts);
}

function bodiesOf({ body }: InvitationSheet): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(body.versions).map(([lang, { text }]) => [lang, text]));
}

/** A draft is put right, and said in the other languages of the edition. */
export function LetterForm(props: {
  readonly sheet: InvitationSheet;
  readonly languages: readonly string[];
  /** Told whether something is typed that the letter does not say yet. */
  readonly onUnsaved: (unsaved: boolean) => void;
}) {
  const { sheet, languages, onUnsaved } = props;
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const [language, setLanguage] = useState(sheet.body.source);
  // By language, what was typed here; another language is as it was read last.
  const [typed, setTyped] = useState<Readonly<Record<string, AddressDraft>>>({});
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const address = { ...addressesOf(sheet), ...typed };
  const bodies = { ...bodiesOf(sheet), ...texts };
  const [email, setEmail] = useState(sheet.email ?? '');
  const [replyBy, setReplyBy] = useState(sheet.reply_by ?? '');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const strokes = useRef(0);
  const { seen, heard, goOnFrom } = useVersionSeen(read(sheet));

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const sent = strokes.current;
    const body = {
      ...{
        address: addressForms(address, language),
        email: email.trim() || null,
        reply_by: replyBy || null,
        language,
      },
      ...{ body: (bodies[language] ?? '').trim(), ...seen },
    };
    const path = `/api/exchange/invitations/${sheet.id}`;
    const reply = await call(path, invitationSheet, { method: 'PUT', body });
    // Also where another organiser has changed it: the letter below shows what they wrote.
    await queries.invalidateQueries({ queryKey: ['exchange', 'invitation'] });
    setBusy(false);
    if (reply.ok) goOnFrom(read(reply.value));
    else heard(reply.problem);
    if (reply.ok && strokes.current === sent) onUnsaved(false);
    setProblem(reply.ok ? undefined : reply.problem);
  }

  /** What is typed is not in the letter until it is saved. */
  function typing<Value>(set: (value: Value) => void): (value: Value) => void {
    return (value) => {
      strokes.current += 1;
      onUnsaved(true);
      set(value);
    };
  }

  return (
    <Section title={<Trans>Write the letter</Trans>}>
      <FieldProblems problem={problem}>
        <form onSubmit={submit} noValidate>
          <Stack>
            <ChoiceField
              path="language"
              label={t`Language in which you write now`}
              value={language}
              data={[...new Set([...languages, ...Object.keys(bodies)])].map((tag) => ({
                value: tag,
                label: languageName(i18n.locale, tag),
              }))}
              onChange={(event) => setLanguage(event.currentTarget.value)}
            />
            <AddressFields
              lang={language}
              draft={address[language] ?? EMPTY_ADDRESS}
              change={typing((draft) => setTyped({ ...typed, [language]: draft }))}
            />
            <ProseField
              path="body"
              label={t`Text of the letter`}
              description={t`An empty line begins a new paragraph.`}
              lang={language}
              minRows={6}
              maxLength={6000}
              value={bodies[language] ?? ''}
              onChange={typing((text) => setTexts({ ...texts, [language]: text }))}
            />
            <TextField
              path="email"
              type="email"
              label={t`E-mail address of the institution`}
              description={t`If it is known, the letter goes there too.`}
              maxLength={200}
              value={email}
              onChange={(event) => typing(setEmail)(event.currentTarget.value)}
            />
            <DayField
              path="reply_by"
              label={t`An answer is asked for by`}
              description={t`Stands in the letter; whoever has not answered is reminded once, three days before.`}
              value={replyBy}
              onChange={(event) => typing(setReplyBy)(event.currentTarget.value)}
            />
            <ProblemText problem={otherProblems(problem, letterPaths(language))} />
            <Button type="submit" loading={busy}>
              <Trans>Save the letter</Trans>
            </Button>
          </Stack>
        </form>
      </FieldProblems>
    </Section>
  );
}
