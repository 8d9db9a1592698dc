import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { proposedPortrait } from '#domain/exchange/picture/picture.ts';
import { useAsk } from '../../ask.ts';
import { formatMoment } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { useSend } from '../conference/use-send.ts';
import { PictureForm } from './picture-form.tsx';

interface Person {
  readonly id: string;
  readonly name: string;
}
const people = z.object({ rows: z.array(z.object({ id: z.uuid(), name: z.string() })) });
const proposed = z.object({ rows: z.array(proposedPortrait) });

/** A portrait that an editor brings for somebody else; it is theirs to agree to or to refuse. */
export function PortraitForAnother() {
  const { t } = useLingui();
  const [whose, setWhose] = useState<Person>();
  return (
    <Section title={<Trans>A portrait for somebody else</Trans>}>
      <p>
        <Trans>
          Whoever it shows is asked first: without their yes nobody sees it, and after it a second
          editor looks.
        </Trans>
      </p>
      {whose === undefined ? (
        <Finder label={t`Whom it shows`} choose={setWhose} />
      ) : (
        <>
          <Group>
            <strong>{whose.name}</strong>
            <Button variant="subtle" onClick={() => setWhose(undefined)}>
              <Trans>Somebody else</Trans>
            </Button>
          </Group>
          <PictureForm key={whose.id} edition={null} whose={whose.id} />
        </>
      )}
      <Waiting />
    </Section>
  );
}

/** What one has brought and what still waits for a yes. */
function Waiting() {
  const { t, i18n } = useLingui();
  const { send, problem, busy } = useSend();
  const asked = useAsk(
    ['exchange', 'portraits-for-others'],
    '/api/exchange/portraits-for-others',
    proposed,
  );
  const rows = asked.value?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <>
      <h3>
        <Trans>Waits for their consent</Trans>
      </h3>
      <ul style={{ paddingInlineStart: '1.25rem' }}>
        {rows.map(({ id, name, at }) => (
          <li key={id}>
            {name}, {formatMoment(i18n.locale, at)}{' '}
            <Button
              variant="subtle"
              color="clay"
              loading={busy}
              aria-label={t`Remove the picture: ${name}`}
              onClick={() => void send('DELETE', `/api/exchange/pictures/${id}`)}
            >
              <Trans>Remove the picture</Trans>
            </Button>
          </li>
        ))}
      </ul>
      <ProblemText problem={problem} />
    </>
  );
}

interface FinderProps {
  readonly label: string;
  readonly choose: (one: Person) => void;
}

function Finder({ label, choose }: FinderProps) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const typed = text.trim();
  const asked = useAsk(
    ['exchange', 'possible-portraits', typed],
    `/api/exchange/possible-portraits?${new URLSearchParams({ text: typed })}`,
    people,
    { enabled: typed.length >= 2 },
  );
  const found = typed.length < 2 ? [] : (asked.value?.rows ?? []).slice(0, 8);
  return (
    <>
      <TextInput
        label={label}
        description={t`Type a part of the name.`}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group mt="sm">
        {found.map((one) => (
          <Button key={one.id} variant="default" onClick={() => choose(one)}>
            {one.name}
          </Button>
        ))}
        {typed.length >= 2 && asked.value !== undefined && found.length === 0 ? (
          <Trans>Nobody of that name has an account at the exchange.</Trans>
        ) : null}
      </Group>
    </>
  );
}
