import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useMe } from '../account/use-session.ts';
import { useNames } from '../case/use-names.ts';
import { formatMoment } from '../ui/format.ts';
import { LineParts } from '../ui/line-parts.tsx';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Notice } from '../ui/problem-text.tsx';

/** Who did something and when, as parts of a line; nothing where nobody has. */
export function useWho() {
  const { t, i18n } = useLingui();
  const names = useNames();
  const me = useMe();
  return (id: string | null, at: string | null): readonly string[] =>
    id === null || at === null
      ? []
      : [
          id === me.id ? t`you` : (names.account(id) ?? t`a colleague`),
          formatMoment(i18n.locale, at),
        ];
}

export type KnownLine = readonly [label: string, said: readonly string[]];

/** What is known of a proposal, line by line; a line of which nothing is known is left out. */
export function KnownLines(props: {
  readonly title: ReactNode;
  readonly lines: readonly KnownLine[];
}) {
  return (
    <Section title={props.title}>
      <dl className={parts.facts}>
        {props.lines
          .filter(([, said]) => said.length > 0)
          .map(([label, said]) => [
            <dt key={label}>{label}</dt>,
            <dd key={`${label}.`} style={{ overflowWrap: 'anywhere' }}>
              <LineParts parts={said} />
            </dd>,
          ])}
      </dl>
    </Section>
  );
}

/** What came of running it again; nothing before that was done. */
export function ReplaySaid({ same }: { readonly same: boolean | undefined }) {
  if (same === undefined) return null;
  return (
    <Notice>
      {same ? (
        <Trans>Run again, the result is the same to the last letter.</Trans>
      ) : (
        <Trans>Run again, the result is another one. Do not confirm it; ask for help.</Trans>
      )}
    </Notice>
  );
}

/** What is not confirmed stays in the list with its reason: nobody works it out until it pleases. */
export function SetAside(props: {
  readonly busy: boolean;
  readonly hint?: string;
  readonly tell: (words: string) => Promise<void>;
}) {
  const { busy, hint, tell } = props;
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const [words, setWords] = useState('');
  if (!opened) {
    return (
      <Button variant="subtle" onClick={() => setOpened(true)}>
        <Trans>Set it aside</Trans>
      </Button>
    );
  }
  return (
    <div className={parts.form} style={{ inlineSize: '100%' }}>
      <Textarea
        label={t`Why it is set aside`}
        description={hint}
        autosize
        minRows={2}
        maxLength={8000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className={parts.buttons}>
        <Button
          variant="default"
          loading={busy}
          disabled={words.trim() === ''}
          onClick={() => void tell(words)}
        >
          <Trans>Set it aside</Trans>
        </Button>
        <Button variant="subtle" onClick={() => setOpened(false)}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </div>
  );
}
