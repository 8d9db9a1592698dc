import { useLingui } from '@lingui/react/macro';
import type { Problem } from '#domain/problem.ts';
import { fieldMessage } from '../field-messages.ts';
import { ProblemText } from '../ui/problem-text.tsx';
import styles from './model-draft.module.css';
import { packagePlace } from './package-words.ts';

interface ProblemProps {
  readonly problem: Problem | undefined;
  /** The model in the package, to call its entries by their names. */
  readonly model: unknown;
}

/** What is wrong with a package, each place in words. */
export function PackageProblem({ problem, model }: ProblemProps) {
  const { i18n } = useLingui();
  if (problem === undefined) return null;
  const { fields = [], ...rest } = problem;
  const places = problem.details?.places;
  return (
    <>
      <ProblemText problem={rest} />
      <ul className={styles.wrong}>
        {(Array.isArray(places) ? places : []).map((place) => (
          <li key={place}>{packagePlace(i18n, `package.content.model.${place}`, model)}</li>
        ))}
        {fields.map((field) => (
          <li key={`${field.path} ${field.code}`}>
            {packagePlace(i18n, field.path, model)}:{' '}
            {i18n._(fieldMessage(field.code, field.details).id, { ...field.details })}
          </li>
        ))}
      </ul>
    </>
  );
}
