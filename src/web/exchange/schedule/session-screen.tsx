import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { DraftSession, ScheduleDraft } from '#domain/exchange/schedule/draft.ts';
import type { Problem } from '#domain/problem.ts';
import { Answered } from '../../ui/answered.tsx';
import { FieldProblems, otherProblems, TextField } from '../../ui/field.tsx';
import { languageName } from '../../ui/format.ts';
import { Page, Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { NamedInFile } from './named-in-file.tsx';
import { PeopleFields, type PersonDraft } from './people-fields.tsx';
import { bodyOf, SessionFields, type SessionFieldsDraft } from './session-fields.tsx';
import { said, useDraft, useSend } from './use-schedule.ts';

/** One session of the draft: what it is, who takes part, where one meets. */
export function SessionScreen() {
  const { t, i18n } = useLingui();
  const { edition, session: id } = useParams({ from: '/workspace/schedule/$edition/$session' });
  const asked = useDraft(edition);
  const found = asked.value?.sessions.find((one) => one.id === id);
  return (
    <Page
      title={t`Conference session`}
      heading={found === undefined ? undefined : said(i18n.locale, found.title)}
      intro={
        <Link to="/workspace/schedule">
          <Trans>To the timetable</Trans>
        </Link>
      }
    >
      <Answered asked={asked}>
        {(draft) =>
          found === undefined ? (
            <ProblemText problem={{ code: 'gone' }} />
          ) : (
            <SessionForm key={found.version} draft={draft} session={found} />
          )
        }
      </Answered>
    </Page>
  );
}

function SessionForm({
  draft,
  session,
}: {
  readonly draft: ScheduleDraft;
  readonly session: DraftSession;
}) {
  const { t, i18n } = useLingui();
  const send = useSend();
  const navigate = useNavigate();
  const [fields, setFields] = useState<SessionFieldsDraft>({
    ...{ kind: session.kind, minutes: String(session.minutes ?? ''), languages: session.languages },
    ...{
      rule: session.rule,
      do_not_record: session.do_not_record,
      track_id: session.track_id ?? '',
    },
  });
  const [people, setPeople] = useState<readonly PersonDraft[]>(
    session.people.map(({ participant_id, part, name, alias }) => ({
      ...{ participant_id, part, name, alias },
    })),
  );
  const [named, setNamed] = useState<readonly string[]>(session.named_in_file);
  const [addresses, setAddresses] = useState(session.addresses);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const tags = [...new Set([...fields.languages, ...Object.keys(session.addresses)])];
  const shown = [
    ...['kind', 'minutes', 'track_id', 'rule', 'do_not_record'],
    ...people.flatMap((_, at) => [`people.${at}.name`, `people.${at}.part`]),
    ...tags.map((tag) => `addresses.${tag}`),
  ];

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const given = Object.entries(addresses).filter(([, url]) => url.trim() !== '');
    const found = await send('PUT', `/api/exchange/sessions/${session.id}`, {
      ...{ version: session.version, ...bodyOf(fields), people, named },
      addresses: Object.fromEntries(given.map(([tag, url]) => [tag, url.trim()])),
    });
    setBusy(false);
    setProblem(found);
    if (found === undefined) await navigate({ to: '/workspace/schedule' });
  }
  async function remove() {
    const found = await send('DELETE', `/api/exchange/sessions/${session.id}`);
    setProblem(found);
    if (found === undefined) await navigate({ to: '/workspace/schedule' });
  }

  return (
    <FieldProblems problem={problem}>
      <form onSubmit={submit} noValidate>
        <Section title={<Trans>What it is</Trans>}>
          <Stack>
            <SessionFields
              of={draft}
              value={fields}
              change={(patch) => setFields({ ...fields, ...patch })}
            />
            <p style={{ margin: 0 }}>
              <Trans>
                Title and description are written in every language under{' '}
                <Link to="/workspace/translate">Translations</Link>.
              </Trans>
            </p>
          </Stack>
        </Section>
        <Section title={<Trans>Who takes part</Trans>}>
          <NamedInFile
            edition={draft.edition.slug}
            names={named}
            drop={(name) => setNamed(named.filter((one) => one !== name))}
            match={(name, participant_id) => {
              setNamed(named.filter((one) => one !== name));
              if (people.some((one) => one.participant_id === participant_id)) return;
              setPeople([...people, { participant_id, name, part: 'speaker', alias: false }]);
            }}
          />
          <PeopleFields edition={draft.edition.slug} value={people} change={setPeople} />
        </Section>
        <Section title={<Trans>Where one meets</Trans>}>
          <Stack>
            <p style={{ margin: 0 }}>
              <Trans>One address for each language. Only those who take part see it.</Trans>
            </p>
            {tags.map((tag) => (
              <TextField
                key={tag}
                path={`addresses.${tag}`}
                label={languageName(i18n.locale, tag)}
                placeholder="https://"
                inputMode="url"
                value={addresses[tag] ?? ''}
                onChange={(event) =>
                  setAddresses({ ...addresses, [tag]: event.currentTarget.value })
                }
              />
            ))}
            {tags.length === 0 ? <Trans>Choose the spoken languages first.</Trans> : null}
          </Stack>
        </Section>
        <Stack>
          <ProblemText problem={otherProblems(problem, shown)} />
          <Button type="submit" loading={busy}>
            <Trans>Save</Trans>
          </Button>
          {session.state === 'draft' ? (
            <Button
              variant="default"
              color="clay"
              onClick={() => void remove()}
              aria-label={t`Delete this draft`}
            >
              <Trans>Delete this draft</Trans>
            </Button>
          ) : null}
        </Stack>
      </form>
    </FieldProblems>
  );
}
