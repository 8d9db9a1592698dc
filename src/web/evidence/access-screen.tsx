import { Trans, useLingui } from '@lingui/react/macro';
import { IconDoorEnter } from '@tabler/icons-react';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { type AccessMonth, frozenAccess } from '#domain/evidence/access-numbers.ts';
import { useAsk } from '../ask.ts';
import { type PlaceRow, usePlaces, useServiceLines } from '../directory/use-directory.ts';
import { Answered } from '../ui/answered.tsx';
import { formatMoment, labelIn } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { Notice } from '../ui/problem-text.tsx';
import { Barriers } from './access-barriers.tsx';
import { Waits } from './access-waits.tsx';
import { FrozenMonths } from './frozen-months.tsx';
import { useModel } from './use-numbers.ts';

/** How long people wait from a need to the service, and what stands in the way. */
export function AccessScreen() {
  const { t } = useLingui();
  const asked = useAsk(['numbers', 'access'], '/api/numbers/access', frozenAccess);
  const model = useModel();
  const places = usePlaces();
  return (
    <Page
      title={t`Unhindered access`}
      intro={
        <Trans>
          How long it takes from a need to the service, and what stands in the way. No names, no
          districts.
        </Trans>
      }
      wide
    >
      <Answered asked={asked}>
        {({ months }) => (
          <Answered asked={model}>
            {(found) => (
              <Answered asked={places}>
                {(known) => <Months months={months} model={found} places={known} />}
              </Answered>
            )}
          </Answered>
        )}
      </Answered>
    </Page>
  );
}

interface MonthsProps {
  readonly months: readonly AccessMonth[];
  readonly model: ProgrammeModel;
  readonly places: readonly PlaceRow[];
}

function Months({ months, model, places }: MonthsProps) {
  const { t } = useLingui();
  return (
    <FrozenMonths
      months={months}
      icon={<IconDoorEnter size={44} aria-hidden />}
      label={t`Twelve months up to`}
    >
      {(month, until) => <OneMonth month={month} until={until} model={model} places={places} />}
    </FrozenMonths>
  );
}

interface OneMonthProps {
  readonly month: AccessMonth;
  /** The last of its twelve months in words. */
  readonly until: string;
  readonly model: ProgrammeModel;
  readonly places: readonly PlaceRow[];
}

function OneMonth({ month, until, model, places }: OneMonthProps) {
  const { t, i18n } = useLingui();
  const services = useServiceLines().value ?? [];
  const { all, regions, services: waits, barriers } = month.rows;
  const regionOf = (id: string) => {
    const known = places.find((one) => one.id === id);
    return known === undefined ? t`In no region` : labelIn(i18n.locale, known.name);
  };
  const serviceOf = (id: string) => {
    const known = services.find((one) => one.id === id);
    return known === undefined ? t`A service unknown here` : labelIn(i18n.locale, known.name);
  };
  return (
    <>
      <p style={{ fontSize: '1.0625rem', maxInlineSize: '46rem' }}>
        {all.people === null || all.days === null ? (
          <Trans>
            In the twelve months up to {until} too few people were helped to show numbers.
          </Trans>
        ) : (
          <Trans>
            In the twelve months up to {until} services helped about {all.people} people. Half of
            them waited {all.days} days or less after the need was named.
          </Trans>
        )}
      </p>
      <Waits
        title={t`Days from need to service, by region`}
        head={t`Region`}
        waits={regions}
        labelOf={regionOf}
        all={all}
      />
      <Waits
        title={t`Days from need to service, by service`}
        head={t`Service`}
        waits={waits}
        labelOf={serviceOf}
      />
      <Barriers barriers={barriers} codes={model.referral.barriers} regionOf={regionOf} />
      <Method month={month} />
    </>
  );
}

function Method({ month }: { readonly month: AccessMonth }) {
  const { i18n } = useLingui();
  const { smallest_cell, rounded_to } = month.method;
  const at = formatMoment(i18n.locale, month.made_at);
  return (
    <Notice>
      <Trans>
        Counted once, on {at}, by the day on which it was written down, and never changed since.
        Days are the middle of the days that people waited. People are rounded to {rounded_to}. “Not
        shown” stands where fewer than {smallest_cell} people or very few families would be counted,
        and where a shown number would let somebody work out another one.
      </Trans>
    </Notice>
  );
}
