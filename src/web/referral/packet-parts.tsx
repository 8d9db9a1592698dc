import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PacketContent } from '#domain/case/packet.ts';
import { PAPER_STATE_WORDS, PAPER_WORDS } from '../case/case-words.ts';
import { useLabel } from '../case/labels.ts';
import { nameText } from '../case/person-name.ts';
import { countryName, formatDay, formatPartialDay, labelIn, languageName } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { COMPANIONS } from './inbox-words.ts';
import { type Packet, usePacketWords } from './use-packets.ts';

type Line = readonly [title: string, value: ReactNode];

/** Lines with a value; what the sender did not name does not stand there at all. */
function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const told = lines.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return (
    <dl className={parts.facts}>
      {told.map(([title, value]) => (
        <div key={title} style={{ display: 'contents' }}>
          <dt>{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface PacketRequestProps {
  readonly content: PacketContent;
  readonly packet: Pick<Packet, 'answer_due_on'>;
}

/** What is asked for, by whom, and until when. */
export function PacketRequest({ content, packet }: PacketRequestProps) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const { needs } = usePacketWords();
  const { request, sender, worker } = content;
  const place = sender.place === null ? '' : labelIn(i18n.locale, sender.place);
  const companion = request.accompanied_by;
  return (
    <Section title={<Trans>What is asked for</Trans>}>
      {request.words ? <p className={parts.quote}>{request.words}</p> : null}
      <Lines
        lines={[
          [t`Area`, request.need ? label(needs, request.need) : null],
          [t`Answer by`, formatDay(i18n.locale, request.answer_by ?? packet.answer_due_on)],
          [
            t`Company`,
            companion !== undefined && companion in COMPANIONS
              ? i18n._(COMPANIONS[companion as keyof typeof COMPANIONS])
              : null,
          ],
          [t`Sent by`, place === '' ? t`Social services` : t`Social services, ${place}`],
          [t`Contact person`, worker?.name],
        ]}
      />
    </Section>
  );
}

/** Who comes: only what this service needs. */
export function PacketPerson({ content }: { readonly content: PacketContent }) {
  const { t, i18n } = useLingui();
  const { person, guardians = [], household, returned } = content;
  const sexes: Record<string, string> = { female: t`female`, male: t`male`, other: t`other` };
  const papers = (list: PacketContent['person']['papers'] = []) =>
    list
      .map(({ kind, state }) => {
        const word = PAPER_WORDS[kind];
        const how = PAPER_STATE_WORDS[state];
        return `${word ? i18n._(word) : kind} (${how ? i18n._(how) : state})`;
      })
      .join(', ');
  const former = (person.former_names ?? []).map(nameText).join(', ');
  const lines: Line[] = [
    [t`Name`, nameText(person.name)],
    [t`Former names`, former],
    [t`Born`, person.birth ? formatPartialDay(i18n.locale, person.birth) : null],
    [t`Sex`, person.sex === undefined ? null : (sexes[person.sex] ?? t`not known`)],
    [t`Languages`, person.languages?.map((one) => languageName(i18n.locale, one)).join(', ')],
    [t`Citizenship`, person.citizenships?.map((one) => countryName(i18n.locale, one)).join(', ')],
    [t`Papers`, papers(person.papers)],
    ...guardians.map((one): Line => {
      const held = papers(one.papers);
      const name = nameText(one.name) || t`not named`;
      return [t`Guardian`, held === '' ? name : `${name}: ${held}`];
    }),
    [t`People in the household`, household?.size],
    [t`Children in the household`, household?.children],
    [t`District`, content.place ? labelIn(i18n.locale, content.place) : null],
    [
      t`In the country since`,
      returned?.arrived_on ? formatDay(i18n.locale, returned.arrived_on) : null,
    ],
    [t`Came from`, returned?.from_country ? countryName(i18n.locale, returned.from_country) : null],
  ];
  return (
    <Section title={<Trans>The person</Trans>}>
      <Lines lines={lines} />
    </Section>
  );
}
