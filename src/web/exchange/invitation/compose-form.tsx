import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { v7 } from 'uuid';
import { z } from 'zod';
import { invitationSheet } from '#domain/exchange/invitation/invitation-sheet.ts';
import { inLanguage, wording } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../../ask.ts';
import { call } from '../../http.ts';
import { Answered } from '../../ui/answered.tsx';
import { ChoiceField, DayField, FieldProblems, otherProblems, TextField } from '../../ui/field.tsx';
import { languageName } from '../../ui/format.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import { ProseField } from '../../ui/prose-field.tsx';
import { AddressFields, addressForms, EMPTY_ADDRESS, letterPaths } from './address-fields.tsx';

export const institutions = z.object({
  institutions: z.array(z.object({ id: z.uuid(), name: wording, country: z.string().nullable() })),
});

/** A new letter, in the language in which it is written first; the others follow on its own page. */
export function ComposeForm(props: {
  readonly edition: string;
  readonly languages: readonly string[];
  readonly saved: (id: string) => void;
  readonly cancel: () => void;
}) {
  const { edition, languages, saved, cancel } = props;
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const [id] = useState(() => v7());
  const [institution, setInstitution] = useState('');
  const [language, setLanguage] = useState(languages[0] ?? 'en');
  const [address, setAddress] = useState(EMPTY_ADDRESS);
  const [body, setBody] = useState('');
  const [email, setEmail] = useState('');
  const [replyBy, setReplyBy] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const asked = useAsk(['exchange', 'institutions'], '/api/exchange/institutions', institutions);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const reply = await call('/api/exchange/invitations', invitationSheet, {
      method: 'POST',
      body: {
        ...{ id, edition_id: edition, institution_id: institution, language, body: body.trim() },
        ...{
          address: addressForms({ [language]: address }, language),
          email: email.trim() || null,
          reply_by: replyBy || null,
        },
      },
    });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    await queries.invalidateQueries({ queryKey: ['exchange', 'invitations'] });
    saved(id);
  }

  return (
    <Answered asked={asked}>
      {({ institutions: known }) => (
        <FieldProblems problem={problem}>
          <form onSubmit={submit} noValidate>
            <Stack>
              <ChoiceField
                path="institution_id"
                label={t`To which institution`}
                value={institution}
                data={[
                  { value: '', label: t`Please choose` },
                  ...known.map((one) => ({
                    value: one.id,
                    label: inLanguage(one.name, i18n.locale).text,
                  })),
                ]}
                onChange={(event) => {
                  const chosen = event.currentTarget.value;
                  setInstitution(chosen);
                  const found = known.find((one) => one.id === chosen);
                  if (found === undefined) return;
                  setAddress({ ...address, institution: inLanguage(found.name, language).text });
                }}
              />
              <ChoiceField
                path="language"
                label={t`Language of the letter`}
                value={language}
                data={languages.map((tag) => ({
                  value: tag,
                  label: languageName(i18n.locale, tag),
                }))}
                onChange={(event) => setLanguage(event.currentTarget.value)}
              />
              <AddressFields lang={language} draft={address} change={setAddress} />
              <ProseField
                path="body"
                label={t`Text of the letter`}
                description={t`An empty line begins a new paragraph.`}
                lang={language}
                minRows={6}
                maxLength={6000}
                value={body}
                onChange={setBody}
              />
              <TextField
                path="email"
                type="email"
                label={t`E-mail address of the institution`}
                description={t`If it is known, the letter goes there too.`}
                maxLength={200}
                value={email}
                onChange={(event) => setEmail(event.currentTarget.value)}
              />
              <DayField
                path="reply_by"
                label={t`An answer is asked for by`}
                description={t`Stands in the letter; whoever has not answered is reminded once, three days before.`}
                value={replyBy}
                onChange={(event) => setReplyBy(event.currentTarget.value)}
              />
              <ProblemText problem={otherProblems(problem, letterPaths(language))} />
              <Group>
                <Button type="submit" loading={busy}>
                  <Trans>Save the letter</Trans>
                </Button>
                <Button variant="default" onClick={cancel}>
                  <Trans>Cancel</Trans>
                </Button>
              </Group>
            </Stack>
          </form>
        </FieldProblems>
      )}
    </Answered>
  );
}
