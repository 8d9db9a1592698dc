import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { languageName } from '../../ui/format.ts';
import parts from '../../ui/parts.module.css';
import { ProblemText } from '../../ui/problem-text.tsx';
import styles from './recommendation.module.css';
import type { PartProps } from './recommendation-screen.tsx';
import { useSay } from './use-recommendation.ts';

/** The text in each language of the edition, side by side with the original. */
export function TextVersions({ one }: PartProps) {
  const { source, versions } = one.text;
  const tags = [...new Set([source, ...one.languages, ...Object.keys(versions)])];
  return (
    <details style={{ marginBlockStart: '0.75rem' }}>
      <summary>
        <Trans>The text in every language</Trans>
      </summary>
      <ul className={parts.list}>
        {tags.map((tag) => (
          <TextVersion key={tag} one={one} tag={tag} />
        ))}
      </ul>
    </details>
  );
}

interface VersionProps extends PartProps {
  readonly tag: string;
}

/** Each opens and closes by itself: what is saved in one language closes no other that is being typed. */
function TextVersion({ one, tag }: VersionProps) {
  const { i18n } = useLingui();
  const [open, setOpen] = useState(false);
  const { source, versions, revision } = one.text;
  const version = versions[tag];
  const may =
    one.adopted_on === null && (tag === source ? one.abilities.chair : one.abilities.translate);
  return (
    <li>
      <strong>{languageName(i18n.locale, tag)}</strong>{' '}
      {version !== undefined && version.of < revision ? (
        <span className={parts.tag} data-tone="look">
          <Trans>From an earlier text</Trans>
        </span>
      ) : null}
      {version === undefined ? (
        <p className={parts.soft}>
          <Trans>Not translated yet</Trans>
        </p>
      ) : (
        <p className={styles.words} lang={tag}>
          {version.text}
        </p>
      )}
      {may && !open ? (
        <Button size="compact-md" variant="default" onClick={() => setOpen(true)}>
          {tag === source ? <Trans>Change the text</Trans> : <Trans>Translate</Trans>}
        </Button>
      ) : null}
      {may && open ? <EditText one={one} tag={tag} close={() => setOpen(false)} /> : null}
    </li>
  );
}

interface EditProps extends VersionProps {
  readonly close: () => void;
}

function EditText({ one, tag, close }: EditProps) {
  const { t, i18n } = useLingui();
  const { source, versions } = one.text;
  const [text, setText] = useState(versions[tag]?.text ?? '');
  // What was typed was typed beside this text: where it changes meanwhile, the server says so.
  const [seen, setSeen] = useState(one.text.revision);
  const { say, problem, busy } = useSay();
  const save = async () => {
    const isSource = tag === source;
    const path = isSource
      ? `recommendations/${one.id}/text`
      : `wordings/recommendation/${one.id}/text`;
    const body = isSource ? { text: text.trim(), seen } : { lang: tag, text: text.trim(), seen };
    if (await say(path, body)) close();
  };
  return (
    <div className={parts.form}>
      {tag === source ? null : (
        <p className={styles.before} lang={source}>
          {versions[source]?.text}
        </p>
      )}
      <Textarea
        label={languageName(i18n.locale, tag)}
        lang={tag}
        autosize
        minRows={2}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ProblemText problem={problem} />
      <div className={parts.buttons}>
        <Button loading={busy} disabled={text.trim() === ''} onClick={() => void save()}>
          {t`Save the text`}
        </Button>
        {problem?.code === 'text_changed_meanwhile' && seen !== one.text.revision ? (
          <Button variant="default" onClick={() => setSeen(one.text.revision)}>
            <Trans>I have read the new text</Trans>
          </Button>
        ) : null}
        <Button variant="subtle" onClick={close}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </div>
  );
}
