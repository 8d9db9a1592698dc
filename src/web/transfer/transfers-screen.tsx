import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconMapPin } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ListedTransfer, listedTransfers } from '#domain/case/transfer-state.ts';
import { useAsk } from '../ask.ts';
import { useLabel } from '../case/labels.ts';
import { DECLINE_WORDS, TRANSFER_WORDS } from '../case/transfer-words.ts';
import { useNames } from '../case/use-names.ts';
import { useModel } from '../evidence/use-numbers.ts';
import { useLanguageNames } from '../people/lists.ts';
import { Answered } from '../ui/answered.tsx';
import { formatDay } from '../ui/format.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { AnswerTransfer, type Worker } from './answer-transfer.tsx';

/** What other regions ask of the own one, and what the own one asked: no name before it is accepted. */
export function TransfersScreen() {
  const { t } = useLingui();
  const asked = useAsk(['transfers'], '/api/transfers', listedTransfers);
  return (
    <Page
      title={t`Other regions`}
      intro={
        <Trans>
          A request shows a number and what is needed. The name and the file are yours to read once
          you accept.
        </Trans>
      }
    >
      <Answered asked={asked}>
        {({ transfers, workers }) => {
          const incoming = transfers.filter(({ direction }) => direction === 'incoming');
          const outgoing = transfers.filter(({ direction }) => direction === 'outgoing');
          return (
            <>
              {incoming.length === 0 ? (
                <EmptyState
                  icon={<IconMapPin size={44} aria-hidden />}
                  title={<Trans>No other region asks for anything</Trans>}
                />
              ) : (
                <Section title={<Trans>Waiting for your answer</Trans>}>
                  <ul className={parts.list}>
                    {incoming.map((one) => (
                      <Request key={one.id} request={one} workers={workers} />
                    ))}
                  </ul>
                </Section>
              )}
              {outgoing.length === 0 ? null : (
                <Section title={<Trans>Asked of other regions, or taken from them</Trans>}>
                  <ul className={parts.list}>
                    {outgoing.map((one) => (
                      <Request key={one.id} request={one} workers={workers} />
                    ))}
                  </ul>
                </Section>
              )}
            </>
          );
        }}
      </Answered>
    </Page>
  );
}

interface RequestProps {
  readonly request: ListedTransfer;
  readonly workers: readonly Worker[];
}

function Request({ request, workers }: RequestProps) {
  const { i18n } = useLingui();
  const label = useLabel();
  const names = useNames();
  const languages = useLanguageNames();
  const { value: model } = useModel();
  const { case_id, number, persons, urgent, status, declined, talk, direction } = request;
  const needs = request.needs.map((code) => label(model?.need_domains ?? [], code)).join(', ');
  const spoken = request.languages.map(languages.nameOf).join(', ');
  const place = names.place(request.to_place_id) ?? '…';
  const day = formatDay(i18n.locale, request.wished_on);
  return (
    <li data-transfer={request.id}>
      <div className={parts.tags}>
        <strong>
          {case_id === null ? (
            number
          ) : (
            <Link to="/cases/$id/$part" params={{ id: case_id, part: 'team' }}>
              {number}
            </Link>
          )}
        </strong>
        {request.direction === 'incoming' ? null : (
          <span className={parts.tag} data-tone={status === 'proposed' ? 'some' : undefined}>
            {i18n._(TRANSFER_WORDS[status])}
          </span>
        )}
        {urgent ? (
          <span className={parts.tag} data-tone="urgent">
            <Trans>Urgent needs</Trans>
          </span>
        ) : null}
      </div>
      <dl className={parts.facts}>
        <dt>
          <Trans>Where and when</Trans>
        </dt>
        <dd>
          {place}, {day}
        </dd>
        <dt>
          <Trans>How many people</Trans>
        </dt>
        <dd>
          <Plural value={persons} one="# person" other="# people" />
        </dd>
        <dt>
          <Trans>Needs</Trans>
        </dt>
        <dd>{needs === '' ? <Trans>none written down</Trans> : needs}</dd>
        <dt>
          <Trans>Language</Trans>
        </dt>
        <dd>{spoken === '' ? <Trans>not known</Trans> : spoken}</dd>
      </dl>
      {declined === null ? null : <p>{i18n._(DECLINE_WORDS[declined])}</p>}
      {talk.map(({ asked_at, words, reply }) => (
        <div key={asked_at}>
          <p className={parts.quote}>
            {direction === 'incoming' ? (
              <Trans>You ask: {words}</Trans>
            ) : (
              <Trans>The other region asks: {words}</Trans>
            )}
          </p>
          <p className={reply === null ? parts.soft : parts.quote}>
            {reply === null ? <Trans>not answered yet</Trans> : <Trans>Answered: {reply}</Trans>}
          </p>
        </div>
      ))}
      <AnswerTransfer request={request} workers={workers} />
    </li>
  );
}
