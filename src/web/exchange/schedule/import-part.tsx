import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import type { ScheduleDraft } from '#domain/exchange/schedule/draft.ts';
import { foundInFile } from '#domain/exchange/schedule/found-in-file.ts';
import { REMARKS } from '#domain/exchange/schedule/read-schedule.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../../http.ts';
import { ChoiceField } from '../../ui/field.tsx';
import { FilePick } from '../../ui/file-pick.tsx';
import { languageName } from '../../ui/format.ts';
import { Notice, ProblemText } from '../../ui/problem-text.tsx';
import { FoundInFile } from './found-in-file.tsx';
import { Remarks } from './import-remarks.tsx';
import { type RoomAnswer, RoomChoice } from './room-choice.tsx';
import styles from './schedule.module.css';

const report = z.object({
  ...{
    done: z.boolean(),
    title: z.string(),
    rooms: z.array(z.string()),
    tracks: z.array(z.string()),
  },
  without_room: z.number(),
  ...{ sessions: z.number(), placed: z.number(), known: z.number(), remarks_in_all: z.number() },
  remarks: z.array(
    z.object({
      ...{
        remark: z.enum(REMARKS),
        row: z.number(),
        line: z.number().nullable(),
        title: z.string(),
      },
    }),
  ),
  ...{ found: z.array(foundInFile), found_in_all: z.number() },
});
type Report = z.infer<typeof report>;
const UNSAID: RoomAnswer = { without: '', makeRooms: true };

/** Brings in a schedule of another system: first a look at what would come, then the same for good. */
export function ImportPart({ draft }: { readonly draft: ScheduleDraft }) {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const [lang, setLang] = useState(draft.edition.languages[0] ?? 'en');
  const [file, setFile] = useState<File>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [told, setTold] = useState<Report>();
  const [rooms, setRooms] = useState<RoomAnswer>(UNSAID);

  async function send(
    chosen: File | null | undefined,
    dry: 'yes' | 'no',
    { without, makeRooms }: RoomAnswer = rooms,
  ) {
    if (!chosen) return;
    setFile(chosen);
    if (chosen !== file) setTold(undefined);
    if (chosen.size > 3_000_000) return setProblem({ code: 'too_large' });
    setBusy(true);
    const body = new FormData();
    body.append('file', chosen);
    const query = new URLSearchParams({
      ...{ dry, lang, new_rooms: makeRooms ? 'make' : 'leave' },
      ...(without === '' ? {} : { no_room: without }),
    });
    const path = `/api/exchange/editions/${draft.edition.slug}/schedule/import?${query}`;
    const reply = await call(path, report, { method: 'POST', body, patience: 60_000 });
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
    if (!reply.ok) return;
    setTold(reply.value);
    if (reply.value.done) await queries.invalidateQueries({ queryKey: ['exchange', 'schedule'] });
  }

  return (
    <>
      <p style={{ marginBlockStart: 0 }}>
        <Trans>
          schedule.xml (frab, pretalx) or schedule.json. First it is only looked at; nothing that is
          here already is changed.
        </Trans>
      </p>
      <div className={styles.row}>
        <ChoiceField
          path="lang"
          label={t`Language of its texts`}
          description={t`Where a session does not say its own.`}
          value={lang}
          data={draft.edition.languages.map((tag) => ({
            value: tag,
            label: languageName(i18n.locale, tag),
          }))}
          onChange={(event) => setLang(event.currentTarget.value)}
        />
        <FilePick
          accept=".xml,.json"
          busy={busy}
          onPick={(chosen) => {
            setRooms(UNSAID);
            void send(chosen, 'yes', UNSAID);
          }}
        >
          <Trans>Look at a file</Trans>
        </FilePick>
      </div>
      <ProblemText problem={problem} />
      {told === undefined ? null : (
        <div role="status" style={{ marginBlockStart: '1rem' }}>
          <Told told={told} />
          {told.done ? null : (
            <RoomChoice
              rooms={draft.rooms}
              newRooms={told.rooms}
              withoutRoom={told.without_room}
              value={rooms}
              change={(next) => {
                setRooms(next);
                void send(file, 'yes', next);
              }}
            />
          )}
          {told.done || told.sessions === 0 ? null : (
            <Button
              mt="md"
              loading={busy}
              disabled={told.without_room > 0 && rooms.without === ''}
              onClick={() => void send(file, 'no')}
            >
              <Trans>Bring it in as a draft</Trans>
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function Told({ told }: { readonly told: Report }) {
  const { sessions, placed, known, remarks, remarks_in_all } = told;
  return (
    <>
      <Notice>
        {told.done ? (
          <Trans>Brought in as a draft.</Trans>
        ) : (
          <Trans>Looked at only; nothing was brought in.</Trans>
        )}{' '}
        <Plural value={sessions} one="# new session" other="# new sessions" />,{' '}
        <Plural value={placed} one="# with its time" other="# with their time" />,{' '}
        <Plural value={known} one="# is here already" other="# are here already" />.{' '}
        {told.rooms.length === 0 ? null : <Trans>New rooms: {told.rooms.join(', ')}.</Trans>}{' '}
        {told.tracks.length === 0 ? null : <Trans>New tracks: {told.tracks.join(', ')}.</Trans>}
      </Notice>
      {remarks.length === 0 ? null : (
        <>
          <h3>
            <Trans>What is missing</Trans>
          </h3>
          <Remarks remarks={remarks} />
          {remarks_in_all > remarks.length ? (
            <p>
              <Trans>There are {remarks_in_all} remarks in all.</Trans>
            </p>
          ) : null}
        </>
      )}
      <FoundInFile found={told.found} inAll={told.found_in_all} />
    </>
  );
}
