import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ANSWER_WAYS, CAME_BY, COMPLAINT_ABOUT } from '#domain/complaint/complaint.ts';
import { Choice, Tick } from '../case/choice.tsx';
import { DayField, TextField } from '../ui/field.tsx';
import { ProseField } from '../ui/prose-field.tsx';
import { ABOUT_WORDS, CAME_BY_WORDS, WAY_WORDS } from './complaint-words.ts';
import type { Draft } from './draft.ts';

interface FieldsProps {
  readonly draft: Draft;
  readonly change: (patch: Partial<Draft>) => void;
}

/** What it is about and what happened; between the two, another way to say it. */
export function WhatFields({
  draft,
  change,
  children,
}: FieldsProps & { readonly children: ReactNode }) {
  const { t, i18n } = useLingui();
  return (
    <>
      <Choice
        path="about"
        legend={<Trans>What is it about?</Trans>}
        options={COMPLAINT_ABOUT.map((value) => ({ value, label: i18n._(ABOUT_WORDS[value]) }))}
        value={draft.about}
        onChange={(about) => change({ about })}
      />
      <ProseField
        path="words"
        label={t`What happened?`}
        description={t`In any language, as long or as short as you like. No name is needed.`}
        maxLength={8000}
        value={draft.words}
        onChange={(words) => change({ words })}
      />
      {children}
      <ProseField
        path="wish"
        label={t`What should happen now? (optional)`}
        description={t`For example: another worker, an apology, a new date.`}
        minRows={2}
        maxLength={8000}
        value={draft.wish}
        onChange={(wish) => change({ wish })}
      />
    </>
  );
}

/** How the answer gets there, and what must not be told. */
export function SafeFields({ draft, change }: FieldsProps) {
  const { t, i18n } = useLingui();
  const way = draft.answer_way;
  return (
    <>
      <Choice
        path="answer_way"
        legend={<Trans>How is it safe to get the answer?</Trans>}
        options={ANSWER_WAYS.map((value) => ({ value, label: i18n._(WAY_WORDS[value]) }))}
        value={way}
        onChange={(answer_way) => change({ answer_way })}
      />
      {way === '' || way === 'code' ? null : (
        <TextField
          path="answer_words"
          label={t`Where, when, and what to be careful of`}
          description={t`A number, hours, who may pick up or open the door.`}
          maxLength={1000}
          autoComplete="off"
          value={draft.answer_words}
          onChange={(event) => change({ answer_words: event.currentTarget.value })}
        />
      )}
      <Tick checked={draft.about_child} onChange={(about_child) => change({ about_child })}>
        <Trans>It concerns a child</Trans>
      </Tick>
      <Tick checked={draft.anonymous} onChange={(anonymous) => change({ anonymous })}>
        <Trans>Nobody who is asked about it may learn who said it</Trans>
      </Tick>
    </>
  );
}

/** What may be left out: it helps, and nothing is refused without it. */
export function MoreFields({ draft, change }: FieldsProps) {
  const { t } = useLingui();
  return (
    <details>
      <summary>
        <Trans>More, if you like</Trans>
      </summary>
      <div style={{ display: 'grid', gap: '1rem' }}>
        <DayField
          path="happened_on"
          label={t`When it happened`}
          value={draft.happened_on}
          onChange={(event) => change({ happened_on: event.currentTarget.value })}
        />
        <TextField
          path="name"
          label={t`A name for us to call you by`}
          autoComplete="off"
          maxLength={200}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextField
          path="number"
          label={t`The number on your papers from us`}
          autoComplete="off"
          maxLength={40}
          value={draft.number}
          onChange={(event) => change({ number: event.currentTarget.value })}
        />
      </div>
    </details>
  );
}

/** How it came to whoever writes it down. */
export function CameField({ draft, change }: FieldsProps) {
  const { i18n } = useLingui();
  return (
    <Choice
      path="came_by"
      legend={<Trans>How did it reach you?</Trans>}
      options={CAME_BY.map((value) => ({ value, label: i18n._(CAME_BY_WORDS[value]) }))}
      value={draft.came_by}
      onChange={(came_by) => change({ came_by })}
    />
  );
}
