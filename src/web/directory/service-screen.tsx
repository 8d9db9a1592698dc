import { useLingui as useRuntime } from '@lingui/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconEye, IconPencil } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { confidentialAddresses, page, type ServicePage } from '#domain/directory/directory.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../ask.ts';
import { call } from '../http.ts';
import { Answered } from '../ui/answered.tsx';
import { labelIn } from '../ui/format.ts';
import { useOpenForms } from '../ui/open-forms.ts';
import { Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import { CapacityForm } from './capacity-form.tsx';
import { DetailsForm } from './details-form.tsx';
import { weekdayName } from './directory-words.ts';
import { CapacityLine, useFacts } from './service-facts.tsx';
import { usePlaces } from './use-directory.ts';

/** All that is written down of one service. */
export function ServiceScreen() {
  const { t } = useLingui();
  const { id } = useParams({ from: '/directory/$id' });
  const asked = useAsk(['directory', 'service', id], `/api/directory/${id}`, page);
  return asked.value === undefined ? (
    <Page title={t`Service`}>
      <Answered asked={asked}>{() => null}</Answered>
    </Page>
  ) : (
    <Told told={asked.value} />
  );
}

interface ToldProps {
  readonly told: ServicePage;
}

function Told({ told }: ToldProps) {
  const { i18n } = useRuntime();
  const facts = useFacts();
  const forms = useOpenForms<'capacity' | 'details'>();
  const { service, details, may } = told;
  return (
    <Page
      title={labelIn(i18n.locale, service.name)}
      intro={labelIn(i18n.locale, service.organisation)}
    >
      {service.active ? null : (
        <Notice>
          <Trans>This service takes no new requests now.</Trans>
        </Notice>
      )}
      <Section
        title={<Trans>Places and waiting</Trans>}
        actions={
          may.keep_capacity ? (
            <Button
              variant="default"
              leftSection={<IconPencil size={20} aria-hidden />}
              aria-expanded={forms.isOpen('capacity')}
              onClick={() => forms.toggle('capacity')}
            >
              <Trans>Change places</Trans>
            </Button>
          ) : undefined
        }
      >
        <CapacityLine service={service} />
        {forms.isOpen('capacity') ? (
          <CapacityForm told={told} close={() => forms.close('capacity')} />
        ) : null}
      </Section>
      <Section
        title={<Trans>About the service</Trans>}
        actions={
          may.keep ? (
            <Button
              variant="default"
              leftSection={<IconPencil size={20} aria-hidden />}
              aria-expanded={forms.isOpen('details')}
              onClick={() => forms.toggle('details')}
            >
              <Trans>Change</Trans>
            </Button>
          ) : undefined
        }
      >
        {forms.isOpen('details') ? (
          <DetailsForm told={told} close={() => forms.close('details')} />
        ) : null}
        {details.description === null ? null : (
          <p style={{ whiteSpace: 'pre-line' }}>{details.description}</p>
        )}
        <p>{facts(service)}</p>
        <Facts told={told} />
      </Section>
      <Section title={<Trans>Where and when</Trans>}>
        <Hours told={told} />
        <Places told={told} />
      </Section>
    </Page>
  );
}

function Facts({ told: { details } }: ToldProps) {
  const { t } = useLingui();
  const lines: readonly (readonly [string, string | null])[] = [
    [t`For whom`, details.eligibility],
    [t`Telephone`, details.phone],
    [t`Cost`, details.cost],
    [
      t`What to bring`,
      details.required_documents.length === 0 ? null : details.required_documents.join('; '),
    ],
    [t`For support workers`, details.note],
  ];
  return (
    <dl>
      {lines.map(([label, value]) =>
        value === null ? null : (
          <div key={label} style={{ marginBlockEnd: '0.5rem' }}>
            <dt className={parts.soft}>{label}</dt>
            <dd style={{ margin: 0, whiteSpace: 'pre-line' }}>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Hours({ told: { details, service } }: ToldProps) {
  const { i18n } = useRuntime();
  if (details.hours.length === 0) {
    return (
      <p className={parts.soft}>
        <Trans>Opening hours are not written down.</Trans>
      </p>
    );
  }
  return (
    <ul className={parts.list}>
      {Object.entries(details.hours).map(([at, one]) => (
        <li key={at}>
          {one.days.map((day) => weekdayName(i18n.locale, day)).join(', ')}{' '}
          <bdi>
            {one.opens_at}–{one.closes_at}
          </bdi>
        </li>
      ))}
      <li className={parts.soft}>
        {service.open === true ? <Trans>Open now</Trans> : <Trans>Closed now</Trans>}
      </li>
    </ul>
  );
}

function Places({ told }: ToldProps) {
  const { i18n } = useRuntime();
  const { places, service } = told;
  const row = usePlaces().value?.find((one) => one.id === service.place_id);
  return (
    <ul className={parts.list}>
      {places.map((one) => (
        <li key={one.id}>
          <div className={parts.strong}>{one.name}</div>
          {one.confidential ? <Confidential told={told} location={one.id} /> : null}
          {one.address === null ? null : <div>{one.address}</div>}
          {one.accessibility === null ? null : (
            <div className={parts.soft}>{one.accessibility}</div>
          )}
        </li>
      ))}
      {row === undefined ? null : <li className={parts.soft}>{labelIn(i18n.locale, row.name)}</li>}
    </ul>
  );
}

/** Told only when asked for, and only to those who refer; the asking is written down. */
function Confidential({ told, location }: ToldProps & { readonly location: string }) {
  const [problem, setProblem] = useState<Problem>();
  const [address, setAddress] = useState<string>();
  async function ask() {
    const reply = await call(
      `/api/directory/${told.service.id}/confidential-addresses`,
      confidentialAddresses,
    );
    setProblem(reply.ok ? undefined : reply.problem);
    if (!reply.ok) return;
    setAddress(reply.value.addresses.find((one) => one.location_id === location)?.address);
  }
  if (address !== undefined) return <div>{address}</div>;
  return (
    <>
      <div className={parts.soft}>
        <Trans>The address is confidential and is never given out.</Trans>
      </div>
      {told.may.refer || told.may.keep_capacity ? (
        <Button
          mt="xs"
          variant="default"
          leftSection={<IconEye size={20} aria-hidden />}
          onClick={() => void ask()}
        >
          <Trans>Show the address (this is written down)</Trans>
        </Button>
      ) : null}
      <ProblemText problem={problem} />
    </>
  );
}
