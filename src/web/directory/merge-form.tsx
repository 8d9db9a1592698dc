import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconArrowsExchange, IconArrowsJoin } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { type MergeKind, type Side, type SideBySide, sideBySide } from '#domain/directory/merge.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../ask.ts';
import { Choice, Tick } from '../case/choice.tsx';
import { useModel } from '../evidence/use-numbers.ts';
import { call } from '../http.ts';
import { Answered } from '../ui/answered.tsx';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { Side as Card, Moves } from './alike-parts.tsx';
import styles from './directory.module.css';
import { FieldValue } from './field-value.tsx';
import { fieldWord } from './merge-words.ts';
import type { PlaceRow } from './use-directory.ts';

interface MergeFormProps {
  readonly kind: MergeKind;
  readonly kept: string;
  readonly merged: string;
  readonly places: readonly PlaceRow[];
  readonly swap: () => void;
  readonly close: () => void;
}

/** Two entries side by side: which one stays, and whose word holds for each field. */
export function MergeForm(props: MergeFormProps) {
  const { kind, kept, merged } = props;
  const model = useModel();
  const asked = useAsk(
    ['directory', 'side by side', kept, merged],
    `/api/directory/side-by-side?kind=${kind}&kept_id=${kept}&merged_id=${merged}`,
    sideBySide,
  );
  return (
    <Answered asked={model}>
      {(known) => (
        <Answered asked={asked}>
          {(sides) => <Sides {...props} model={known} sides={sides} />}
        </Answered>
      )}
    </Answered>
  );
}

interface SidesProps extends MergeFormProps {
  readonly model: ProgrammeModel;
  readonly sides: SideBySide;
}

function Sides({ kind, kept, merged, places, swap, close, model, sides }: SidesProps) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const [id] = useState(() => uuid());
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>(() =>
    Object.fromEntries(sides.fields.map(({ field, first }) => [field, first])),
  );
  const [withPlaces, setWithPlaces] = useState(true);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const { kept_version, merged_version, kept_capacity, merged_capacity } = sides;
  const reload = () => queries.invalidateQueries({ queryKey: ['directory'] });
  async function send() {
    setBusy(true);
    const reply = await call('/api/directory/merges', z.object({ id: z.string() }), {
      method: 'POST',
      body: {
        ...{ id, kind, kept_id: kept, merged_id: merged, chosen, with_places: withPlaces },
        ...{ kept_version, merged_version, kept_capacity, merged_capacity },
      },
    });
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
    if (!reply.ok) return;
    await reload();
    close();
  }
  return (
    <>
      <Section title={<Trans>Which one stays</Trans>}>
        <div className={styles.pair}>
          <div>
            <h3 className={styles.heading}>
              <Trans>This one stays</Trans>
            </h3>
            <Card side={sides.one} places={places} />
          </div>
          <div>
            <h3 className={styles.heading}>
              <Trans>This one goes into it</Trans>
            </h3>
            <Card side={sides.other} places={places} />
          </div>
        </div>
        <Button
          mt="sm"
          variant="default"
          leftSection={<IconArrowsExchange size={20} aria-hidden />}
          onClick={swap}
        >
          <Trans>The other way round</Trans>
        </Button>
      </Section>
      <Section title={<Trans>Whose word holds</Trans>}>
        {sides.fields.length === 0 ? (
          <p>
            <Trans>Both say the same in every field.</Trans>
          </p>
        ) : null}
        <div className={parts.stack}>
          {sides.fields.map((one) => (
            <Choice
              key={one.field}
              path={`chosen.${one.field}`}
              legend={fieldWord(i18n, one.field)}
              value={chosen[one.field] ?? ''}
              onChange={(side) => setChosen({ ...chosen, [one.field]: side })}
              options={[
                {
                  value: 'kept',
                  label: <FieldValue {...{ field: one.field, value: one.kept, model, places }} />,
                },
                {
                  value: 'other',
                  label: <FieldValue {...{ field: one.field, value: one.other, model, places }} />,
                },
                ...(one.both
                  ? [{ value: 'both' as const, label: <Trans>Both together</Trans> }]
                  : []),
              ]}
            />
          ))}
        </div>
      </Section>
      <Section title={<Trans>What comes along</Trans>}>
        <Moves moves={sides.moves} />
        {kind === 'service' && sides.moves.places > 0 ? (
          <Tick checked={withPlaces} onChange={setWithPlaces}>
            <Trans>The places of the other come along</Trans>
          </Tick>
        ) : null}
        <p className={parts.soft}>
          <Trans>
            What was sent to the other, and who has an account there, stays as it is. The number
            under which other systems know it answers with the entry that stays. For 30 days the
            merge can be taken back.
          </Trans>
        </p>
        <ProblemText problem={problem} />
        <div className={parts.buttons}>
          <Button variant="default" onClick={close}>
            <Trans>Cancel</Trans>
          </Button>
          {problem?.code === 'version_conflict' ? (
            <Button variant="default" onClick={() => void reload()}>
              <Trans>Look again</Trans>
            </Button>
          ) : null}
          <Button
            loading={busy}
            leftSection={<IconArrowsJoin size={20} aria-hidden />}
            onClick={() => void send()}
          >
            <Trans>Merge</Trans>
          </Button>
        </div>
      </Section>
    </>
  );
}
