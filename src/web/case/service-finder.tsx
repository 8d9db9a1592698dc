import { Trans, useLingui } from '@lingui/react/macro';
import { useDeferredValue, useId, useState } from 'react';
import { carriedEntry, carriedQuestion } from '#domain/directory/device-entry.ts';
import { type Entry, found, type Reason } from '#domain/directory/directory.ts';
import { order, reasonsFor } from '#domain/directory/reasons.ts';
import { useAsk } from '../ask.ts';
import { useRows } from '../device/use-rows.ts';
import { LANGUAGES, questionAddress } from '../directory/question.ts';
import { ReasonsLine } from '../directory/reasons-line.tsx';
import { CapacityLine } from '../directory/service-facts.tsx';
import { type Wishes, WishFields } from '../directory/wish-fields.tsx';
import { labelIn } from '../ui/format.ts';
import { useLine } from '../ui/sync-pill.tsx';
import styles from './case.module.css';
import type { CaseFile } from './case-file.ts';
import { organisationRow, type ServiceRow } from './rows.ts';
import { useNames } from './use-names.ts';
import { usePlaces } from './use-places.ts';

/** So many are shown beside each other; every one stands in the plain list below. */
const SHOWN = 6;

type Hit = Entry & { readonly reasons: readonly Reason[] };

interface ServiceFinderProps {
  readonly file: CaseFile;
  readonly services: readonly ServiceRow[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/**
 * Looks for a service by what this file says: its open needs, the place, the language. It shows why each is listed,
 * chooses none, and takes none out of the plain list. Without a line it looks through what the device holds.
 */
export function ServiceFinder({ file, services, value, onChange }: ServiceFinderProps) {
  const [asked, setAsked] = useState(() => wishesOf(file));
  const { hits, total, alone } = useHits(asked, services);
  const places = usePlaces();
  return (
    <fieldset className={styles.choice}>
      <legend>
        <Trans>Look for a service</Trans>
      </legend>
      <div className={styles.soft}>
        <Trans>Filled in from this file. The question holds nothing else about the person.</Trans>
      </div>
      <WishFields
        areas={file.model.need_domains}
        places={[...(places?.values() ?? [])]}
        asked={asked}
        change={(patch) => setAsked({ ...asked, ...patch })}
      />
      {alone ? (
        <p className={styles.look}>
          <Trans>
            No connection: only area, place and language are looked at, in what this device holds.
          </Trans>
        </p>
      ) : null}
      <Hits hits={hits.slice(0, SHOWN)} value={value} onChange={onChange} />
      <p className={styles.soft} role="status">
        {total === 0 ? (
          <Trans>Nothing fits all of this. Every service stands in the list below.</Trans>
        ) : (
          <Trans>
            Services that fit: {total}. The first are shown; every service stands in the list below.
          </Trans>
        )}
      </p>
    </fieldset>
  );
}

/** What the file says by itself: the most pressing open need, its place, the language of who needs an interpreter. */
function wishesOf({ state, person }: CaseFile): Wishes {
  const open = Object.values(state.need.needs).filter((one) => one.resolved_at === null);
  const first = open.find((one) => one.urgent) ?? open[0];
  const language = person?.interpreter_needed === true ? person.languages[0] : undefined;
  return {
    ...{ need: first?.domain ?? '', place: state.opening.place_id ?? '' },
    ...{ language: LANGUAGES.find((one) => one === base(language)) ?? '' },
    ...{ staff: '', childcare: false },
  };
}

/** From the server; until it answers, and without a line, from the device. Only what can be chosen here. */
function useHits(asked: Wishes, services: readonly ServiceRow[]) {
  const search = useDeferredValue(questionAddress({ ...asked }));
  const answer = useAsk(['directory', 'find', search], `/api/directory${search}`, found);
  const organisations = useRows('organisation', organisationRow);
  const places = usePlaces();
  const onLine = useLine();
  if (answer.value !== undefined) {
    const chosen = new Set(services.map(({ id }) => id));
    const hits = answer.value.services.filter(({ id }) => chosen.has(id));
    return { hits, total: answer.value.total, alone: false };
  }
  const said = Object.entries(asked).filter(([, wish]) => wish !== '' && wish !== false);
  const question = carriedQuestion(Object.fromEntries(said));
  const parents = new Map([...(places ?? [])].map(([id, { parent_id }]) => [id, parent_id]));
  const hits = services.flatMap((one): Hit[] => {
    const entry = carriedEntry(one, organisations?.get(one.organisation_id)?.name ?? {});
    const reasons = reasonsFor(entry, question, parents);
    return reasons === null ? [] : [{ ...entry, reasons }];
  });
  const alone = !onLine || answer.problem !== undefined;
  return { hits: hits.toSorted(order), total: hits.length, alone };
}

interface HitsProps {
  readonly hits: readonly Hit[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function Hits({ hits, value, onChange }: HitsProps) {
  const { i18n } = useLingui();
  const group = useId();
  const names = useNames();
  return (
    <div className={styles.many}>
      {hits.map((one) => (
        <label key={one.id}>
          <input
            type="radio"
            name={group}
            checked={value === one.id}
            onChange={() => onChange(one.id)}
          />
          <span>
            <span className={styles.strong}>{labelIn(i18n.locale, one.name)}</span>
            {` · ${[labelIn(i18n.locale, one.organisation), names.place(one.place_id)].filter(Boolean).join(' · ')}`}
            <CapacityLine service={one} />
            <ReasonsLine reasons={one.reasons} />
          </span>
        </label>
      ))}
    </div>
  );
}

function base(tag: string | undefined): string | undefined {
  return tag?.split('-')[0];
}

/** That whoever goes there will need an interpreter, as far as it is written down. */
export function InterpreterNote(props: { readonly file: CaseFile; readonly service: ServiceRow }) {
  const { person } = props.file;
  if (person?.interpreter_needed !== true || props.service.languages.length === 0) return null;
  const spoken = new Set(props.service.languages.map(base));
  if (person.languages.some((one) => spoken.has(base(one)))) return null;
  return (
    <div className={styles.look}>
      <Trans>
        No language of the person is written down for this service: an interpreter goes along.
      </Trans>
    </div>
  );
}
