import { Trans } from '@lingui/react/macro';
import { Button, type ButtonProps } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { beyondEmergency } from '#domain/case/emergency-opening.ts';
import type { CommandBodies, CommandName } from '#domain/case/nouns.ts';
import { gaveAway } from '#domain/case/transfer-state.ts';
import type { Problem } from '#domain/problem.ts';
import { useDevice } from '../account/use-session.ts';
import { useDraft } from '../device/use-draft.ts';
import { FieldProblems, stillWrong } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import styles from '../ui/parts.module.css';
import { Notice } from '../ui/problem-text.tsx';
import type { CaseFile } from './case-file.ts';
import { useSay } from './use-cases.ts';

export interface CommandFormProps<K extends CommandName, T extends object> {
  readonly file: CaseFile;
  readonly kind: K;
  /** Where one file may have several such forms: what this one is about. */
  readonly about?: string;
  /** What the button that opens the form says. */
  readonly open: ReactNode;
  readonly variant?: ButtonProps['variant'];
  readonly submit?: ReactNode;
  /** What the form holds when it opens, also the form that a kept draft must have. */
  readonly initial: T;
  readonly body: (value: T) => CommandBodies[K];
  readonly seen?: (value: T) => Readonly<Record<string, string>> | undefined;
  /** Paths in the body whose problems the fields show themselves. */
  readonly paths?: readonly string[];
  readonly children: (value: T, change: (patch: Partial<T>) => void) => ReactNode;
}

/** A button that opens a form that says one command. What is typed outlives reload, lock and session. */
export function CommandForm<K extends CommandName, T extends object>(
  props: CommandFormProps<K, T>,
) {
  const { store } = useDevice();
  const draft = draftKey(props);
  const [opened, setOpened] = useState(() => store.listed('draft')?.has(draft) ?? false);
  // What the server would refuse is not offered to whoever is here for an emergency.
  if (beyondEmergency(props.kind, props.file.state, props.file.situation)) return null;
  if (gaveAway(props.file.state, props.file.situation)) return null;
  if (!opened) {
    return (
      <Button
        className="no-print"
        variant={props.variant ?? 'default'}
        onClick={() => setOpened(true)}
      >
        {props.open}
      </Button>
    );
  }
  return <OpenForm {...props} close={() => setOpened(false)} />;
}

function draftKey(props: { kind: string; about?: string; file: CaseFile }): string {
  return `${props.kind}/${props.file.row.id}/${props.about ?? ''}`;
}

function OpenForm<K extends CommandName, T extends object>(
  props: CommandFormProps<K, T> & { readonly close: () => void },
) {
  const { file, kind, close } = props;
  const draft = useDraft<T>(draftKey(props), props.initial);
  const say = useSay(file);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  function change(patch: Partial<T>) {
    draft.set({ ...draft.value, ...patch });
    setProblem((now) => stillWrong(now, Object.keys(patch), props.paths ?? []));
  }
  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const said = await say(kind, props.body(draft.value), props.seen?.(draft.value));
    setBusy(false);
    if ('problem' in said) return setProblem(said.problem);
    await draft.clear();
    close();
  }
  async function drop() {
    await draft.clear();
    close();
  }
  return (
    <FieldProblems problem={problem}>
      <form className={styles.form} onSubmit={save} noValidate>
        {draft.restored ? (
          <Notice>
            <Trans>What you have typed is still there.</Trans>
          </Notice>
        ) : null}
        {props.children(draft.value, change)}
        <FormFoot problem={problem} paths={props.paths ?? []} busy={busy} close={drop}>
          {props.submit}
        </FormFoot>
      </form>
    </FieldProblems>
  );
}

/** An optional text as it is sent: nothing where nothing was typed. */
export function given(text: string): string | undefined {
  return text.trim() === '' ? undefined : text;
}
