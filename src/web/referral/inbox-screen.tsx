import { Trans, useLingui } from '@lingui/react/macro';
import { IconInbox } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { OPEN_STATUSES } from '#domain/case/referral-answer.ts';
import type { ServiceRow } from '../case/rows.ts';
import { useServices } from '../case/use-services.ts';
import { Answered } from '../ui/answered.tsx';
import { More } from '../ui/data-table.tsx';
import { formatDay, formatMoment, labelIn } from '../ui/format.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import styles from './inbox.module.css';
import { INBOX_STATUS } from './inbox-words.ts';
import { type ListedPacket, usePackets, usePacketWords } from './use-packets.ts';

/** What others ask of this service: new ones first, the earliest to be answered on top. It names nobody. */
export function InboxScreen() {
  const { t } = useLingui();
  const packets = usePackets();
  const services = useServices();
  const { days_after_answer } = usePacketWords();
  return (
    <Page
      title={t`Requests`}
      intro={
        <Trans>
          Other services ask yours for help. A request leaves this list {days_after_answer} days
          after it was answered, or after the day that you named.
        </Trans>
      }
    >
      <Answered asked={packets}>
        {(rows) => (
          <>
            <Groups packets={rows} services={services} />
            <More
              shown={rows.length}
              more={packets.more}
              busy={packets.busy}
              onMore={packets.showMore}
            />
          </>
        )}
      </Answered>
    </Page>
  );
}

interface GroupsProps {
  readonly packets: readonly ListedPacket[];
  readonly services: ReadonlyMap<string, ServiceRow>;
}

function Groups({ packets, services }: GroupsProps) {
  const fresh = packets.filter((one) => one.status === 'requested').toSorted(byDeadline);
  const going = packets.filter((one) => one.status !== 'requested' && isOpen(one));
  const ended = packets.filter((one) => !isOpen(one));
  if (packets.length === 0) {
    return (
      <EmptyState
        icon={<IconInbox size={44} aria-hidden />}
        title={<Trans>No requests just now</Trans>}
      >
        <Trans>When somebody asks your service for help, it appears here.</Trans>
      </EmptyState>
    );
  }
  return (
    <>
      <Section title={<Trans>To be answered</Trans>}>
        {fresh.length === 0 ? (
          <p className={parts.soft}>
            <Trans>Everything has been answered.</Trans>
          </p>
        ) : (
          <Cards packets={fresh} services={services} />
        )}
      </Section>
      {going.length === 0 ? null : (
        <Section title={<Trans>Under way</Trans>}>
          <Cards packets={going} services={services} />
        </Section>
      )}
      {ended.length === 0 ? null : (
        <Section title={<Trans>Ended</Trans>}>
          <Cards packets={ended} services={services} />
        </Section>
      )}
    </>
  );
}

function Cards({ packets, services }: GroupsProps) {
  return (
    <ul className={styles.list}>
      {packets.map((packet) => (
        <Card key={packet.referral_id} packet={packet} service={services.get(packet.service_id)} />
      ))}
    </ul>
  );
}

interface CardProps {
  readonly packet: ListedPacket;
  readonly service: ServiceRow | undefined;
}

function Card({ packet, service }: CardProps) {
  const { t, i18n } = useLingui();
  const { status, urgency, withdrawn } = packet;
  const late =
    status === 'requested' && packet.answer_due_on < new Date().toISOString().slice(0, 10);
  const day = formatDay(i18n.locale, packet.answer_due_on);
  const sent = formatMoment(i18n.locale, packet.sent_at);
  return (
    <li className={styles.card} data-new={status === 'requested'}>
      <Link to="/inbox/$id" params={{ id: packet.referral_id }} className={styles.name}>
        {service === undefined ? t`Request` : labelIn(i18n.locale, service.name)}
      </Link>
      <div className={parts.tags}>
        {urgency === 'urgent' && isOpen(packet) ? (
          <span className={parts.tag} data-tone="urgent">
            <Trans>Urgent</Trans>
          </span>
        ) : null}
        <span className={parts.tag} data-tone={status === 'requested' ? 'some' : undefined}>
          {i18n._(INBOX_STATUS[status])}
        </span>
        {withdrawn ? (
          <span className={parts.tag} data-tone="look">
            <Trans>Please do nothing more</Trans>
          </span>
        ) : null}
      </div>
      {status === 'requested' ? (
        <div className={late ? styles.late : undefined}>
          <Trans>Please answer by {day}</Trans>
        </div>
      ) : null}
      <div className={parts.soft}>
        <Trans>Received {sent}</Trans>
        <Vanishing packet={packet} />
      </div>
    </li>
  );
}

/** Says in advance until when a request can be seen. */
function Vanishing({ packet }: { readonly packet: ListedPacket }) {
  const { i18n } = useLingui();
  if (packet.vanishes_at === null) return null;
  const until = formatDay(i18n.locale, packet.vanishes_at.slice(0, 10));
  return (
    <>
      {' · '}
      <Trans>can be seen until {until}</Trans>
    </>
  );
}

function isOpen({ status }: ListedPacket): boolean {
  return OPEN_STATUSES.includes(status);
}

/** Urgent ones first, then by the day on which an answer is due. */
function byDeadline(a: ListedPacket, b: ListedPacket): number {
  if (a.urgency !== b.urgency) return a.urgency === 'urgent' ? -1 : 1;
  return a.answer_due_on.localeCompare(b.answer_due_on);
}
