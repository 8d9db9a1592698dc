import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { Fragment, lazy, Suspense, useRef, useState } from 'react';
import {
  DEMAND_KINDS,
  type DemandKind,
  type DemandPicture,
  demandPicture,
  demandTrend,
  monthsOld,
  OLD_AFTER_MONTHS,
} from '#domain/work/demand.ts';
import { useAsk } from '../ask.ts';
import { Choice } from '../case/choice.tsx';
import { usePlaces } from '../case/use-places.ts';
import { Drawing } from '../evidence/drawing.tsx';
import { Answered } from '../ui/answered.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { formatDay, formatNumber, formatPartialDay, labelIn } from '../ui/format.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { DemandMap } from './demand-map.tsx';
import { DEMAND_KIND_WORDS } from './demand-words.ts';
import { WorkLinks } from './work-links.tsx';

// The library that draws is large and only this screen needs it.
const PlotTrend = lazy(async () => ({ default: (await import('./plot-trend.tsx')).PlotTrend }));

type Line = DemandPicture['occupations'][number];

/** What is looked for, by occupation and place, as others published it: with source, day and age of each figure. */
export function DemandScreen() {
  const { t, i18n } = useLingui();
  const [kind, setKind] = useState<DemandKind>('need');
  const [chosen, setChosen] = useState<Line>();
  const below = useRef<HTMLDivElement>(null);
  const asked = useAsk(['demand', kind], `/api/demand?kind=${kind}`, demandPicture);
  return (
    <Page
      title={t`Labour market`}
      intro={
        <Trans>
          Figures as others published them. What is looked for is one of the things to talk about;
          what a person wishes comes first.
        </Trans>
      }
    >
      <WorkLinks />
      <Section title={<Trans>Which figures</Trans>}>
        <Choice
          path="kind"
          legend={<Trans>What is counted</Trans>}
          quiet
          options={DEMAND_KINDS.map((one) => ({
            value: one,
            label: i18n._(DEMAND_KIND_WORDS[one]),
          }))}
          value={kind}
          onChange={(value) => {
            setKind(value);
            setChosen(undefined);
          }}
        />
      </Section>
      <Answered asked={asked}>
        {(picture) =>
          picture.count === 0 ? (
            <EmptyState
              icon={<IconChartBar size={44} aria-hidden />}
              title={<Trans>No figures have been brought in yet</Trans>}
            >
              <Trans>The coordinator brings them in from a file.</Trans>
            </EmptyState>
          ) : (
            <>
              <Picture
                picture={picture}
                choose={(line) => {
                  setChosen(line);
                  below.current?.scrollIntoView();
                }}
              />
              <div ref={below}>
                {[chosen ?? picture.occupations[0]].map((line) =>
                  line === undefined ? null : (
                    <Fragment key={line.occupation}>
                      <Trend line={line} kind={kind} />
                      <ByPlace line={line} />
                    </Fragment>
                  ),
                )}
              </div>
            </>
          )
        }
      </Answered>
    </Page>
  );
}

interface PictureProps {
  readonly picture: DemandPicture;
  readonly choose: (line: Line) => void;
}

/** One row an occupation: where most are looked for. Every place of it stands below, once it is chosen. */
function Picture({ picture: { occupations, count }, choose }: PictureProps) {
  const { t, i18n } = useLingui();
  const places = usePlaces();
  const shown = occupations.length;
  const highest = highestOf(occupations);
  return (
    <Section title={<Trans>By occupation</Trans>}>
      <DataTable
        caption={t`Each occupation, with the place where most are looked for; choose one to see all places`}
        columns={[
          {
            ...{ key: 'occupation', title: t`Occupation` },
            cell: (line) => (
              <Button
                variant="subtle"
                onClick={() => choose(line)}
                style={{ whiteSpace: 'normal', paddingInline: 0 }}
                h="auto"
                ta="start"
              >
                {labelIn(i18n.locale, line.titles) || line.occupation}
              </Button>
            ),
          },
          {
            ...{ key: 'place', title: t`Most of all in` },
            cell: ({ places: [most] }) =>
              labelIn(i18n.locale, places?.get(most?.place_id ?? '')?.name ?? {}),
          },
          {
            ...{ key: 'value', title: t`Looked for`, number: true },
            cell: ({ places: [most] }) => <Value value={most?.value ?? 0} highest={highest} />,
          },
          {
            ...{ key: 'places', title: t`Other places`, number: true },
            cell: ({ places: all }) => formatNumber(i18n.locale, all.length - 1),
          },
        ]}
        rows={occupations}
        rowKey={({ occupation }) => occupation}
      />
      {count > shown ? (
        <p className={parts.soft}>
          <Trans>
            {shown} of {count} occupations: those with the highest figures.
          </Trans>
        </p>
      ) : null}
    </Section>
  );
}

/** The strongest colour is the highest figure of what is seen. */
function highestOf(lines: readonly Line[]): number {
  return Math.max(1, ...lines.flatMap((one) => one.places.map(({ value }) => value)));
}

function Value({ value, highest }: { readonly value: number; readonly highest: number }) {
  const { i18n } = useLingui();
  return (
    <span
      style={{
        ...{ display: 'inline-block', paddingInline: '0.6rem', borderRadius: '6px' },
        background: `color-mix(in srgb, var(--brand) ${Math.round((value / highest) * 35)}%, transparent)`,
      }}
    >
      {formatNumber(i18n.locale, value)}
    </span>
  );
}

/** The newest figure of one occupation in each place. */
function ByPlace({ line }: { readonly line: Line }) {
  const { t, i18n } = useLingui();
  const places = usePlaces();
  const name = labelIn(i18n.locale, line.titles) || line.occupation;
  const highest = highestOf([line]);
  return (
    <Section title={t`By place: ${name}`}>
      <DataTable
        caption={t`The newest figure of each occupation and place`}
        columns={[
          {
            ...{ key: 'place', title: t`Where` },
            cell: ({ place_id }) => labelIn(i18n.locale, places?.get(place_id)?.name ?? {}),
          },
          {
            ...{ key: 'value', title: t`Looked for`, number: true },
            cell: ({ value }) => <Value value={value} highest={highest} />,
          },
          {
            ...{ key: 'period', title: t`Period` },
            cell: ({ period }) => <PeriodName period={period} />,
          },
          {
            ...{ key: 'source', title: t`Source` },
            cell: ({ source, as_of }) => <SourceLine source={source} as_of={as_of} />,
          },
        ]}
        rows={line.places}
        rowKey={({ place_id }) => place_id}
      />
    </Section>
  );
}

function PeriodName({ period }: { readonly period: string }) {
  const { i18n } = useLingui();
  return period.length === 4
    ? period
    : formatPartialDay(i18n.locale, { date: `${period}-01`, precision: 'month' });
}

/** Who published it, when, and how long ago that was. */
function SourceLine({ source, as_of }: { readonly source: string; readonly as_of: string }) {
  const { t, i18n } = useLingui();
  const months = monthsOld(as_of, new Date().toISOString().slice(0, 10));
  const age =
    months === 0 ? t`new` : t`${plural(months, { one: '# month old', other: '# months old' })}`;
  return (
    <>
      {source}, {formatDay(i18n.locale, as_of)}{' '}
      <span className={months >= OLD_AFTER_MONTHS ? parts.tag : parts.soft}>{age}</span>
    </>
  );
}

function Trend({ line, kind }: { readonly line: Line; readonly kind: DemandKind }) {
  const { t, i18n } = useLingui();
  const places = usePlaces();
  const [place, setPlace] = useState(line.places[0]?.place_id ?? '');
  const asked = useAsk(
    ['demand', 'trend', line.occupation, place],
    `/api/demand/${line.occupation}?place=${place}`,
    demandTrend,
  );
  const name = labelIn(i18n.locale, line.titles) || line.occupation;
  return (
    <Section title={t`Over time: ${name}`}>
      <Choice
        path="place"
        legend={<Trans>Where</Trans>}
        options={line.places.slice(0, 12).map(({ place_id }) => ({
          ...{ value: place_id, label: labelIn(i18n.locale, places?.get(place_id)?.name ?? {}) },
        }))}
        value={place}
        onChange={setPlace}
      />
      <DemandMap line={line} places={places} place={place} setPlace={setPlace} />
      <Answered asked={asked}>
        {({ figures }) => {
          const own = figures.filter((one) => one.kind === kind).toReversed();
          return (
            <>
              {own.length < 2 ? null : (
                <Suspense fallback={<Drawing />}>
                  <PlotTrend figures={own} />
                </Suspense>
              )}
              <DataTable
                caption={t`All figures, the newest first`}
                columns={[
                  {
                    ...{ key: 'period', title: t`Period` },
                    cell: (row) => <PeriodName period={row.period} />,
                  },
                  {
                    ...{ key: 'value', title: t`Looked for`, number: true },
                    cell: (row) => formatNumber(i18n.locale, row.value),
                  },
                  {
                    ...{ key: 'source', title: t`Source` },
                    cell: (row) => <SourceLine source={row.source} as_of={row.as_of} />,
                  },
                ]}
                rows={own.toReversed()}
                rowKey={(row) => `${row.period} ${row.source}`}
              />
            </>
          );
        }}
      </Answered>
    </Section>
  );
}
