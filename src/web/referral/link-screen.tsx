import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { ReferralAnswer } from '#domain/case/referral-answer.ts';
import { type LinkPacket, linkPacket } from '#domain/case/referral-link-page.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../http.ts';
import { useOnce } from '../once.ts';
import { CodeField } from '../ui/code-field.tsx';
import { FieldProblems, otherProblems, unfilled } from '../ui/field.tsx';
import { formatDay, labelIn } from '../ui/format.ts';
import { Gate } from '../ui/gate.tsx';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import { INBOX_STATUS } from './inbox-words.ts';
import { PacketAnswer } from './packet-answer.tsx';
import { PacketContact } from './packet-contact.tsx';
import { PacketHistory } from './packet-history.tsx';
import { PacketPerson, PacketRequest } from './packet-parts.tsx';
import { PacketSchoolWeek } from './packet-school-week.tsx';
import { GivenWords } from './use-packets.ts';

/** What opens a packet: shown with every call, held by this page alone and gone with it. */
interface Held {
  readonly secret: string;
  readonly code: string;
}

/** For a service without an account: the code, then the request and the answer. */
export function LinkScreen() {
  const [opened, setOpened] = useState<{ held: Held; packet: LinkPacket }>();
  // The parts of a request may ask the server; here everything came with the packet, and nothing is asked.
  const [queries] = useState(() => new QueryClient());
  if (opened === undefined) return <CodeForm onOpen={setOpened} />;
  const { held, packet } = opened;
  return (
    <QueryClientProvider client={queries}>
      <GivenWords value={packet.words}>
        <OpenRequest
          held={held}
          packet={packet}
          onAnswered={(newer) => setOpened({ held, packet: newer })}
        />
      </GivenWords>
    </QueryClientProvider>
  );
}

interface CodeFormProps {
  readonly onOpen: (opened: { held: Held; packet: LinkPacket }) => void;
}

function CodeForm({ onOpen }: CodeFormProps) {
  const { t } = useLingui();
  const [secret, setSecret] = useState(() => location.hash.slice(1));
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  // A second link that is opened in the same window changes the address only.
  useEffect(() => {
    const read = () => setSecret(location.hash.slice(1));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);

  async function open(event: FormEvent) {
    event.preventDefault();
    const missing = unfilled({ code });
    setProblem(missing);
    if (missing !== undefined) return;
    if (secret === '') return setProblem({ code: 'link_gone' });
    setBusy(true);
    const held = { secret, code: code.trim() };
    const reply = await call('/api/request', linkPacket, { method: 'POST', body: held });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    // The secret leaves the address bar and the history as soon as it is known to be right.
    history.replaceState(null, '', '/request');
    onOpen({ held, packet: reply.value });
  }
  return (
    <Gate
      title={t`Request`}
      intro={<Trans>Type the code that you were told by telephone or on a slip.</Trans>}
    >
      <FieldProblems problem={problem}>
        <form onSubmit={open} noValidate className={parts.stack}>
          <CodeField value={code} onChange={setCode} />
          <ProblemText problem={otherProblems(problem, ['code'])} />
          <Button type="submit" loading={busy} fullWidth>
            <Trans>Open the request</Trans>
          </Button>
        </form>
      </FieldProblems>
    </Gate>
  );
}

interface OpenRequestProps {
  readonly held: Held;
  readonly packet: LinkPacket;
  readonly onAnswered: (packet: LinkPacket) => void;
}

function OpenRequest({ held, packet, onAnswered }: OpenRequestProps) {
  const { i18n } = useLingui();
  const heading = useRef<HTMLParagraphElement>(null);
  const add = useOnce();
  useEffect(() => heading.current?.focus(), []);
  const due = formatDay(i18n.locale, packet.answer_due_on);
  const until = formatDay(i18n.locale, packet.expires_at.slice(0, 10));

  const say = (answer: ReferralAnswer) => tell('/api/request/answer', { answer });
  const sayWeek = (week: object) => tell('/api/request/week', { week });

  async function tell(path: string, said: object): Promise<Problem | undefined> {
    return add({ path, said }, async (command_id) => {
      const body = { ...held, command_id, ...said };
      const reply = await call(path, linkPacket, { method: 'POST', body });
      if (!reply.ok) return reply.problem;
      onAnswered(reply.value);
      return undefined;
    });
  }
  return (
    <Gate title={labelIn(i18n.locale, packet.service)}>
      <div className={parts.stack}>
        <p className={parts.tags} ref={heading} tabIndex={-1}>
          {packet.urgency === 'urgent' ? (
            <span className={parts.tag} data-tone="urgent">
              <Trans>Urgent</Trans>
            </span>
          ) : null}
          <span className={parts.tag} data-tone="some">
            {i18n._(INBOX_STATUS[packet.status])}
          </span>
          {packet.status === 'requested' ? <Trans>Please answer by {due}</Trans> : null}
        </p>
        <PacketContact content={packet.content} />
        <PacketRequest content={packet.content} packet={packet} />
        <PacketPerson content={packet.content} />
        {packet.may_answer ? (
          <Section title={<Trans>Your answer</Trans>}>
            <PacketAnswer packet={packet} say={say} />
          </Section>
        ) : packet.may_answer_week ? null : (
          <Notice>
            <Trans>Thank you. There is nothing more to answer.</Trans>
          </Notice>
        )}
        {packet.may_answer_week ? <PacketSchoolWeek weeks={packet.weeks} say={sayWeek} /> : null}
        <PacketHistory packet={packet} />
        <p className={parts.soft}>
          <Trans>
            The link and the code open this request again until {until}. Close this page when you
            have finished, and write down only what your service needs.
          </Trans>
        </p>
      </div>
    </Gate>
  );
}
