import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import type { CommandBodies } from '#domain/case/nouns.ts';
import { packetTemplate } from '#domain/case/packet-template.ts';
import { mayShare } from '#domain/case/sharing.ts';
import { ChoiceField, TextField } from '../ui/field.tsx';
import { labelIn } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { Choice, Many } from './choice.tsx';
import { CommandForm, given } from './command-form.tsx';
import { useLabel } from './labels.ts';
import { COMPANY_WORDS, PACKET_WORDS } from './referral-words.ts';
import type { ServiceRow } from './rows.ts';
import { InterpreterNote, ServiceFinder } from './service-finder.tsx';
import { maybeChild } from './use-age.ts';
import { useNames } from './use-names.ts';
import { useServices } from './use-services.ts';

type Body = CommandBodies['refer'];
interface ReferralDraft {
  readonly service_id: string;
  readonly urgency: Body['urgency'];
  /** Null = everything of the template, as long as nothing was taken out. */
  readonly fields: readonly string[] | null;
  readonly safe_contact: string;
  readonly accompanied_by: Body['accompanied_by'];
  readonly words: string;
  readonly own: 'yes' | 'no' | 'not_asked' | '';
}

/** Prepares a referral: to whom, and what the service is to be told. Nothing leaves yet. */
export function ReferralForm({ file }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const services = [...useServices().values()].filter((one) => one.active);
  const initial: ReferralDraft = {
    ...{ service_id: '', urgency: 'routine', fields: null },
    ...{ safe_contact: '', accompanied_by: 'nobody', words: '', own: '' },
  };
  const templateOf = (id: string) => {
    const service = services.find((one) => one.id === id);
    return service === undefined ? null : packetTemplate(file.model, service.purpose);
  };
  const bodyOf = (value: ReferralDraft): Body => {
    const service = services.find((one) => one.id === value.service_id);
    const all = templateOf(value.service_id)?.fields ?? [];
    const { person } = file;
    return {
      ...{ referral_id: uuid(), service_id: value.service_id, urgency: value.urgency },
      organisation_id: service?.organisation_id ?? '',
      purpose: service?.purpose ?? '',
      fields: all.filter((field) => value.fields === null || value.fields.includes(field)),
      safe_contact: given(value.safe_contact),
      interpreter: {
        needed: person?.interpreter_needed ?? false,
        language: person?.languages[0],
      },
      accompanied_by: value.accompanied_by,
      words: given(value.words),
      own_agreement: value.own === '' ? undefined : value.own,
    };
  };
  return (
    <CommandForm
      file={file}
      kind="refer"
      open={<Trans>Prepare a referral</Trans>}
      submit={<Trans>Prepare, send later</Trans>}
      initial={initial}
      body={bodyOf}
      // Whose organisation, purpose and fields are those of the service: no field of their own says that none was chosen.
      paths={['service_id', 'organisation_id', 'purpose', 'fields', 'words', 'safe_contact']}
    >
      {(value, change) => {
        const service = services.find((one) => one.id === value.service_id);
        const template = templateOf(value.service_id)?.fields ?? [];
        return (
          <>
            <ServiceFinder
              file={file}
              services={services}
              value={value.service_id}
              onChange={(service_id) => change({ service_id, fields: null })}
            />
            <ServiceChoice
              file={file}
              services={services}
              value={value.service_id}
              onChange={(service_id) => change({ service_id, fields: null })}
            />
            {service === undefined ? null : (
              <>
                <Ground file={file} service={service} />
                <InterpreterNote file={file} service={service} />
              </>
            )}
            {service === undefined ? null : (
              <Many
                path="fields"
                legend={<Trans>What the service is told</Trans>}
                description={
                  <Trans>Read it out to the person and take out what is not wanted.</Trans>
                }
                options={template.map((field) => ({
                  value: field,
                  label: i18n._(PACKET_WORDS[field]),
                }))}
                value={value.fields ?? template}
                onChange={(fields) => change({ fields })}
              />
            )}
            <Details file={file} value={value} change={change} />
          </>
        );
      }}
    </CommandForm>
  );
}

interface ServiceChoiceProps {
  readonly file: CaseFile;
  readonly services: readonly ServiceRow[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** Every service that takes requests, by area. */
export function ServiceChoice({ file, services, value, onChange }: ServiceChoiceProps) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const names = useNames();
  const nameOf = (one: ServiceRow) =>
    `${labelIn(i18n.locale, one.name)} · ${names.organisation(one.organisation_id) ?? ''}`;
  const groups = Map.groupBy(services, (one) => one.need_domain);
  return (
    <ChoiceField
      path="service_id"
      label={t`Service`}
      value={value}
      data={[
        { value: '', label: t`Please choose one.` },
        ...[...groups].map(([domain, list]) => ({
          group: label(file.model.need_domains, domain),
          items: list.map((one) => ({ value: one.id, label: nameOf(one) })),
        })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** Whether this may leave, and on what it would. */
function Ground({ file, service }: { readonly file: CaseFile; readonly service: ServiceRow }) {
  const { today } = file.situation;
  const ground = mayShare(file.state, service.purpose, service.organisation_id, today);
  if (ground === null) {
    return (
      <div className={styles.look}>
        <Trans>
          There is no consent for this and no legal basis. You can prepare it; it can be sent when
          the person has agreed.
        </Trans>
      </div>
    );
  }
  return (
    <div className={styles.soft}>
      {'consent_id' in ground ? (
        <Trans>The person has agreed to this.</Trans>
      ) : (
        <Trans>A law stands behind this; only what it needs will leave.</Trans>
      )}
    </div>
  );
}

interface DetailsProps {
  readonly file: CaseFile;
  readonly value: ReferralDraft;
  readonly change: (patch: Partial<ReferralDraft>) => void;
}

function Details({ file, value, change }: DetailsProps) {
  const { t, i18n } = useLingui();
  return (
    <>
      <Choice
        path="urgency"
        legend={<Trans>Is it urgent?</Trans>}
        options={[
          { value: 'routine', label: t`No` },
          { value: 'urgent', label: t`Urgent` },
        ]}
        value={value.urgency}
        onChange={(urgency) => change({ urgency })}
      />
      <Choice
        path="accompanied_by"
        legend={<Trans>Who comes along?</Trans>}
        options={(['nobody', 'worker', 'family', 'other'] as const).map((one) => ({
          value: one,
          label: i18n._(COMPANY_WORDS[one]),
        }))}
        value={value.accompanied_by}
        onChange={(accompanied_by) => change({ accompanied_by })}
      />
      <TextField
        path="safe_contact"
        label={t`How to get in touch without harm (may stay empty)`}
        description={t`For example: mornings only, ask for the aunt`}
        value={value.safe_contact}
        onChange={(event) => change({ safe_contact: event.currentTarget.value })}
      />
      <CaseProse
        file={file}
        path="words"
        label={t`What is asked of the service (it will read this)`}
        description={t`Only what it needs to help; no word of where somebody was.`}
        value={value.words}
        onChange={(words) => change({ words })}
      />
      {maybeChild(file.person, file.situation.today) ? (
        <Choice
          path="own_agreement"
          legend={<Trans>The child’s own agreement</Trans>}
          options={[
            { value: 'yes', label: t`Yes` },
            { value: 'no', label: t`No` },
            { value: 'not_asked', label: t`Not asked` },
          ]}
          value={value.own}
          onChange={(own) => change({ own })}
        />
      ) : null}
    </>
  );
}
