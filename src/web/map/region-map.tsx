import { useLingui } from '@lingui/react';
import { Trans, useLingui as useWords } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, useMemo } from 'react';
import {
  type Box,
  drawRegions,
  type Point,
  roundScale,
  type Shape,
} from '#domain/place/outline.ts';
import type { Labels } from '#domain/text.ts';
import { formatNumber, labelIn } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import styles from './map.module.css';
import { OUTLINES } from './outlines.ts';

export interface MapPlace {
  readonly id: string;
  readonly parent_id: string | null;
  readonly level: string;
  readonly name: Labels;
}
/** Something with an open address, drawn when one looks closer. */
export interface MapDot {
  readonly id: string;
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
}

interface RegionMapProps {
  readonly title: string;
  readonly places: readonly MapPlace[];
  /** A number for each region; a region without one is drawn empty. */
  readonly values: ReadonlyMap<string, number>;
  /** The number of a region in words, for whoever does not see the drawing. */
  readonly said: (value: number) => string;
  /** Without dots there is nothing to look closer at: the whole country stays in view. */
  readonly dots?: readonly MapDot[];
  readonly chosen: string | null;
  readonly choose: (region: string | null) => void;
}

/**
 * Regions with a number each, by outlines that are bundled. The same regions stand below as a list of buttons: it says
 * and does all that the drawing does. Nothing finer than a region is drawn but addresses that everybody may read.
 */
export function RegionMap({ title, places, values, said, dots, chosen, choose }: RegionMapProps) {
  const { i18n } = useLingui();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const drawn = useMemo(() => drawRegions(places, OUTLINES), [places]);
  if (drawn === null) {
    return (
      <p className={parts.soft}>
        <Trans>There is no outline of this country here. The list below holds everything.</Trans>
      </p>
    );
  }
  const names = new Map(places.map((one) => [one.id, labelIn(i18n.locale, one.name)]));
  const nameOf = (id: string) => names.get(id) ?? '';
  const close =
    dots === undefined ? undefined : drawn.shapes.find((one) => one.place_id === chosen);
  const view = around(close?.box ?? drawn.box);
  const unit = view.width / Math.max(width, 280);
  const highest = Math.max(1, ...values.values());
  const kilometres = roundScale((view.width * 0.25) / drawn.kilometre);
  const pick = (id: string) => choose(id === chosen ? null : id);
  const inView = (point: Point) =>
    point.x > view.x &&
    point.x < view.x + view.width &&
    point.y > view.y &&
    point.y < view.y + view.height;
  const seen =
    close === undefined
      ? []
      : (dots ?? [])
          .map((dot) => ({ dot, point: drawn.at(dot.longitude, dot.latitude) }))
          .filter(({ point }) => inView(point));
  return (
    <div ref={ref}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset */}
      <svg
        className={styles.map}
        role="group"
        aria-label={title}
        viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
      >
        {drawn.shapes.map((shape) => (
          <Region
            key={shape.place_id}
            shape={shape}
            name={`${nameOf(shape.place_id)}: ${said(values.get(shape.place_id) ?? 0)}`}
            strength={(values.get(shape.place_id) ?? 0) / highest}
            pressed={shape.place_id === chosen}
            pick={() => pick(shape.place_id)}
          />
        ))}
        <g aria-hidden className={styles.words}>
          {close === undefined
            ? apart(drawn.shapes, values, unit).map(({ place_id, middle }) => (
                <text key={place_id} x={middle.x} y={middle.y + 5 * unit} fontSize={14 * unit}>
                  {formatNumber(i18n.locale, values.get(place_id) ?? 0)}
                </text>
              ))
            : spread(seen, view, unit).map(({ dot, point, label }) => (
                <g key={dot.id}>
                  <path
                    className={styles.leader}
                    d={`M${point.x} ${point.y}L${label.x} ${label.y - 4 * unit}`}
                  />
                  <circle className={styles.dot} cx={point.x} cy={point.y} r={5 * unit} />
                  <text
                    className={styles.dotName}
                    x={label.x}
                    y={label.y}
                    fontSize={12 * unit}
                    style={{ textAnchor: label.x < point.x ? 'end' : 'start' }}
                  >
                    {short(dot.name)}
                  </text>
                </g>
              ))}
          <g transform={`translate(${view.x + 12 * unit} ${view.y + view.height - 12 * unit})`}>
            <path
              className={styles.scale}
              d={`M0 ${-5 * unit}V0H${kilometres * drawn.kilometre}V${-5 * unit}`}
            />
            <text className={styles.dotName} x={4 * unit} y={-6 * unit} fontSize={12 * unit}>
              <Trans>{formatNumber(i18n.locale, kilometres)} km</Trans>
            </text>
          </g>
        </g>
      </svg>
      <RegionList {...{ shapes: drawn.shapes, values, said, nameOf, chosen, pick }} />
    </div>
  );
}

interface RegionProps {
  readonly shape: Shape;
  readonly name: string;
  readonly strength: number;
  readonly pressed: boolean;
  readonly pick: () => void;
}

function Region({ shape, name, strength, pressed, pick }: RegionProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    pick();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a drawing
    <path
      className={styles.region}
      role="button"
      tabIndex={0}
      aria-label={name}
      aria-pressed={pressed}
      d={shape.path}
      style={{
        fill: `color-mix(in srgb, var(--brand) ${strength === 0 ? 0 : Math.round(12 + strength * 48)}%, var(--paper, #fff))`,
      }}
      onClick={pick}
      onKeyDown={onKeyDown}
    >
      <title>{name}</title>
    </path>
  );
}

interface RegionListProps {
  readonly shapes: readonly Shape[];
  readonly values: ReadonlyMap<string, number>;
  readonly said: (value: number) => string;
  readonly nameOf: (id: string) => string;
  readonly chosen: string | null;
  readonly pick: (id: string) => void;
}

function RegionList({ shapes, values, said, nameOf, chosen, pick }: RegionListProps) {
  const { i18n } = useLingui();
  const { t } = useWords();
  const sorted = shapes
    .filter(({ place_id }) => (values.get(place_id) ?? 0) > 0 || place_id === chosen)
    .toSorted(
      (a, b) =>
        (values.get(b.place_id) ?? 0) - (values.get(a.place_id) ?? 0) ||
        nameOf(a.place_id).localeCompare(nameOf(b.place_id), i18n.locale),
    );
  return (
    <ul className={styles.list} aria-label={t`Regions as a list`}>
      {sorted.map(({ place_id }) => (
        <li key={place_id}>
          <Button
            size="compact-md"
            variant={place_id === chosen ? 'filled' : 'default'}
            aria-pressed={place_id === chosen}
            onClick={() => pick(place_id)}
          >
            {nameOf(place_id)}: {said(values.get(place_id) ?? 0)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Numbers that do not write over each other, the highest first; a city beside its region on a small screen has one of two. */
function apart(shapes: readonly Shape[], values: ReadonlyMap<string, number>, unit: number) {
  const value = (shape: Shape) => values.get(shape.place_id) ?? 0;
  const shown: Shape[] = [];
  for (const shape of shapes.toSorted((a, b) => value(b) - value(a))) {
    const hidden = shown.some(
      ({ middle }) =>
        Math.abs(middle.x - shape.middle.x) < 26 * unit &&
        Math.abs(middle.y - shape.middle.y) < 16 * unit,
    );
    if (value(shape) > 0 && !hidden) shown.push(shape);
  }
  return shown;
}

/** A little room around what is looked at. */
function around({ x, y, width, height }: Box): Box {
  const room = Math.max(width, height) * 0.06;
  return { x: x - room, y: y - room, width: width + 2 * room, height: height + 2 * room };
}

const LONGEST = 24;
function short(name: string): string {
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
}

interface Seen {
  readonly dot: MapDot;
  readonly point: Point;
}

/** Names beside their dots; where several stand close together, in one column beside all of them, a line to each. */
function spread(seen: readonly Seen[], view: Box, unit: number) {
  const line = 13 * unit;
  const groups: Seen[][] = [];
  for (const one of seen.toSorted((a, b) => a.point.y - b.point.y)) {
    const isNear = ({ point }: Seen) =>
      Math.abs(point.y - one.point.y) < 80 * unit && Math.abs(point.x - one.point.x) < 170 * unit;
    const near = groups.find((group) => group.some(isNear));
    if (near === undefined) groups.push([one]);
    else near.push(one);
  }
  return groups.flatMap((group) => {
    const [left, right] = [Math.min, Math.max].map((most) => most(...group.map((g) => g.point.x)));
    // Near the end of the drawing names stand before their dots.
    const before = (right ?? 0) > view.x + view.width * 0.6;
    const x = before ? (left ?? 0) - 14 * unit : (right ?? 0) + 14 * unit;
    const height = (group.length - 1) * line;
    const middle = group.reduce((sum, { point }) => sum + point.y, 0) / group.length;
    const lowest = view.y + view.height - height - 3 * line;
    const top = Math.max(view.y + 1.5 * line, Math.min(middle - height / 2, lowest));
    return group.map((one, at) => ({ ...one, label: { x, y: top + at * line + 4 * unit } }));
  });
}
