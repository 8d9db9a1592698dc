import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { mayBeGiven } from '#domain/case/assignment.ts';
import type { Problem } from '#domain/problem.ts';
import type { CaseFile } from '../case/case-file.ts';
import { CaseLine } from '../case/case-prose.tsx';
import { useWorkerLabel } from '../case/caseload-notice.tsx';
import { given } from '../case/command-form.tsx';
import { personName } from '../case/person-name.ts';
import { useCaseloads } from '../case/use-caseloads.ts';
import { useSayAbout } from '../case/use-cases.ts';
import { useNames } from '../case/use-names.ts';
import { ChoiceField } from '../ui/field.tsx';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { shared, type WorkerLoad } from './team-caseload.ts';

interface HandOverAllProps {
  readonly load: WorkerLoad;
  readonly workers: readonly WorkerLoad[];
}

/** Each open file gets a next worker, with a sentence for them: in one go, or some now and some later. */
export function HandOverAll({ load, workers }: HandOverAllProps) {
  const { i18n } = useLingui();
  const names = useNames();
  const say = useSayAbout();
  const caseloads = useCaseloads();
  const labelOf = useWorkerLabel();
  const [next, setNext] = useState<Readonly<Record<string, string>>>({});
  const [words, setWords] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<Problem>();
  const filesOf = (one: WorkerLoad) => Math.max(one.files.length, caseloads.of(one.id));
  // Whoever stands in elsewhere sees two teams: a file stays within its own.
  const others = workers.filter(
    (one) =>
      one.id !== load.id &&
      names.account(one.id) !== undefined &&
      load.files.every((file) => mayBeGiven(file, one.id)),
  );
  const chosen = load.files.filter(({ row }) => (next[row.id] ?? '') !== '');
  const count = chosen.length;
  const data = others
    .map((one) => {
      const more = load.files.filter(({ row }) => next[row.id] === one.id).length;
      const name = names.account(one.id) ?? '…';
      return { value: one.id, label: labelOf(name, undefined, filesOf(one) + more) };
    })
    .toSorted((a, b) => a.label.localeCompare(b.label, i18n.locale));

  async function save(event: FormEvent) {
    event.preventDefault();
    setProblem(undefined);
    for (const file of chosen) {
      const said = await say(file, 'assign_worker', { account_id: next[file.row.id] ?? '' });
      // What was handed over stays so; the rest waits where it stood.
      if ('problem' in said) return setProblem(said.problem);
      const sentence = given(words[file.row.id] ?? '');
      if (sentence === undefined) continue;
      const note = { note_id: uuid(), words: sentence, compartment: 'general' } as const;
      const noted = await say(file, 'add_note', note);
      if ('problem' in noted) return setProblem(noted.problem);
    }
  }
  if (others.length === 0) {
    return (
      <p>
        <Trans>There is no other support worker here yet.</Trans>
      </p>
    );
  }
  return (
    <form className={parts.stack} style={{ marginBlockStart: '1rem' }} onSubmit={save} noValidate>
      <div className={parts.buttons}>
        <Button
          variant="default"
          onClick={() =>
            setNext(
              shared(
                load.files,
                others.map((one) => [one.id, filesOf(one)]),
              ),
            )
          }
        >
          <Trans>Propose evenly</Trans>
        </Button>
      </div>
      <ul className={parts.list}>
        {load.files.map((file) => (
          <OneFile
            key={file.row.id}
            file={file}
            data={data}
            next={next[file.row.id] ?? ''}
            onNext={(id) => setNext({ ...next, [file.row.id]: id })}
            words={words[file.row.id] ?? ''}
            onWords={(text) => setWords({ ...words, [file.row.id]: text })}
          />
        ))}
      </ul>
      <ProblemText problem={problem} />
      <div className={parts.buttons}>
        <Button type="submit" disabled={count === 0}>
          <Trans>Hand over: {count}</Trans>
        </Button>
      </div>
    </form>
  );
}

interface OneFileProps {
  readonly file: CaseFile;
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly next: string;
  readonly onNext: (id: string) => void;
  readonly words: string;
  readonly onWords: (text: string) => void;
}

function OneFile({ file, data, next, onNext, words, onWords }: OneFileProps) {
  const { t } = useLingui();
  const name = personName(file.person) || file.row.number;
  return (
    <li>
      <div className={parts.tags}>
        <strong>{name}</strong>
        <span className={parts.soft}>{file.row.number}</span>
        {file.row.urgent_needs > 0 ? (
          <span className={parts.tag} data-tone="urgent">
            <Trans>Urgent</Trans>
          </span>
        ) : null}
      </div>
      <div className={parts.pair} style={{ marginBlockStart: '0.5rem' }}>
        <ChoiceField
          path={`next.${file.row.id}`}
          label={t`Next support worker`}
          aria-label={t`Next support worker for ${name}`}
          value={next}
          data={[{ value: '', label: t`Not yet` }, ...data]}
          onChange={(event) => onNext(event.currentTarget.value)}
        />
        <CaseLine
          file={file}
          path={`words.${file.row.id}`}
          label={t`A sentence for them`}
          aria-label={t`A sentence about ${name} for the next worker`}
          maxLength={500}
          value={words}
          onChange={(text) => onWords(text)}
        />
      </div>
    </li>
  );
}
