import { useLingui } from '@lingui/react/macro';
import type { Problem } from '#domain/problem.ts';
import { fieldMessage } from '../field-messages.ts';
import { ProblemText } from '../ui/problem-text.tsx';
import styles from './model-draft.module.css';
import { placeWords } from './model-place.ts';
import { useModelDraft } from './use-model-draft.ts';

/** What went wrong with the draft: the places that somebody else changed, and faults, in words. */
export function DraftProblem({ problem }: { readonly problem: Problem | undefined }) {
  const { i18n } = useLingui();
  const document = useModelDraft().value?.draft?.document;
  if (problem === undefined) return null;
  const { fields, ...rest } = problem;
  const places = problem.details?.places;
  const named = Array.isArray(places) ? places.map(String) : [];
  return (
    <>
      <ProblemText problem={rest} />
      <ul className={styles.wrong}>
        {named.map((path) => (
          <li key={path}>{placeWords(i18n, path, [document])}</li>
        ))}
        {(fields ?? []).map((field) => (
          <li key={`${field.path} ${field.code}`}>
            {field.path === ''
              ? null
              : `${placeWords(i18n, field.path.replace(/^(model|body)\./, ''), [document])}: `}
            {i18n._(fieldMessage(field.code, field.details).id, { ...field.details })}
          </li>
        ))}
      </ul>
    </>
  );
}
