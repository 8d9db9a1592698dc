import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { PAPER_KINDS, PAPER_STATES, type Paper } from '#domain/people/person.ts';
import { PAPER_STATE_WORDS, PAPER_WORDS } from '../case/case-words.ts';
import { ChoiceField, TextField } from '../ui/field.tsx';
import own from './people.module.css';

/** One identity paper and where it stands. A number only where there is, or was, a paper. */
export function PaperFields(props: {
  readonly path: string;
  readonly value: Paper;
  readonly onChange: (paper: Paper) => void;
}) {
  const { t, i18n } = useLingui();
  const { path, value, onChange } = props;
  const { number, ...plain } = value;
  const words = (list: typeof PAPER_WORDS, codes: readonly string[]) =>
    codes.map((code) => ({ value: code, label: list[code] ? i18n._(list[code]) : code }));
  return (
    <div className={own.fields}>
      <ChoiceField
        path={`${path}.kind`}
        label={t`Which paper`}
        data={words(PAPER_WORDS, PAPER_KINDS)}
        value={value.kind}
        onChange={(event) =>
          onChange({ ...value, kind: event.currentTarget.value as Paper['kind'] })
        }
      />
      <ChoiceField
        path={`${path}.state`}
        label={t`Where it stands`}
        data={words(PAPER_STATE_WORDS, PAPER_STATES)}
        value={value.state}
        onChange={(event) => {
          const state = event.currentTarget.value as Paper['state'];
          onChange(state === 'never_had' ? { ...plain, state } : { ...value, state });
        }}
      />
      {value.state === 'never_had' ? null : (
        <TextField
          path={`${path}.number`}
          label={t`Number`}
          description={t`If it is known.`}
          autoComplete="off"
          value={number ?? ''}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            onChange(typed === '' ? plain : { ...plain, number: typed });
          }}
        />
      )}
    </div>
  );
}

export const NEW_PAPER: Paper = { kind: 'passport', state: 'held' };

/** Several papers of a new arrival. */
export function PapersFields(props: {
  readonly papers: readonly Paper[];
  readonly onChange: (papers: Paper[]) => void;
}) {
  const { papers, onChange } = props;
  return (
    <>
      {papers.map((paper, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: papers have no other name while they are typed
        <div key={at} className={own.card}>
          <PaperFields
            path={`person.papers.${at}`}
            value={paper}
            onChange={(changed) => onChange(papers.with(at, changed))}
          />
          <div>
            <Button variant="subtle" onClick={() => onChange(papers.toSpliced(at, 1))}>
              <Trans>Take this paper out</Trans>
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button variant="default" onClick={() => onChange([...papers, NEW_PAPER])}>
          <Trans>Add a paper</Trans>
        </Button>
      </div>
    </>
  );
}
