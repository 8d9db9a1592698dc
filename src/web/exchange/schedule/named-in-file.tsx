import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useAsk } from '../../ask.ts';
import { countryName } from '../../ui/format.ts';
import { possible } from './people-fields.tsx';
import styles from './schedule.module.css';

interface NamedInFileProps {
  readonly edition: string;
  readonly names: readonly string[];
  /** The participant who is meant by a name of the file. */
  readonly match: (name: string, participant: string) => void;
  readonly drop: (name: string) => void;
}

/** People whom a file of another system names. They are no accounts: the organiser says who is meant, or nobody. */
export function NamedInFile({ edition, names, match, drop }: NamedInFileProps) {
  if (names.length === 0) return null;
  return (
    <>
      <p>
        <Trans>
          The file names these people. Choose whom each name means; nobody gets an account by it.
        </Trans>
      </p>
      <ul className={styles.list}>
        {names.map((name) => (
          <li key={name} className={styles.item}>
            <strong>{name}</strong>
            <div className={styles.buttons}>
              <Candidates edition={edition} name={name} match={(id) => match(name, id)} />
              <Button variant="subtle" onClick={() => drop(name)}>
                <Trans>Leave out</Trans>
                <span className="visually-hidden">: {name}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

interface CandidatesProps {
  readonly edition: string;
  readonly name: string;
  readonly match: (participant: string) => void;
}

/** Participants whose name holds the longest word of the name in the file. */
function Candidates({ edition, name, match }: CandidatesProps) {
  const { i18n } = useLingui();
  const word = longestWord(name);
  const query = new URLSearchParams({ text: word });
  const path = `/api/exchange/editions/${edition}/possible-speakers?${query}`;
  const asked = useAsk(['exchange', 'possible', edition, word], path, possible, {
    enabled: word.length >= 2,
  });
  const found = (asked.value?.rows ?? []).slice(0, 4);
  if (word.length >= 2 && asked.value === undefined) return null;
  if (found.length === 0)
    return (
      <span className={styles.soft}>
        <Trans>No participant has such a name. You can still add somebody below.</Trans>
      </span>
    );
  return found.map((one) => (
    <Button key={one.id} variant="default" onClick={() => match(one.id)}>
      {one.name}
      {one.country === null ? null : <> ({countryName(i18n.locale, one.country)})</>}
    </Button>
  ));
}

function longestWord(name: string): string {
  const words = name.split(/[\s.,]+/).toSorted((a, b) => b.length - a.length);
  return (words[0] ?? '').slice(0, 100);
}
