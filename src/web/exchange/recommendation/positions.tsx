import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import {
  byStance,
  isOfEarlierText,
  STANCES,
  type Stance,
} from '#domain/exchange/recommendation/position.ts';
import { FieldProblems, otherProblems, useFieldError } from '../../ui/field.tsx';
import { countryName } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import parts from '../../ui/parts.module.css';
import { ProblemText } from '../../ui/problem-text.tsx';
import styles from './recommendation.module.css';
import type { PartProps } from './recommendation-screen.tsx';
import { STANCE_NAMES } from './recommendation-words.ts';
import { useSay } from './use-recommendation.ts';
import { useWritingLanguage, Worded } from './worded.tsx';

/** How each country stands to the text, side by side; one's own is said below. */
export function Positions({ one }: PartProps) {
  const { i18n } = useLingui();
  const groups = byStance(one.positions);
  const { speaks_for } = one.abilities;
  return (
    <Section title={<Trans>Positions of the countries</Trans>}>
      {one.positions.length === 0 ? <Trans>No country has spoken yet.</Trans> : null}
      <div className={parts.pair}>
        {STANCES.filter((stance) => groups[stance].length > 0).map((stance) => (
          <div key={stance}>
            <strong>{i18n._(STANCE_NAMES[stance])}</strong>
            <ul className={parts.list}>
              {groups[stance].map((position) => (
                <li key={position.country}>
                  {countryName(i18n.locale, position.country)}{' '}
                  {isOfEarlierText(position, one.text) ? (
                    <span className={parts.tag} data-tone="look">
                      <Trans>On an earlier text</Trans>
                    </span>
                  ) : null}
                  {position.words === null ? null : (
                    <p className={styles.words}>
                      <Worded wording={position.words} />
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      {speaks_for === null ? null : <Speak one={one} country={speaks_for} />}
    </Section>
  );
}

function Speak({ one, country }: PartProps & { readonly country: string }) {
  const { t, i18n } = useLingui();
  const lang = useWritingLanguage();
  const before = one.positions.find((position) => position.country === country);
  const [stance, setStance] = useState<Stance | ''>(before?.stance ?? '');
  const said = before?.words ?? null;
  const [words, setWords] = useState(said === null ? '' : (said.versions[said.source]?.text ?? ''));
  const { say, problem, busy } = useSay();
  const name = countryName(i18n.locale, country);
  const save = () =>
    say(`recommendations/${one.id}/positions/${country}`, {
      ...{ stance, lang: said?.source ?? lang, seen: one.text.revision },
      words: words.trim() === '' ? null : words.trim(),
    });
  return (
    <FieldProblems problem={problem}>
      <div className={parts.form}>
        <Radio.Group
          label={t`Position of ${name}`}
          description={t`It may be changed until the text is adopted.`}
          value={stance}
          onChange={(value) => setStance(value as Stance)}
        >
          <Stack gap="xs" mt="xs">
            {STANCES.map((value) => (
              <Radio key={value} value={value} label={i18n._(STANCE_NAMES[value])} />
            ))}
          </Stack>
        </Radio.Group>
        <Words value={words} onChange={setWords} />
        <ProblemText problem={otherProblems(problem, ['words'])} />
        <div className={parts.buttons}>
          <Button loading={busy} disabled={stance === ''} onClick={() => void save()}>
            <Trans>Save the position</Trans>
          </Button>
        </div>
      </div>
    </FieldProblems>
  );
}

function Words({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (words: string) => void;
}) {
  const { t } = useLingui();
  const error = useFieldError('words');
  return (
    <Textarea
      label={t`Words to it`}
      description={t`A reservation needs them; otherwise they may stay empty.`}
      autosize
      maxLength={8000}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
