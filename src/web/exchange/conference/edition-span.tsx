import { useLingui } from '@lingui/react/macro';
import { formatDay } from '../../ui/format.ts';
import { zoneName } from '../schedule/clock.ts';

interface EditionSpanProps {
  readonly starts_on: string;
  readonly ends_on: string;
  /** Named with its clock where it is given. */
  readonly time_zone?: string;
}

/** The days of a conference, in their order also among words from right to left. */
export function EditionSpan({ starts_on, ends_on, time_zone }: EditionSpanProps) {
  const { i18n } = useLingui();
  const from = formatDay(i18n.locale, starts_on);
  const until = formatDay(i18n.locale, ends_on);
  return (
    <>
      <bdi>{from === until ? from : `${from} – ${until}`}</bdi>
      {time_zone === undefined ? null : (
        <>
          {' · '}
          <bdi>{zoneName(time_zone, `${starts_on}T00:00:00.000Z`)}</bdi>
        </>
      )}
    </>
  );
}
