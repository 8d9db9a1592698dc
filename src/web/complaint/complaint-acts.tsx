import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { type ComplaintAct, complaint, OUTCOMES } from '#domain/complaint/complaint.ts';
import type { Problem } from '#domain/problem.ts';
import { Choice, Tick } from '../case/choice.tsx';
import { call } from '../http.ts';
import { FieldProblems, otherProblems, unfilled } from '../ui/field.tsx';
import { languageName } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import { ProseField } from '../ui/prose-field.tsx';
import type { Complaint } from './complaint-screen.tsx';
import { OUTCOME_WORDS } from './complaint-words.ts';

type Kind = ComplaintAct['kind'];
const EMPTY = { words: '', outcome: '' as (typeof OUTCOMES)[number] | '', agreed: false };

/** What the officer may do next. What is asked or answered is written for the person. */
export function ComplaintActs({ found }: { readonly found: Complaint }) {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const offered = offeredFor(found);
  const [chosen, setChosen] = useState<Kind>();
  const kind = chosen !== undefined && offered.includes(chosen) ? chosen : offered[0];
  const [id, setId] = useState(() => uuid());
  const [draft, setDraft] = useState(EMPTY);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const names: Readonly<Record<Kind, string>> = {
    acknowledged: t`Acknowledge`,
    asked: t`Ask the person`,
    noted: t`Note for myself`,
    decided: t`Answer the person`,
  };
  const change = (patch: Partial<typeof EMPTY>) => {
    setDraft({ ...draft, ...patch });
    setProblem(undefined);
  };

  async function save(event: FormEvent) {
    event.preventDefault();
    if (kind === undefined) return;
    const missing = missingFor(kind, draft);
    if (missing !== undefined) return setProblem(missing);
    setBusy(true);
    const path = `/api/complaints/${found.id}/acts`;
    const reply = await call(path, complaint, { method: 'POST', body: bodyFor(id, kind, draft) });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    setProblem(undefined);
    setDraft(EMPTY);
    setId(uuid());
    setChosen(undefined);
    queries.setQueryData(['complaint', found.id], reply.value);
    await queries.invalidateQueries({ queryKey: ['complaints'] });
  }
  const language = languageName(i18n.locale, found.language);
  return (
    <Section title={<Trans>What you do now</Trans>}>
      <FieldProblems problem={problem}>
        <form className={parts.form} onSubmit={save} noValidate>
          {offered.length === 1 ? null : (
            <Choice
              path="kind"
              quiet
              legend={<Trans>What you do now</Trans>}
              options={offered.map((value) => ({ value, label: names[value] }))}
              value={kind ?? ''}
              onChange={setChosen}
            />
          )}
          {kind === 'noted' ? null : (
            <Notice>
              <Trans>The person reads this. Write it in their language: {language}.</Trans>
            </Notice>
          )}
          {kind === 'decided' ? <OutcomeFields draft={draft} change={change} /> : null}
          <ProseField
            path="words"
            label={kind === 'acknowledged' ? t`Words to the person (optional)` : t`Words`}
            description={
              kind === 'noted' ? t`Nobody else reads this.` : t`Plain, kind and without names.`
            }
            maxLength={8000}
            value={draft.words}
            onChange={(words) => change({ words })}
          />
          <ProblemText problem={otherProblems(problem, ['words', 'outcome'])} />
          <div className={parts.buttons}>
            <Button type="submit" loading={busy}>
              {kind === undefined ? null : names[kind]}
            </Button>
          </div>
        </form>
      </FieldProblems>
    </Section>
  );
}

function OutcomeFields(props: {
  readonly draft: typeof EMPTY;
  readonly change: (patch: Partial<typeof EMPTY>) => void;
}) {
  const { i18n } = useLingui();
  const { draft, change } = props;
  return (
    <>
      <Choice
        path="outcome"
        legend={<Trans>What was found</Trans>}
        options={OUTCOMES.map((value) => ({ value, label: i18n._(OUTCOME_WORDS[value]) }))}
        value={draft.outcome}
        onChange={(outcome) => change({ outcome })}
      />
      {draft.outcome === 'passed_on' ? (
        <Tick checked={draft.agreed} onChange={(agreed) => change({ agreed })}>
          <Trans>The person was asked and said yes</Trans>
        </Tick>
      ) : null}
    </>
  );
}

function offeredFor({ standing }: Complaint): readonly Kind[] {
  if (standing === 'answered') return ['noted'];
  return standing === 'waiting'
    ? ['acknowledged', 'asked', 'noted', 'decided']
    : ['asked', 'noted', 'decided'];
}

function missingFor(kind: Kind, draft: typeof EMPTY): Problem | undefined {
  return unfilled({
    ...(kind === 'acknowledged' ? {} : { words: draft.words }),
    ...(kind === 'decided' ? { outcome: draft.outcome } : {}),
  });
}

function bodyFor(id: string, kind: Kind, draft: typeof EMPTY) {
  const words = draft.words.trim();
  return {
    ...{ id, kind, ...(words === '' ? {} : { words }) },
    ...(kind === 'decided' ? { outcome: draft.outcome } : {}),
    ...(kind === 'decided' && draft.outcome === 'passed_on' ? { agreed: draft.agreed } : {}),
  };
}
