import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ScheduleDraft } from '#domain/exchange/schedule/draft.ts';
import type { Problem } from '#domain/problem.ts';
import { useOnce } from '../../once.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import styles from './schedule.module.css';
import { said, useSend } from './use-schedule.ts';

/** The rooms or the tracks of an edition, a new one, and away with an empty one. */
export function RoomsPart({
  draft,
  noun,
}: {
  readonly draft: ScheduleDraft;
  readonly noun: 'room' | 'track';
}) {
  const { t, i18n } = useLingui();
  const send = useSend();
  const addOnce = useOnce();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [deleted, setDeleted] = useState('');
  const known = noun === 'room' ? draft.rooms : draft.tracks;

  async function add(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === '') return;
    const lang = i18n.locale === 'uz' ? 'uz-Latn' : i18n.locale === 'ru' ? 'ru' : 'en';
    const body = { edition_id: draft.edition.id, name: { lang, text: name.trim() } };
    const found = await addOnce(body, (id) =>
      send('POST', `/api/exchange/${noun}s`, { ...body, id }),
    );
    setProblem(found);
    setDeleted('');
    if (found === undefined) setName('');
  }

  async function remove(id: string, shown: string) {
    const found = await send('DELETE', `/api/exchange/${noun}s/${id}`);
    setProblem(found);
    setDeleted(found === undefined ? shown : '');
  }

  return (
    <>
      <ul className={styles.list}>
        {known.map(({ id, name: worded }) => {
          const shown = said(i18n.locale, worded);
          return (
            <li key={id} className={styles.item}>
              <span>{shown}</span>
              <Button variant="subtle" onClick={() => void remove(id, shown)}>
                <Trans>Delete</Trans>
                <span className="visually-hidden">: {shown}</span>
              </Button>
            </li>
          );
        })}
      </ul>
      {/* The row that was pressed is gone: what became of it is said where it stood. */}
      <p role="status" className={styles.soft}>
        {deleted === '' ? null : <Trans>Deleted: {deleted}</Trans>}
      </p>
      <form className={styles.row} onSubmit={add}>
        <TextInput
          label={noun === 'room' ? t`New room` : t`New track`}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          <Trans>Add</Trans>
        </Button>
      </form>
      {problem === undefined ? null : (
        <div style={{ marginBlockStart: '0.75rem' }}>
          <ProblemText problem={problem} />
        </div>
      )}
    </>
  );
}
