import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { RecommendationWhole } from '#domain/exchange/recommendation/recommendation.ts';
import { DayField, FieldProblems, otherProblems, TextField } from '../../ui/field.tsx';
import { formatDay } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import parts from '../../ui/parts.module.css';
import { ProblemText } from '../../ui/problem-text.tsx';
import type { PartProps } from './recommendation-screen.tsx';
import { useSay } from './use-recommendation.ts';
import { useWritingLanguage, Worded } from './worded.tsx';

/** The steps on the way with their dates, and by what one sees that it was done. */
export function Plan({ one }: PartProps) {
  const { i18n } = useLingui();
  const may = one.abilities.organise || one.abilities.report !== null;
  const [open, setOpen] = useState<'activity' | 'indicator'>();
  const { indicator } = one;
  const close = () => setOpen(undefined);
  if (!may && one.activities.length === 0 && indicator === null) return null;
  return (
    <Section title={<Trans>Activities and indicator</Trans>}>
      {indicator === null ? null : (
        <p>
          <Worded wording={indicator.name} />
          <br />
          <span className={parts.soft}>
            {indicator.base === null ? null : (
              <>
                <Trans>
                  At the start: {i18n.number(indicator.base)} {indicator.unit}
                </Trans>
                {' · '}
              </>
            )}
            <Trans>
              Aim: {i18n.number(indicator.target)} {indicator.unit}
            </Trans>
          </span>
        </p>
      )}
      <ul className={parts.list}>
        {one.activities.map((activity) => (
          <Activity key={activity.id} one={one} activity={activity} may={may} />
        ))}
      </ul>
      {may && open === undefined ? (
        <div className={parts.buttons}>
          <Button variant="default" onClick={() => setOpen('activity')}>
            <Trans>Add an activity</Trans>
          </Button>
          <Button variant="default" onClick={() => setOpen('indicator')}>
            {indicator === null ? (
              <Trans>Name an indicator</Trans>
            ) : (
              <Trans>Change the indicator</Trans>
            )}
          </Button>
        </div>
      ) : null}
      {open === 'activity' ? <NewActivity one={one} close={close} /> : null}
      {open === 'indicator' ? <Indicator one={one} close={close} /> : null}
    </Section>
  );
}

interface ActivityProps extends PartProps {
  readonly activity: RecommendationWhole['activities'][number];
  readonly may: boolean;
}

function Activity({ one, activity, may }: ActivityProps) {
  const { i18n } = useLingui();
  const { say, problem, busy } = useSay();
  const { id, title, starts_on, ends_on, done_on } = activity;
  const day = (value: string) => formatDay(i18n.locale, value);
  const done = () =>
    say(`recommendations/${one.id}/activities/${id}`, {
      ...{ id, lang: title.source, title: title.versions[title.source]?.text ?? '' },
      ...{ starts_on, ends_on, done_on: one.today },
    });
  return (
    <li>
      <Worded wording={title} />
      <div className={parts.soft}>
        {day(starts_on)} – {day(ends_on)}
        {done_on === null ? null : (
          <>
            {' · '}
            <Trans>done on {day(done_on)}</Trans>
          </>
        )}
      </div>
      <ProblemText problem={problem} />
      {may && done_on === null ? (
        <div className={parts.buttons}>
          <Button size="compact-md" variant="default" loading={busy} onClick={() => void done()}>
            <Trans>This is done</Trans>
          </Button>
        </div>
      ) : null}
    </li>
  );
}

interface FormProps extends PartProps {
  readonly close: () => void;
}

function NewActivity({ one, close }: FormProps) {
  const { t } = useLingui();
  const lang = useWritingLanguage();
  const [id] = useState(() => uuid());
  const [title, setTitle] = useState('');
  const [starts_on, setStart] = useState('');
  const [ends_on, setEnd] = useState('');
  const { say, problem, busy } = useSay();
  const save = async () => {
    const body = { id, lang, title: title.trim(), starts_on, ends_on, done_on: null };
    if (await say(`recommendations/${one.id}/activities/${id}`, body)) close();
  };
  return (
    <FieldProblems problem={problem}>
      <div className={parts.form}>
        <TextField
          path="title"
          label={t`What is done`}
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <div className={parts.pair}>
          <DayField
            path="starts_on"
            label={t({ message: 'From', context: 'first day of an activity' })}
            value={starts_on}
            onChange={(event) => setStart(event.currentTarget.value)}
          />
          <DayField
            path="ends_on"
            label={t({ message: 'Until', context: 'last day of an activity' })}
            value={ends_on}
            onChange={(event) => setEnd(event.currentTarget.value)}
          />
        </div>
        <ProblemText problem={otherProblems(problem, ['title', 'starts_on', 'ends_on'])} />
        <div className={parts.buttons}>
          <Button loading={busy} onClick={() => void save()}>
            <Trans>Save</Trans>
          </Button>
          <Button variant="subtle" onClick={close}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </div>
    </FieldProblems>
  );
}

function Indicator({ one, close }: FormProps) {
  const { t } = useLingui();
  const lang = useWritingLanguage();
  const { indicator } = one;
  const known = indicator?.name;
  const [name, setName] = useState(known?.versions[known.source]?.text ?? '');
  const [base, setBase] = useState(indicator?.base?.toString() ?? '');
  const [target, setTarget] = useState(indicator?.target.toString() ?? '');
  const [unit, setUnit] = useState(indicator?.unit ?? '');
  const { say, problem, busy } = useSay();
  const number = (value: string) =>
    value.trim() === '' ? null : Number(value.trim().replace(',', '.'));
  const save = async () => {
    const body = {
      ...{ lang: known?.source ?? lang, name: name.trim(), unit: unit.trim() },
      ...{ base: number(base), target: number(target) },
    };
    if (await say(`recommendations/${one.id}/indicator`, body)) close();
  };
  return (
    <FieldProblems problem={problem}>
      <div className={parts.form}>
        <TextField
          path="name"
          label={t`What is counted`}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div className={parts.pair}>
          <TextField
            path="base"
            label={t`At the start`}
            description={t`May stay empty`}
            inputMode="decimal"
            value={base}
            onChange={(event) => setBase(event.currentTarget.value)}
          />
          <TextField
            path="target"
            label={t({ message: 'Aim', context: 'of an indicator' })}
            inputMode="decimal"
            value={target}
            onChange={(event) => setTarget(event.currentTarget.value)}
          />
          <TextField
            path="unit"
            label={t({ message: 'Unit', context: 'of an indicator' })}
            description={t`For example: %`}
            maxLength={60}
            value={unit}
            onChange={(event) => setUnit(event.currentTarget.value)}
          />
        </div>
        <ProblemText problem={otherProblems(problem, ['name', 'base', 'target', 'unit'])} />
        <div className={parts.buttons}>
          <Button loading={busy} onClick={() => void save()}>
            <Trans>Save</Trans>
          </Button>
          <Button variant="subtle" onClick={close}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </div>
    </FieldProblems>
  );
}
