import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import { nameText } from '../case/person-name.ts';
import type { HouseholdRow, PersonRow } from '../case/rows.ts';
import { formatDay } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import {
  type CareTie,
  type FormerMember,
  type TreeLine,
  type TreeMember,
  treeOf,
} from './household.ts';
import own from './people.module.css';
import { LEAVING_WORDS, PARENT_STATE_WORDS, relationWord, wordOf } from './words.ts';

interface TreeProps {
  readonly household: HouseholdRow;
  readonly people: ReadonlyMap<string, PersonRow>;
  /** Whose file this is. */
  readonly self: string;
  readonly today: string;
  /** Who cares for whom now, by the care arrangement of the file. */
  readonly care?: readonly CareTie[];
}

/**
 * A household by generations. The lines are drawing only: each card says in words what the member is,
 * and the same stands in a plain list for whoever prefers one.
 */
export function HouseholdTree({ household, people, self, today, care }: TreeProps) {
  const { generations, lines, before } = treeOf(household, people, today, care);
  const [asList, setAsList] = useState(false);
  const members = generations.flat();
  const say = useMemberWords(members, lines);
  const guardians = lines.some((one) => one.kind === 'guardian');
  const carers = lines.some((one) => one.kind === 'care');
  return (
    <>
      {asList ? (
        <ul className={styles.list}>
          {members.map((one) => (
            <li key={one.key}>
              <div className={styles.strong}>{say.name(one)}</div>
              <div className={styles.soft}>{say.about(one).join(' · ')}</div>
            </li>
          ))}
        </ul>
      ) : (
        <figure className={own.tree}>
          <Lines lines={lines} members={members} />
          {generations.map((level) => (
            <ul key={level[0]?.key} className={own.generation}>
              {level.map((one) => (
                <li
                  key={one.key}
                  className={own.member}
                  data-key={one.key}
                  data-self={one.person_id === self}
                  data-outside={one.outside}
                >
                  <strong>{say.name(one)}</strong>
                  {say.about(one).map((line) => (
                    <div key={line}>{line}</div>
                  ))}
                </li>
              ))}
            </ul>
          ))}
          {lines.length === 0 ? null : (
            <figcaption className={own.legend}>
              <span>
                <Trans>parent and child</Trans>
              </span>
              {guardians ? (
                <span data-kind="guardian">
                  <Trans>guardian</Trans>
                </span>
              ) : null}
              {carers ? (
                <span data-kind="care">
                  <Trans>cares for the child</Trans>
                </span>
              ) : null}
            </figcaption>
          )}
        </figure>
      )}
      <Former members={before} />
      <div className={`${styles.buttons} no-print`}>
        <Button variant="subtle" aria-pressed={asList} onClick={() => setAsList(!asList)}>
          {asList ? <Trans>Show as a drawing</Trans> : <Trans>Show as a list</Trans>}
        </Button>
      </div>
    </>
  );
}

/** Apart and quieter: who lived here before. Where somebody lives now is never said. */
function Former({ members }: { readonly members: readonly FormerMember[] }) {
  const { t, i18n } = useLingui();
  if (members.length === 0) return null;
  return (
    <div className={own.former}>
      <h3>
        <Trans>Lived here before</Trans>
      </h3>
      <ul>
        {members.map((one) => {
          const day = formatDay(i18n.locale, one.until_day);
          const said = one.reason !== null && one.reason !== 'not_said';
          const parts = [
            i18n._(relationWord(one.relation, one.sex)),
            t`until ${day}`,
            ...(said ? [wordOf(i18n, LEAVING_WORDS, one.reason ?? '')] : []),
          ];
          return (
            <li key={one.key}>
              {nameText(one.name) || t`A family member`}, {parts.join(' · ')}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** What is said of a member, in the same words in the drawing and in the list. */
function useMemberWords(members: readonly TreeMember[], lines: readonly TreeLine[]) {
  const { t, i18n } = useLingui();
  const byKey = new Map(members.map((one) => [one.key, one]));
  const name = (one: TreeMember): string => {
    const text = nameText(one.name);
    if (text !== '') return text;
    return one.outside && one.person_id === null ? t`Name not known` : t`A family member`;
  };
  const about = (one: TreeMember): string[] => {
    const of = one.of === null ? undefined : byKey.get(one.of);
    const relation = i18n._(relationWord(one.relation, one.sex));
    const wards = lines.filter((line) => line.kind === 'guardian' && line.from === one.key);
    const names = wards.map((line) => byKey.get(line.to)).map((ward) => (ward ? name(ward) : ''));
    const cared = lines.filter((line) => line.kind === 'care' && line.from === one.key);
    const children = cared.map((line) => byKey.get(line.to)).map((two) => (two ? name(two) : ''));
    const year = one.birth_year;
    return [
      of === undefined ? relation : t`${relation} of ${name(of)}`,
      year === null ? '' : t`born ${String(year)}`,
      one.state === null || one.state === 'present'
        ? ''
        : wordOf(i18n, PARENT_STATE_WORDS, one.state),
      children.length === 0 ? '' : t`cares for ${children.join(', ')}`,
      names.length === 0 ? '' : t`guardian of ${names.join(', ')}`,
      wards.some((line) => line.contested) ? t`this guardianship is contested` : '',
    ].filter((line) => line !== '');
  };
  return { name, about };
}

interface Drawn extends TreeLine {
  readonly d: string;
}

/** Lines between the cards where they stand now, in either direction of writing. */
function Lines(props: {
  readonly lines: readonly TreeLine[];
  readonly members: readonly TreeMember[];
}) {
  const svg = useRef<SVGSVGElement>(null);
  const [drawn, setDrawn] = useState<readonly Drawn[]>([]);
  const key = JSON.stringify([props.lines, props.members.map((one) => one.key)]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when who is shown changes
  useLayoutEffect(() => {
    const figure = svg.current?.parentElement;
    if (!figure) return;
    const draw = () => setDrawn(props.lines.flatMap((line) => drawLine(figure, line) ?? []));
    const watch = new ResizeObserver(draw);
    watch.observe(figure);
    draw();
    return () => watch.disconnect();
  }, [key]);
  return (
    <svg ref={svg} aria-hidden>
      {drawn.map((line) => (
        <path key={`${line.kind} ${line.from} ${line.to}`} d={line.d} data-kind={line.kind} />
      ))}
    </svg>
  );
}

function drawLine(figure: HTMLElement, line: TreeLine): Drawn | undefined {
  const card = (key: string) =>
    [...figure.querySelectorAll('[data-key]')].find((one) => one.getAttribute('data-key') === key);
  const [from, to] = [
    card(line.from)?.getBoundingClientRect(),
    card(line.to)?.getBoundingClientRect(),
  ];
  if (from === undefined || to === undefined) return undefined;
  const origin = figure.getBoundingClientRect();
  // Guardians' lines run a little beside those of parents, so that both can be seen.
  const aside = line.kind === 'parent' ? 0 : line.kind === 'guardian' ? 14 : -14;
  const x1 = from.x + from.width / 2 - origin.x + aside;
  const x2 = to.x + to.width / 2 - origin.x + aside;
  const down = to.top >= from.bottom;
  const y1 = (down ? from.bottom : from.top) - origin.y;
  const y2 = (down ? to.top : to.bottom) - origin.y;
  const middle = y2 + (down ? -16 : 16) - Math.abs(aside) / 2;
  return { ...line, d: `M ${x1} ${y1} V ${middle} H ${x2} V ${y2}` };
}
