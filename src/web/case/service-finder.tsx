import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useId, useState } from 'react';
import { MapButton } from '../directory/map-button.tsx';
import { LANGUAGES } from '../directory/question.ts';
import { ReasonsLine } from '../directory/reasons-line.tsx';
import { CapacityLine } from '../directory/service-facts.tsx';
import { type Wishes, WishFields } from '../directory/wish-fields.tsx';
import { Drawing } from '../evidence/drawing.tsx';
import { labelIn } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import type { ServiceRow } from './rows.ts';
import { type Fitting, useFitting } from './use-fitting.ts';
import { useNames } from './use-names.ts';
import { usePlaces } from './use-places.ts';

// As in the directory: loaded when somebody wants it, and kept on the device with the other screens.
const ServiceMap = lazy(async () => ({
  default: (await import('../directory/service-map.tsx')).ServiceMap,
}));

/** So many are shown beside each other; every one stands in the plain list below. */
const SHOWN = 6;

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
  const { hits, total, further, alone } = useFitting(asked, services);
  const places = usePlaces();
  const [mapped, setMapped] = useState(false);
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
      <div>
        <MapButton mapped={mapped} setMapped={setMapped} />
      </div>
      {mapped ? (
        <Suspense fallback={<Drawing />}>
          <ServiceMap
            hits={hits}
            total={hits.length + further}
            places={[...(places?.values() ?? [])]}
            place={asked.place}
            goTo={(place) => setAsked({ ...asked, place })}
          />
        </Suspense>
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

interface HitsProps {
  readonly hits: readonly Fitting[];
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
