import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconArrowsJoin, IconBuildingCommunity, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { useLabel } from '../case/labels.ts';
import { useModel } from '../evidence/use-numbers.ts';
import { Answered } from '../ui/answered.tsx';
import { labelIn, languageName } from '../ui/format.ts';
import { useOpenForms } from '../ui/open-forms.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { OrganisationForm } from './organisation-form.tsx';
import { OTHER_KINDS } from './organisation-kinds.ts';
import { ServiceForm } from './service-form.tsx';
import {
  type OrganisationRow,
  type PlaceRow,
  type ServiceLine,
  useOrganisations,
  usePlaces,
  useServiceLines,
} from './use-directory.ts';

/** Who helps and with what: organisations with their services, added and changed in place. */
export function ServicesScreen() {
  const { t } = useLingui();
  const organisations = useOrganisations();
  const services = useServiceLines();
  const places = usePlaces();
  const model = useModel();
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={t`Services`}
      intro={
        <Trans>
          Organisations that help, and what they offer. Support workers choose from these.
        </Trans>
      }
      actions={
        <>
          <Button
            component={Link}
            to="/directory/duplicates"
            variant="default"
            leftSection={<IconArrowsJoin size={20} aria-hidden />}
          >
            <Trans>Entries that may be one</Trans>
          </Button>
          <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setAdding(true)}>
            <Trans>New organisation</Trans>
          </Button>
        </>
      }
    >
      <Answered asked={model}>
        {(known) => (
          <Answered asked={organisations}>
            {(rows) => (
              <>
                {adding ? (
                  <OrganisationForm
                    model={known}
                    places={places.value ?? []}
                    close={() => setAdding(false)}
                  />
                ) : null}
                <Answered asked={services}>
                  {(lines) => (
                    <Organisations
                      rows={rows}
                      services={lines}
                      model={known}
                      places={places.value ?? []}
                    />
                  )}
                </Answered>
              </>
            )}
          </Answered>
        )}
      </Answered>
    </Page>
  );
}

interface OrganisationsProps {
  readonly rows: readonly OrganisationRow[];
  readonly services: readonly ServiceLine[];
  readonly model: ProgrammeModel;
  readonly places: readonly PlaceRow[];
}

function Organisations({ rows, services, model, places }: OrganisationsProps) {
  const { i18n } = useLingui();
  const by = Map.groupBy(
    services.filter((one) => one.merged_into === null),
    (one) => one.organisation_id,
  );
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={<IconBuildingCommunity size={44} aria-hidden />}
        title={<Trans>No organisation yet</Trans>}
      >
        <Trans>Add the first one: a clinic, a school, an office.</Trans>
      </EmptyState>
    );
  }
  return rows
    .filter((row) => row.merged_into === null)
    .toSorted((a, b) =>
      labelIn(i18n.locale, a.name).localeCompare(labelIn(i18n.locale, b.name), i18n.locale),
    )
    .map((row) => (
      <Organisation
        key={row.id}
        row={row}
        services={by.get(row.id) ?? []}
        model={model}
        places={places}
      />
    ));
}

interface OrganisationProps extends Omit<OrganisationsProps, 'rows'> {
  readonly row: OrganisationRow;
}

function Organisation({ row, services, model, places }: OrganisationProps) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const forms = useOpenForms();
  const name = labelIn(i18n.locale, row.name);
  const place = places.find((one) => one.id === row.place_id);
  const kind = OTHER_KINDS[row.kind];
  return (
    <Section
      title={name}
      actions={
        <Button
          variant="default"
          aria-label={t`Change: ${name}`}
          aria-expanded={forms.isOpen('own')}
          onClick={() => forms.toggle('own')}
        >
          <Trans>Change</Trans>
        </Button>
      }
    >
      <div className={parts.soft}>
        {kind === undefined ? label(model.need_domains, row.kind) : i18n._(kind)}
        {place === undefined ? null : ` · ${labelIn(i18n.locale, place.name)}`}
      </div>
      {forms.isOpen('own') ? (
        <OrganisationForm
          organisation={row}
          model={model}
          places={places}
          close={() => forms.close('own')}
        />
      ) : null}
      <ul className={parts.list}>
        {services.map((one) => (
          <li key={one.id}>
            <Service
              service={one}
              model={model}
              open={forms.isOpen(one.id)}
              toggle={() => forms.toggle(one.id)}
            />
            {forms.isOpen(one.id) ? (
              <ServiceForm
                organisation_id={row.id}
                service={one}
                model={model}
                places={places}
                close={() => forms.close(one.id)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {forms.isOpen('new') ? (
        <ServiceForm
          organisation_id={row.id}
          model={model}
          places={places}
          close={() => forms.close('new')}
        />
      ) : (
        <Button
          variant="subtle"
          leftSection={<IconPlus size={20} aria-hidden />}
          aria-label={t`New service of ${name}`}
          onClick={() => forms.open('new')}
        >
          <Trans>New service</Trans>
        </Button>
      )}
    </Section>
  );
}

interface ServiceProps {
  readonly service: ServiceLine;
  readonly model: ProgrammeModel;
  readonly open: boolean;
  readonly toggle: () => void;
}

function Service({ service, model, open, toggle }: ServiceProps) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const name = labelIn(i18n.locale, service.name);
  const languages = service.languages.map((one) => languageName(i18n.locale, one)).join(', ');
  return (
    <div className={parts.item}>
      <div>
        <span className={parts.strong}>{name}</span>{' '}
        {service.active ? null : (
          <span className={parts.tag} data-tone="look">
            <Trans>takes no new requests</Trans>
          </span>
        )}
        <div className={parts.soft}>
          {label(model.consent_purposes, service.purpose)}
          {languages === '' ? null : ` · ${languages}`}
        </div>
        {service.note ? <div className={parts.soft}>{service.note}</div> : null}
      </div>
      <Button
        variant="default"
        aria-label={t`Change: ${name}`}
        aria-expanded={open}
        onClick={toggle}
      >
        <Trans>Change</Trans>
      </Button>
    </div>
  );
}
