import { Trans, useLingui } from '@lingui/react/macro';
import { IconBuildingCommunity, IconMessages, IconPlayerPause } from '@tabler/icons-react';
import { openStay } from '#domain/case/reception.ts';
import { nextMeetings } from '#domain/case/session.ts';
import { formatDay } from '../ui/format.ts';
import type { CaseFile } from './case-file.ts';
import frame from './file-frame.module.css';
import { useLabel } from './labels.ts';

/** What goes on just now and changes what may be expected: in reception, a pause, a specialist. */
export function GoingOn({ file }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const label = useLabel();
  const stay = openStay(file.state.reception);
  const pauses = file.state.pause.pauses.filter((one) => one.until === null);
  const [meeting] = nextMeetings(file.state);
  if (stay === null && pauses.length === 0 && meeting === undefined) return null;
  const next = meeting === undefined ? null : formatDay(i18n.locale, meeting[1]);
  const arrived = stay === null ? '' : formatDay(i18n.locale, stay.from);
  const place = stay?.place;
  return (
    <ul className={frame.goingOn}>
      {stay === null ? null : (
        <li>
          <IconBuildingCommunity size={20} aria-hidden />
          <span>
            <Trans>
              In reception since {arrived}: {place}
            </Trans>
          </span>
        </li>
      )}
      {next === null ? null : (
        <li>
          <IconMessages size={20} aria-hidden />
          <span>
            <Trans>A specialist is working with the person.</Trans> <Trans>Next date: {next}</Trans>
          </span>
        </li>
      )}
      {pauses.map((one) => {
        const since = formatDay(i18n.locale, one.from);
        const reason = label(file.model.pause_reasons, one.reason);
        return (
          <li key={one.pause_id}>
            <IconPlayerPause size={20} aria-hidden />
            <span>
              <Trans>
                Paused since {since}: {reason}
              </Trans>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
