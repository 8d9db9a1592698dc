import { Trans, useLingui } from '@lingui/react/macro';
import { registrationCounts } from '#domain/exchange/conference/registration-view.ts';
import { useAsk } from '../../ask.ts';
import { countryName } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { toldIn } from './told-text.tsx';
import { useRegistrationSettings } from './use-registration-settings.ts';

/** Seats taken against what there is, in all and by country and institution. */
export function QuotasPart({ edition }: { readonly edition: string }) {
  const { i18n } = useLingui();
  const settings = useRegistrationSettings(edition);
  const counts = useAsk(
    ['exchange', 'registration-counts', edition],
    `/api/exchange/editions/${edition}/registration-counts`,
    registrationCounts,
  );
  const { value } = counts;
  const limits = settings.value;
  if (value === undefined || limits === undefined) return null;
  const taken = value.states.approved ?? 0;
  const { seats } = limits;
  const waiting = value.states.waiting ?? 0;
  const asked = value.states.requested ?? 0;
  const of = (limit: number | null, count: number) =>
    limit === null ? count : `${count} / ${limit}`;
  return (
    <Section title={<Trans>Seats</Trans>}>
      <p>
        <Trans>
          {taken} of {seats} seats are taken; {asked} wait for an answer, {waiting} stand on the
          waiting list.
        </Trans>
      </p>
      <details>
        <summary>
          <Trans>By country and institution</Trans>
        </summary>
        <ul>
          {value.countries.map(({ code, seats: count }) => (
            <li key={code}>
              {countryName(i18n.locale, code)}: {of(limits.seats_per_country, count)}
            </li>
          ))}
        </ul>
        <ul>
          {value.institutions.map(({ name, seats: count }) => (
            <li key={toldIn(i18n.locale, name).text}>
              {toldIn(i18n.locale, name).text}: {of(limits.seats_per_institution, count)}
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}
