import { Trans, useLingui } from '@lingui/react/macro';
import { IconArrowLeft, IconClockHour4 } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useServices } from '../case/use-services.ts';
import { Answered } from '../ui/answered.tsx';
import { formatDay, labelIn } from '../ui/format.ts';
import { Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Notice } from '../ui/problem-text.tsx';
import styles from './inbox.module.css';
import { INBOX_STATUS } from './inbox-words.ts';
import { PacketAnswer } from './packet-answer.tsx';
import { PacketConcern } from './packet-concern.tsx';
import { PacketContact } from './packet-contact.tsx';
import { PacketHistory } from './packet-history.tsx';
import { PacketPerson, PacketRequest } from './packet-parts.tsx';
import { PacketSchoolWeek } from './packet-school-week.tsx';
import { type Packet, usePacket, useSayOfPacket } from './use-packets.ts';

/** One request: first how to get in touch without harm, then what is asked, then the answer. */
export function PacketScreen() {
  const { t, i18n } = useLingui();
  const { id } = useParams({ from: '/inbox/$id' });
  const packet = usePacket(id);
  const services = useServices();
  const service = services.get(packet.value?.service_id ?? '');
  return (
    <Page
      title={t`Request`}
      heading={service === undefined ? t`Request` : labelIn(i18n.locale, service.name)}
    >
      <p className="no-print" style={{ marginBlockStart: '-0.75rem' }}>
        <Link to="/inbox" className={parts.link}>
          <IconArrowLeft size={20} aria-hidden className="turns" /> <Trans>All requests</Trans>
        </Link>
      </p>
      <Answered asked={packet}>{(found) => <OpenPacket packet={found} />}</Answered>
    </Page>
  );
}

function OpenPacket({ packet }: { readonly packet: Packet }) {
  const { content, case_id, referral_id } = packet;
  const say = useSayOfPacket(case_id);
  return (
    <>
      <State packet={packet} />
      {content === null ? (
        <Notice>
          <Trans>The content of this request is no longer here.</Trans>
        </Notice>
      ) : (
        <>
          <PacketContact content={content} />
          <PacketRequest content={content} packet={packet} />
          <PacketPerson content={content} />
        </>
      )}
      {packet.abilities.includes('answer') && !packet.withdrawn ? (
        <Section title={<Trans>Your answer</Trans>}>
          <PacketAnswer
            packet={packet}
            say={(answer) => say({ kind: 'answer_referral', body: { referral_id, answer } })}
          />
        </Section>
      ) : null}
      {packet.abilities.includes('answer_week') ? (
        <PacketSchoolWeek
          weeks={packet.weeks}
          say={(week) => say({ kind: 'answer_school_week', body: { referral_id, ...week } })}
        />
      ) : null}
      <PacketHistory packet={packet} />
      {packet.abilities.includes('raise_concern') ? <PacketConcern packet={packet} /> : null}
    </>
  );
}

function State({ packet }: { readonly packet: Packet }) {
  const { i18n } = useLingui();
  const due = formatDay(i18n.locale, packet.answer_due_on);
  const until =
    packet.vanishes_at === null ? '' : formatDay(i18n.locale, packet.vanishes_at.slice(0, 10));
  return (
    <div className={parts.stack} style={{ marginBlockEnd: '1.1rem' }}>
      <div className={parts.tags}>
        {packet.urgency === 'urgent' ? (
          <span className={parts.tag} data-tone="urgent">
            <Trans>Urgent</Trans>
          </span>
        ) : null}
        <span className={parts.tag} data-tone="some">
          {i18n._(INBOX_STATUS[packet.status])}
        </span>
        {packet.status === 'requested' ? (
          <span className={styles.deadline}>
            <IconClockHour4 size={20} aria-hidden />
            <Trans>Please answer by {due}</Trans>
          </span>
        ) : null}
      </div>
      {packet.withdrawn ? (
        <Notice>
          <Trans>The person has taken back the agreement to this. Please do nothing more.</Trans>
        </Notice>
      ) : null}
      {until === '' ? null : (
        <Notice>
          <Trans>
            This request can be seen here until {until}. Then it vanishes with all that it tells;
            write into your own records only what your service needs.
          </Trans>
        </Notice>
      )}
    </div>
  );
}
