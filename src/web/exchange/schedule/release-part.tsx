import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Conflict } from '#domain/exchange/schedule/conflicts.ts';
import type { ScheduleDraft } from '#domain/exchange/schedule/draft.ts';
import type { Problem } from '#domain/problem.ts';
import { formatMoment } from '../../ui/format.ts';
import { Notice, ProblemText } from '../../ui/problem-text.tsx';
import { useFieldName } from '../publication/field-name.ts';
import { LookNotice } from '../publication/look-notice.tsx';
import { useLook } from '../publication/use-look.ts';
import styles from './schedule.module.css';
import { TakeDown } from './take-down.tsx';
import { pageLanguage, said, useSend } from './use-schedule.ts';

interface ReleasePartProps {
  readonly draft: ScheduleDraft;
  readonly conflicts: readonly Conflict[];
}

/** What is public now, how much the draft differs from it, and releasing it. */
export function ReleasePart({ draft, conflicts }: ReleasePartProps) {
  const { i18n } = useLingui();
  const send = useSend();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const { released, changes, edition } = draft;
  const look = useLook('programme', edition.id);
  const fieldName = useFieldName('edition');
  const hidden = released?.taken_down === true;
  /** By the title of its session, which the organiser knows better than its number. */
  function nameOf(field: string): string {
    const [, name = '', number, lang = ''] = /^([a-z]+)_(\d+)(\..*)$/.exec(field) ?? [];
    const session = draft.sessions.find((one) => one.number === Number(number));
    if (session === undefined) return fieldName(field);
    return `${said(i18n.locale, session.title)} · ${fieldName(`${name}${lang}`)}`;
  }
  const page = `/exchange/${pageLanguage(i18n.locale)}/${edition.slug}/programme`;

  async function release() {
    setBusy(true);
    const path = `/api/exchange/editions/${edition.slug}/versions`;
    const found = await send('POST', path, { seen: released?.number ?? 0 });
    setBusy(false);
    setProblem(found);
    setDone(found === undefined);
  }

  return (
    <>
      <p style={{ marginBlockStart: 0 }}>
        {released === null ? (
          <Trans>
            Nothing has been released yet. Only those who work on the conference see the programme.
          </Trans>
        ) : hidden ? (
          <Trans>
            The released programme was taken down: nobody reads it. Put its words right and release
            it anew.
          </Trans>
        ) : (
          <>
            <Trans>
              Version {released.number} is public since {formatMoment(i18n.locale, released.at)}.
            </Trans>{' '}
            <a href={page}>
              <Trans>Public programme</Trans>
            </a>{' '}
            ·{' '}
            <a href={`${page}/changes`}>
              <Trans>What changed</Trans>
            </a>
          </>
        )}{' '}
        {hidden ? null : changes === 0 ? (
          <Trans>The draft is the same.</Trans>
        ) : (
          <Plural
            value={changes}
            one="The draft differs in # thing."
            other="The draft differs in # things."
          />
        )}
      </p>
      {conflicts.length === 0 ? null : (
        <p>
          <Plural
            value={conflicts.length}
            one="# thing does not fit; it can be released all the same."
            other="# things do not fit; it can be released all the same."
          />
        </p>
      )}
      <div className={styles.buttons}>
        <Button onClick={() => void release()} loading={busy} disabled={changes === 0 && !hidden}>
          <Trans>Release this version</Trans>
        </Button>
      </div>
      <p className={styles.soft}>
        <Trans>
          Everybody whom a change concerns is told here and by letter; of a translation alone nobody
          is. A released version stays as it is.
        </Trans>
      </p>
      <ProblemText problem={problem} />
      <LookNotice look={look} nameOf={nameOf} />
      {done && changes === 0 && look?.state !== 'waiting' ? (
        <div role="status">
          <Notice>
            <Trans>Released. Those concerned were told.</Trans>
          </Notice>
        </div>
      ) : null}
      {released === null || hidden ? null : <TakeDown edition={edition.id} />}
    </>
  );
}
