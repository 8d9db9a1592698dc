import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { tell } from './fact-words.ts';
import { useTeller } from './use-teller.ts';
import { useTelling } from './use-telling.ts';

/** One fact as a line: what was said, by whom and when. Nothing where this reader does not see it. */
export function FactLine({ file, id }: { readonly file: CaseFile; readonly id: string }) {
  const telling = useTelling(file);
  const teller = useTeller(file);
  const fact = file.facts.find((one) => one.id === id);
  if (fact === undefined) return null;
  return (
    <li>
      {tell(fact, telling).text}{' '}
      <span className={styles.soft}>
        {teller.who(fact)} · {teller.when(fact)}
      </span>
    </li>
  );
}
