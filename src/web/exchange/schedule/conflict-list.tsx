import { Trans, useLingui } from '@lingui/react/macro';
import type { Conflict } from '#domain/exchange/schedule/conflicts.ts';
import type { ScheduleDraft } from '#domain/exchange/schedule/draft.ts';
import ui from '../../ui/ui.module.css';
import { dayAndHours } from './clock.ts';
import { said } from './use-schedule.ts';

interface ConflictListProps {
  readonly conflicts: readonly Conflict[];
  readonly draft: ScheduleDraft;
}

/** Why a session does not fit, one sentence for each reason. */
export function ConflictList({ conflicts, draft }: ConflictListProps) {
  if (conflicts.length === 0) return null;
  return (
    <div className={ui.hints} role="status">
      <strong>
        <Trans>This does not fit:</Trans>
      </strong>
      <ul>
        {conflicts.map((one) => (
          <li key={JSON.stringify(one)}>
            <Reason conflict={one} draft={draft} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Reason({
  conflict,
  draft,
}: {
  readonly conflict: Conflict;
  readonly draft: ScheduleDraft;
}) {
  const { i18n } = useLingui();
  const title = (id: string) => {
    const found = draft.sessions.find((one) => one.id === id);
    return found === undefined ? '' : said(i18n.locale, found.title);
  };
  const name = (id: string) =>
    draft.sessions.flatMap(({ people }) => people).find((one) => one.participant_id === id)?.name ??
    '';
  switch (conflict.reason) {
    case 'room_twice':
      return <Trans>The room is taken by “{title(conflict.otherId)}”.</Trans>;
    case 'speaker_twice':
      return (
        <Trans>
          {name(conflict.participantId)} is in “{title(conflict.otherId)}” at that time.
        </Trans>
      );
    case 'interpreter_twice':
      return (
        <Trans>
          {name(conflict.participantId)} interprets or speaks in “{title(conflict.otherId)}” at that
          time.
        </Trans>
      );
    case 'outside_edition':
      return <Trans>This is outside the days of the conference.</Trans>;
    case 'speaker_away': {
      const zone = draft.edition.time_zone;
      const free = conflict.free
        .map(({ from, until }) =>
          dayAndHours(i18n.locale, from, (Date.parse(until) - Date.parse(from)) / 60_000, zone),
        )
        .join('; ');
      return (
        <Trans>
          {name(conflict.participantId)} cannot come at that time, only: {free} ({zone}).
        </Trans>
      );
    }
  }
}
