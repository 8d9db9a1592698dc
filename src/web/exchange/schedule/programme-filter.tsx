import { useLingui } from '@lingui/react/macro';
import type { ProgrammeView } from '#domain/exchange/schedule/programme-view.ts';
import { ChoiceField } from '../../ui/field.tsx';
import { languageName } from '../../ui/format.ts';
import parts from '../../ui/parts.module.css';
import { said } from './use-schedule.ts';

type Released = NonNullable<ProgrammeView['programme']>;

/** What a reader looks for; '' is everything. */
export interface Wanted {
  readonly language: string;
  readonly track: string;
}

/** The sessions that a reader looks for, in their order. */
export function wantedSessions({ sessions }: Released, { language, track }: Wanted) {
  return sessions.filter(
    ({ languages, trackId }) =>
      (language === '' || languages.includes(language)) && (track === '' || trackId === track),
  );
}

/** Languages and tracks to choose from, each where there is more than one. */
export function ProgrammeFilter(props: {
  readonly programme: Released;
  readonly wanted: Wanted;
  readonly change: (wanted: Wanted) => void;
}) {
  const { programme, wanted, change } = props;
  const { t, i18n } = useLingui();
  const languages = [...new Set(programme.sessions.flatMap((one) => one.languages))].sort();
  const used = new Set(programme.sessions.map(({ trackId }) => trackId));
  const tracks = programme.tracks.filter(({ id }) => used.has(id));
  const all = { value: '', label: t`All` };
  return (
    <div className={parts.pair} style={{ marginBlockEnd: '1rem' }}>
      {languages.length < 2 ? null : (
        <ChoiceField
          path="language"
          label={t`Language`}
          value={wanted.language}
          data={[
            all,
            ...languages.map((value) => ({ value, label: languageName(i18n.locale, value) })),
          ]}
          onChange={(event) => change({ ...wanted, language: event.currentTarget.value })}
        />
      )}
      {tracks.length < 2 ? null : (
        <ChoiceField
          path="track"
          label={t`Track`}
          value={wanted.track}
          data={[
            all,
            ...tracks.map(({ id, name }) => ({ value: id, label: said(i18n.locale, name) })),
          ]}
          onChange={(event) => change({ ...wanted, track: event.currentTarget.value })}
        />
      )}
    </div>
  );
}
