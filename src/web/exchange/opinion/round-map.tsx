import { Trans, useLingui } from '@lingui/react/macro';
import { Badge } from '@mantine/core';
import type { OpinionMap } from '#domain/exchange/opinion/opinion-map.ts';
import {
  discs,
  HEIGHT,
  inTellingOrder,
  letterOf,
  WIDTH,
} from '#domain/exchange/opinion/picture.ts';
import type { PollFull } from '#domain/exchange/opinion/poll.ts';
import type { Leaning } from '#domain/exchange/opinion/shown-votes.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/problem-text.tsx';
import { InWords } from './in-words.tsx';
import own from './opinion.module.css';
import { useOpinionWords } from './opinion-words.ts';

type Row = OpinionMap['statements'][number];

interface RoundMapProps {
  readonly map: OpinionMap;
  readonly statements: PollFull['statements'];
}

/** What a round has shown: the table first, then the groups as a picture and in words. */
export function RoundMap({ map, statements }: RoundMapProps) {
  const { t } = useLingui();
  const words = useOpinionWords();
  if (map.voters === null) {
    return (
      <Notice>
        <Trans>Fewer than five people voted, so nothing is told.</Trans>
      </Notice>
    );
  }
  const parts = [
    ...map.groups.map((_, at) => ({ key: letterOf(at), title: t`Group ${letterOf(at)}` })),
    ...map.regions.map(({ region }) => ({ key: region, title: words.regions[region] })),
  ];
  const columns: Column<Row>[] = [
    {
      ...{ key: 'statement', title: t`Statement` },
      cell: (row) => <Marked row={row} statements={statements} />,
    },
    { key: 'all', title: t`All who voted`, cell: (row) => words.told(row.votes) },
    ...parts.map(({ key, title }, at) => ({
      ...{ key, title },
      cell: (row: Row) => <Leans leaning={[...row.groups, ...row.regions][at] ?? 'hidden'} />,
    })),
  ];
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
      <section className={own.scroll} aria-label={t`The table`} tabIndex={0}>
        <DataTable
          caption={t`People who voted: ${map.voters}. Nothing is told of fewer than five people; of groups and regions, where two thirds or more said the same.`}
          columns={columns}
          rows={inTellingOrder(map.statements)}
          rowKey={({ id }) => id}
        />
      </section>
      {map.groups.length < 2 ? (
        <Notice>
          <Trans>No groups: these people do not fall into camps, or too few of them voted.</Trans>
        </Notice>
      ) : (
        <Groups map={map} statements={statements} />
      )}
    </>
  );
}

function Marked({ row, statements }: { readonly row: Row } & Pick<RoundMapProps, 'statements'>) {
  return (
    <>
      <Statement id={row.id} among={statements} />{' '}
      {row.unites !== null ? (
        <Badge variant="light">
          <Trans>unites</Trans>
        </Badge>
      ) : row.divides ? (
        <Badge variant="light" color="clay">
          <Trans>divides</Trans>
        </Badge>
      ) : null}
    </>
  );
}

function Leans({ leaning }: { readonly leaning: Leaning }) {
  const { leanings } = useOpinionWords();
  const looks = { agree: own.agree, disagree: own.disagree, mixed: '', hidden: own.quiet };
  return <span className={looks[leaning]}>{leanings[leaning]}</span>;
}

function Statement({
  id,
  among,
}: {
  readonly id: string;
  readonly among: RoundMapProps['statements'];
}) {
  const found = among.find((one) => one.id === id);
  return found === undefined ? null : <InWords wording={found.wording} />;
}

function Groups({ map, statements }: RoundMapProps) {
  const { t } = useLingui();
  return (
    <div className={own.groups}>
      <figure style={{ margin: 0 }}>
        <svg
          className={own.picture}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={t`Groups of people who vote alike; the same stands beside it in words`}
        >
          <rect width={WIDTH} height={HEIGHT} rx="8" fill="#f3efe7" />
          {discs(map.groups).map(({ x, y, r }, at) => (
            <g key={letterOf(at)}>
              <circle cx={x} cy={y} r={r} fill="#17606b" />
              <text
                x={x}
                y={y}
                fill="#fff"
                fontWeight="700"
                textAnchor="middle"
                dominantBaseline="central"
              >
                {letterOf(at)}
              </text>
            </g>
          ))}
        </svg>
        <figcaption className={own.quiet}>
          <Trans>
            The nearer two groups stand, the more alike they vote. Single people are not drawn.
          </Trans>
        </figcaption>
      </figure>
      <div>
        {map.groups.map(({ size, typical }, at) => (
          <div key={letterOf(at)}>
            <h3>
              <Trans>Group {letterOf(at)}</Trans>
            </h3>
            {size === null ? null : (
              <p>
                <Trans>People in it: {size}</Trans>
              </p>
            )}
            {typical.length === 0 ? (
              <p>
                <Trans>Nothing that it says more clearly than the others.</Trans>
              </p>
            ) : (
              <ul>
                {typical.map(({ statement, side }) => (
                  <li key={statement}>
                    <Statement id={statement} among={statements} /> — <Leans leaning={side} />
                  </li>
                ))}
              </ul>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
