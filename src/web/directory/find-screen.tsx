import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { IconFileUpload, IconListSearch, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useDeferredValue, useState } from 'react';
import type { z } from 'zod';
import { found, type Needs, needs } from '#domain/directory/directory.ts';
import { useMe } from '../account/use-session.ts';
import { useAsk } from '../ask.ts';
import { Tick } from '../case/choice.tsx';
import { useLabel } from '../case/labels.ts';
import { Drawing } from '../evidence/drawing.tsx';
import { Answered } from '../ui/answered.tsx';
import { labelIn } from '../ui/format.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { DirectoryFile } from './directory-file.tsx';
import { MapButton } from './map-button.tsx';
import { questionAddress } from './question.ts';
import { ReasonsLine } from './reasons-line.tsx';
import { CapacityLine, useFacts } from './service-facts.tsx';
import { type PlaceRow, usePlaces } from './use-directory.ts';
import { WishFields } from './wish-fields.tsx';

// Outlines are large, and only whoever wants a map needs them.
const ServiceMap = lazy(async () => ({
  default: (await import('./service-map.tsx')).ServiceMap,
}));

type Line = z.infer<typeof found>['services'][number];

const NOTHING = {
  ...{ text: '', need: '', place: '', language: '', staff: '' },
  ...{ childcare: false, open: false, free: false },
};
type Asked = typeof NOTHING;

/** Looks for a service: by what is needed, where, and what makes it possible to go there. */
export function FindScreen() {
  const { t } = useLingui();
  const me = useMe();
  const known = useAsk(['directory', 'needs'], '/api/directory/needs', needs);
  const places = usePlaces();
  const [asked, setAsked] = useState(NOTHING);
  const change = (patch: Partial<Asked>) => setAsked({ ...asked, ...patch });
  return (
    <Page
      title={t`Find a service`}
      intro={<Trans>Nothing about a person is asked here or kept.</Trans>}
      actions={
        me.role === 'coordinator' ? (
          <>
            <DirectoryFile />
            <Button
              component={Link}
              to="/directory/import"
              variant="default"
              leftSection={<IconFileUpload size={20} aria-hidden />}
            >
              <Trans>Bring in a directory</Trans>
            </Button>
          </>
        ) : undefined
      }
    >
      <Answered asked={known}>
        {({ needs: areas }) => (
          <>
            <Section title={<Trans>What is looked for</Trans>}>
              <Question
                needs={areas}
                places={places.value ?? []}
                asked={asked}
                change={change}
                reset={() => setAsked(NOTHING)}
              />
            </Section>
            <Hits
              asked={asked}
              needs={areas}
              places={places.value ?? []}
              goTo={(place) => change({ place })}
            />
          </>
        )}
      </Answered>
    </Page>
  );
}

interface QuestionProps {
  readonly needs: Needs;
  readonly places: readonly PlaceRow[];
  readonly asked: Asked;
  readonly change: (patch: Partial<Asked>) => void;
  readonly reset: () => void;
}

function Question({ needs: areas, places, asked, change, reset }: QuestionProps) {
  const { t } = useLingui();
  return (
    <div className={parts.stack}>
      <WishFields
        {...{ areas, places, asked, change }}
        field={
          <TextInput
            type="search"
            label={t`A word of its name`}
            leftSection={<IconSearch size={20} aria-hidden />}
            autoComplete="off"
            maxLength={100}
            value={asked.text}
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
        }
        ticks={
          <>
            <Tick checked={asked.open} onChange={(open) => change({ open })}>
              <Trans>Open now</Trans>
            </Tick>
            <Tick checked={asked.free} onChange={(free) => change({ free })}>
              <Trans>Has free places</Trans>
            </Tick>
          </>
        }
      />
      <div className={parts.buttons}>
        <Button variant="subtle" onClick={reset}>
          <Trans>Clear all</Trans>
        </Button>
      </div>
    </div>
  );
}

interface HitsProps {
  readonly asked: Asked;
  readonly needs: Needs;
  readonly places: readonly PlaceRow[];
  readonly goTo: (place: string) => void;
}

function Hits({ asked, needs: areas, places, goTo }: HitsProps) {
  const { t } = useLingui();
  const [mapped, setMapped] = useState(false);
  const search = useDeferredValue(questionAddress(asked));
  const answer = useAsk(['directory', 'find', search], `/api/directory${search}`, found);
  return (
    <Answered asked={answer}>
      {({ services, total }) => (
        <Section
          title={t`Services found: ${total}`}
          actions={<MapButton mapped={mapped} setMapped={setMapped} />}
        >
          {mapped ? (
            <Suspense fallback={<Drawing />}>
              <ServiceMap
                hits={services}
                total={total}
                places={places}
                place={asked.place}
                goTo={goTo}
              />
            </Suspense>
          ) : null}
          {total === 0 ? (
            <EmptyState
              icon={<IconListSearch size={44} aria-hidden />}
              title={<Trans>Nothing fits all of this</Trans>}
            >
              <Trans>
                Leave one wish out and look again. What is not written down is not assumed.
              </Trans>
            </EmptyState>
          ) : null}
          <ul className={parts.list}>
            {services.map((one) => (
              <Hit key={one.id} one={one} needs={areas} places={places} />
            ))}
          </ul>
          {total > services.length ? (
            <p className={parts.soft}>
              <Trans>The nearest {services.length} are shown. Say more to see fewer.</Trans>
            </p>
          ) : null}
        </Section>
      )}
    </Answered>
  );
}

interface HitProps extends Omit<HitsProps, 'asked' | 'goTo'> {
  readonly one: Line;
}

function Hit({ one, needs: areas, places }: HitProps) {
  const { i18n } = useLingui();
  const label = useLabel();
  const facts = useFacts();
  const place = places.find((row) => row.id === one.place_id);
  const where = place === undefined ? '' : ` · ${labelIn(i18n.locale, place.name)}`;
  return (
    <li>
      <Link to="/directory/$id" params={{ id: one.id }} className={parts.strong}>
        {labelIn(i18n.locale, one.name)}
      </Link>
      <div>
        {labelIn(i18n.locale, one.organisation)}
        {where}
      </div>
      <div className={parts.soft}>
        {[label(areas, one.need_domain), facts(one)].filter(Boolean).join(' · ')}
      </div>
      <CapacityLine service={one} />
      <ReasonsLine reasons={one.reasons} />
    </li>
  );
}
