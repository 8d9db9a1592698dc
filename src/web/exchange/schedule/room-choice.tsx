import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Stack } from '@mantine/core';
import type { ScheduleDraft } from '#domain/exchange/schedule/draft.ts';
import { CheckField, ChoiceField } from '../../ui/field.tsx';
import { Notice } from '../../ui/problem-text.tsx';
import { said } from './use-schedule.ts';

export interface RoomAnswer {
  /** '' = not said yet; 'leave', 'skip' or the id of a room. */
  readonly without: string;
  readonly makeRooms: boolean;
}

interface RoomChoiceProps {
  readonly rooms: ScheduleDraft['rooms'];
  readonly newRooms: readonly string[];
  readonly withoutRoom: number;
  readonly value: RoomAnswer;
  readonly change: (value: RoomAnswer) => void;
}

/** What becomes of sessions whose room a file does not name: asked before anything is brought in. */
export function RoomChoice({ rooms, newRooms, withoutRoom, value, change }: RoomChoiceProps) {
  const { t, i18n } = useLingui();
  return (
    <Stack mt="md">
      {newRooms.length === 0 && value.makeRooms ? null : (
        <CheckField
          path="new_rooms"
          label={t`Make the rooms that are not here yet`}
          checked={value.makeRooms}
          onChange={(event) => change({ ...value, makeRooms: event.currentTarget.checked })}
        />
      )}
      {withoutRoom === 0 ? null : (
        <>
          <Notice>
            <Plural
              value={withoutRoom}
              one="# session has no room. What becomes of it?"
              other="# sessions have no room. What becomes of them?"
            />
          </Notice>
          <ChoiceField
            path="no_room"
            label={t`Sessions without a room`}
            value={value.without}
            data={[
              { value: '', label: t`Please choose` },
              { value: 'leave', label: t`Bring them in without a room` },
              ...rooms.map(({ id, name }) => {
                const room = said(i18n.locale, name);
                return { value: id, label: t`Put them into: ${room}` };
              }),
              { value: 'skip', label: t`Leave them out` },
            ]}
            onChange={(event) => change({ ...value, without: event.currentTarget.value })}
          />
          {value.without === '' ? (
            <p style={{ margin: 0 }}>
              <Trans>Nothing is brought in before you have chosen.</Trans>
            </p>
          ) : null}
        </>
      )}
    </Stack>
  );
}
