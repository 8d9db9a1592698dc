import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { v7 as uuid } from 'uuid';
import { dayAfter } from '#domain/case/calendar.ts';
import { DECISION_OWNERS, VIEW_WAYS } from '#domain/case/conference.ts';
import { ChoiceField, DayField, TextField } from '../ui/field.tsx';
import type { CaseFile } from './case-file.ts';
import { CaseLine, CaseProse } from './case-prose.tsx';
import { Choice, Many } from './choice.tsx';
import { CommandForm } from './command-form.tsx';
import { DECISION_OWNER_WORDS, VIEW_WORDS } from './commission-words.ts';
import { useLabel } from './labels.ts';

interface Line {
  readonly decision_id: string;
  readonly what: string;
  readonly owner: (typeof DECISION_OWNERS)[number];
  readonly due_on: string;
}
interface Draft {
  readonly on: string;
  readonly chair: string;
  readonly disciplines: readonly string[];
  readonly view: string;
  readonly view_by: (typeof VIEW_WAYS)[number];
  readonly decisions: readonly Line[];
}

/** What the fields show themselves: also each of the decisions, of which there are twenty at most. */
const PATHS = ['on', 'chair', 'disciplines', 'view', 'view_by', 'decisions'].concat(
  Array.from({ length: 20 }, (_, at) =>
    ['what', 'owner', 'due_on'].map((field) => `decisions.${at}.${field}`),
  ).flat(),
);

/** A case conference as it was held; a decision has an owner and a day or is none. */
export function ConferenceForm({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const { today } = file.situation;
  const disciplines = file.model.commissions?.disciplines ?? [];
  const least = file.model.commissions?.smallest_conference ?? 1;
  const line = (): Line => ({
    ...{ decision_id: uuid(), what: '', owner: 'worker', due_on: dayAfter(today, 14) },
  });
  const initial: Draft = {
    ...{ on: today, chair: '', disciplines: [], view: '', view_by: 'in_person' },
    decisions: [line()],
  };
  return (
    <CommandForm<'record_conference', Draft>
      file={file}
      kind="record_conference"
      open={<Trans>Write down a case conference</Trans>}
      initial={initial}
      body={(value) => ({
        ...{ ...value, conference_id: uuid() },
        disciplines: [...value.disciplines],
        decisions: [...value.decisions],
      })}
      paths={PATHS}
    >
      {(value, change) => (
        <>
          <DayField
            path="on"
            label={t`Day`}
            value={value.on}
            onChange={(event) => change({ on: event.currentTarget.value })}
          />
          <CaseProse
            file={file}
            path="view"
            label={t`What the person says`}
            value={value.view}
            onChange={(view) => change({ view })}
          />
          <Choice
            path="view_by"
            legend={<Trans>How the person was heard</Trans>}
            options={VIEW_WAYS.map((code) => ({ value: code, label: i18n._(VIEW_WORDS[code]) }))}
            value={value.view_by}
            onChange={(view_by) => change({ view_by })}
          />
          <TextField
            path="chair"
            label={t`Who led it (name and office)`}
            value={value.chair}
            onChange={(event) => change({ chair: event.currentTarget.value })}
          />
          <Many
            path="disciplines"
            legend={<Trans>Which professions sat there</Trans>}
            description={<Trans>At least {least} different ones.</Trans>}
            options={disciplines.map(({ code }) => ({
              value: code,
              label: label(disciplines, code),
            }))}
            value={value.disciplines}
            onChange={(chosen) => change({ disciplines: chosen })}
          />
          {value.decisions.map((one, at) => (
            <Decision
              file={file}
              key={one.decision_id}
              at={at}
              line={one}
              change={(patch) =>
                change({ decisions: value.decisions.with(at, { ...one, ...patch }) })
              }
              // One decision at least stays: a conference that decided nothing is a note.
              remove={
                value.decisions.length < 2
                  ? undefined
                  : () => change({ decisions: value.decisions.filter((kept) => kept !== one) })
              }
            />
          ))}
          <Button
            variant="default"
            onClick={() => change({ decisions: [...value.decisions, line()] })}
          >
            <Trans>One more decision</Trans>
          </Button>
        </>
      )}
    </CommandForm>
  );
}

interface DecisionProps {
  readonly file: CaseFile;
  readonly at: number;
  readonly line: Line;
  readonly change: (patch: Partial<Line>) => void;
  readonly remove: (() => void) | undefined;
}

function Decision({ file, at, line, change, remove }: DecisionProps) {
  const { t, i18n } = useLingui();
  return (
    <>
      <CaseLine
        file={file}
        path={`decisions.${at}.what`}
        label={t`What was decided`}
        value={line.what}
        onChange={(text) => change({ what: text })}
      />
      <ChoiceField
        path={`decisions.${at}.owner`}
        label={t`Who does it`}
        value={line.owner}
        data={DECISION_OWNERS.map((code) => ({
          value: code,
          label: i18n._(DECISION_OWNER_WORDS[code]),
        }))}
        onChange={(event) =>
          change({ owner: event.currentTarget.value as (typeof DECISION_OWNERS)[number] })
        }
      />
      <DayField
        path={`decisions.${at}.due_on`}
        label={t`Until when`}
        value={line.due_on}
        onChange={(event) => change({ due_on: event.currentTarget.value })}
      />
      {remove === undefined ? null : (
        <Button variant="subtle" onClick={remove}>
          <Trans>Remove</Trans>
        </Button>
      )}
    </>
  );
}
