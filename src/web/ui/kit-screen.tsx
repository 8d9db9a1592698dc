import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { Birth } from '#domain/people/birth.ts';
import { useDevice, useMe } from '../account/use-session.ts';
import { useDraft } from '../device/use-draft.ts';
import { NotFound } from '../root.tsx';
import { type Column, DataTable } from './data-table.tsx';
import { DateField } from './date-field.tsx';
import { DayField, FieldProblems, TextField } from './field.tsx';
import { formatNumber, formatPartialDay } from './format.ts';
import { EmptyState, Page, Section } from './page.tsx';
import { Notice, ProblemText } from './problem-text.tsx';
import { ProseField } from './prose-field.tsx';
import styles from './shell.module.css';
import { Steps } from './steps.tsx';

interface Note {
  readonly title: string;
  readonly text: string;
  readonly due: string;
  readonly born: Birth | null;
}
const EMPTY: Note = { title: '', text: '', due: '', born: null };

/** All parts of the kit on one page, for who builds screens and for tests; only in trial mode. */
export function KitScreen() {
  const { t, i18n } = useLingui();
  const me = useMe();
  const rows: readonly Row[] = [
    { id: 'a', name: 'Dilnoza K.', born: { date: '1991-01-01', precision: 'year' }, steps: 1204 },
    { id: 'b', name: 'Madina R.', born: { date: '2016-03-01', precision: 'month' }, steps: 3 },
  ];
  const columns: readonly Column<Row>[] = [
    { key: 'name', title: t`Name`, cell: (row) => row.name },
    { key: 'born', title: t`Born`, cell: (row) => formatPartialDay(i18n.locale, row.born) },
    {
      key: 'steps',
      title: t`Steps`,
      number: true,
      cell: (row) => formatNumber(i18n.locale, row.steps),
    },
  ];
  if (me.mode !== 'trial') return <NotFound />;
  return (
    <Page title={t`Parts of screens`} intro={<Trans>For people who build screens.</Trans>}>
      <Section title={<Trans>Form</Trans>}>
        <KitForm />
      </Section>
      <Section title={<Trans>Table</Trans>}>
        <DataTable
          caption={t`Fictional people`}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
        />
      </Section>
      <Section title={<Trans>Steps and states</Trans>}>
        <div className={styles.stack}>
          <Steps titles={[t`File`, t`Columns`, t`Check`, t`Import`]} current={1} />
          <ProblemText problem={{ code: 'unavailable' }} />
          <Notice>
            <Trans>What you have typed is still there.</Trans>
          </Notice>
          <EmptyState
            icon={<IconInbox size={44} aria-hidden />}
            title={<Trans>Nothing new</Trans>}
          />
        </div>
      </Section>
    </Page>
  );
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly born: { readonly date: string; readonly precision: 'day' | 'month' | 'year' };
  readonly steps: number;
}

/** Saves into the outbox a kind that no server knows: it comes back refused, to be looked at. */
function KitForm() {
  const { t } = useLingui();
  const { outbox } = useDevice();
  const draft = useDraft<Note>('kit', EMPTY);
  const [empty, setEmpty] = useState(false);
  const note = draft.value;

  async function save(event: FormEvent) {
    event.preventDefault();
    setEmpty(note.title === '');
    if (note.title === '') return;
    const said_at = new Date().toISOString();
    await outbox.add({ id: uuid(), kind: 'kit', case_id: uuid(), body: note, said_at });
    await draft.clear();
  }

  const missing = { path: 'body.title', code: 'required' };
  const problem = empty ? { code: 'invalid_input' as const, fields: [missing] } : undefined;
  return (
    <FieldProblems problem={problem}>
      <form key={draft.round} className={styles.stack} onSubmit={save} noValidate>
        {draft.restored ? (
          <Notice>
            <Trans>What you have typed is still there.</Trans>
          </Notice>
        ) : null}
        <TextField
          path="title"
          label={t`Name`}
          value={note.title}
          onChange={(event) => draft.set({ ...note, title: event.currentTarget.value })}
        />
        <ProseField
          path="text"
          label={t`Note`}
          value={note.text}
          onChange={(text) => draft.set({ ...note, text })}
          check={(text) =>
            text.includes('!') ? [{ word: '!', hint: t`Please look at this once more.` }] : []
          }
        />
        <DayField
          path="due"
          label={t`Due`}
          value={note.due}
          onChange={(event) => draft.set({ ...note, due: event.currentTarget.value })}
        />
        <DateField
          path="born"
          label={t`Born`}
          value={note.born}
          onChange={(born) => draft.set({ ...note, born })}
        />
        <div>
          <Button type="submit">
            <Trans>Save</Trans>
          </Button>
        </div>
      </form>
    </FieldProblems>
  );
}
