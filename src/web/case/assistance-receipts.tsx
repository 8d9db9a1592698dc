import { Trans, useLingui } from '@lingui/react/macro';
import { Button, FileInput } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import type { Assistance } from '#domain/case/assistance.ts';
import { RECEIPT_BYTES, RECEIPTS_EACH, type Receipt, receipts } from '#domain/case/receipt.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../ask.ts';
import { call } from '../http.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import { formatDay } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { useLine } from '../ui/sync-pill.tsx';
import type { CaseFile } from './case-file.ts';

const KEY = 'receipts';
const kept = z.object({ id: z.string() });

/** The receipts of a file, over the line: none of them ever lies on a device of ours. */
export function useReceipts(file: CaseFile) {
  const id = file.row.id;
  return useAsk([KEY, id], `/api/cases/${id}/receipts`, receipts, {
    // A file that was opened without a line is not known there yet.
    enabled: Object.keys(file.state.assistance.given).length > 0,
  });
}

interface ReceiptsProps {
  readonly file: CaseFile;
  readonly entry: Assistance;
  readonly receipts: ReturnType<typeof useReceipts>;
}

export function AssistanceReceipts({ file, entry, receipts: asked }: ReceiptsProps) {
  const line = useLine();
  const [adding, setAdding] = useState(false);
  if (file.unsent.has(entry.by)) {
    return (
      <p className={styles.soft}>
        <Trans>A receipt can be added when this has been sent.</Trans>
      </p>
    );
  }
  if (!line || asked.problem !== undefined) {
    return (
      <p className={styles.soft}>
        <Trans>Receipts are there with a connection.</Trans>
      </p>
    );
  }
  const own = asked.value?.receipts.filter(
    ({ assistance_id }) => assistance_id === entry.assistance_id,
  );
  const more = own !== undefined && own.length < RECEIPTS_EACH && entry.withdrawn === null;
  return (
    <>
      {own?.map((one, at) => (
        <OneReceipt key={one.id} file={file} receipt={one} number={at + 1} />
      ))}
      {adding ? (
        <AddReceipt file={file} entry={entry} close={() => setAdding(false)} />
      ) : asked.value?.may_add === true && more ? (
        <Button
          variant="subtle"
          leftSection={<IconPaperclip size={20} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          <Trans>Add a receipt</Trans>
        </Button>
      ) : null}
    </>
  );
}

interface OneReceiptProps {
  readonly file: CaseFile;
  readonly receipt: Receipt;
  readonly number: number;
}

function OneReceipt({ file, receipt, number }: OneReceiptProps) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const [sure, setSure] = useState(false);
  const day = formatDay(i18n.locale, receipt.added_at.slice(0, 10));
  async function remove() {
    const reply = await call(`/api/receipts/${receipt.id}`, kept, { method: 'DELETE' });
    if (!reply.ok) return setProblem(reply.problem);
    await queries.invalidateQueries({ queryKey: [KEY, file.row.id] });
  }
  return (
    <div>
      <div className={styles.buttons}>
        <a className={styles.link} href={`/api/receipts/${receipt.id}`} download>
          <Trans>Receipt {number}</Trans>
        </a>
        <span className={styles.soft}>
          <Trans>added on {day}; opened, it is saved on this device: delete it afterwards</Trans>
        </span>
        {!receipt.may_remove ? null : sure ? (
          <>
            <Button color="red" onClick={() => void remove()}>
              <Trans>Remove for good</Trans>
            </Button>
            <Button variant="subtle" onClick={() => setSure(false)}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        ) : (
          <Button variant="subtle" onClick={() => setSure(true)}>
            <Trans>Remove the receipt</Trans>
          </Button>
        )}
      </div>
      <ProblemText problem={problem} />
    </div>
  );
}

interface AddReceiptProps {
  readonly file: CaseFile;
  readonly entry: Assistance;
  readonly close: () => void;
}

function AddReceipt({ file, entry, close }: AddReceiptProps) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<File | null>(null);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  async function send(event: FormEvent) {
    event.preventDefault();
    if (chosen === null) return;
    if (chosen.size > RECEIPT_BYTES) return setProblem({ code: 'too_large' });
    setBusy(true);
    setProblem(undefined);
    const body = new FormData();
    // Without its name: that may be somebody's.
    body.append('file', chosen, '1');
    const path = `/api/cases/${file.row.id}/assistance/${entry.assistance_id}/receipts`;
    const reply = await call(path, kept, { method: 'POST', body, patience: 300_000 });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    await queries.invalidateQueries({ queryKey: [KEY, file.row.id] });
    close();
  }

  return (
    <form className={styles.form} onSubmit={(event) => void send(event)}>
      <FileInput
        label={t`Receipt (PDF, JPEG or PNG, up to 5 MB)`}
        description={t`Photograph only the paper: no people, no rooms. The name of the file and where it was taken are not kept.`}
        placeholder={t`Choose a file`}
        leftSection={<IconPaperclip size={20} aria-hidden />}
        accept=".pdf,.jpg,.jpeg,.png"
        value={chosen}
        onChange={(file) => {
          setChosen(file);
          setProblem(undefined);
        }}
      />
      <FormFoot problem={problem} busy={busy} disabled={chosen === null} close={close}>
        <Trans>Send the receipt</Trans>
      </FormFoot>
    </form>
  );
}
