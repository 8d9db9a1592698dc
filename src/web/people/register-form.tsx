import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { RegisterBodies, RegisterName } from '#domain/people/register.ts';
import type { Problem } from '#domain/problem.ts';
import { useDevice } from '../account/use-session.ts';
import { useDraft } from '../device/use-draft.ts';
import { FieldProblems } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import styles from '../ui/parts.module.css';
import { Notice } from '../ui/problem-text.tsx';
import { useSayRegister } from './use-register.ts';

interface RegisterFormProps<K extends RegisterName, T extends object> {
  readonly kind: K;
  /** What the draft is kept under: whom and what it is about. */
  readonly about: string;
  readonly open: ReactNode;
  readonly initial: T;
  readonly body: (value: T) => RegisterBodies[K];
  /** Fields that show themselves what is wrong with them. */
  readonly paths?: (value: T) => readonly string[];
  readonly children: (value: T, change: (patch: Partial<T>) => void) => ReactNode;
}

/** A button that opens a form that says one command about people; what is typed is kept. */
export function RegisterForm<K extends RegisterName, T extends object>(
  props: RegisterFormProps<K, T>,
) {
  const { store } = useDevice();
  const draft = `${props.kind}/${props.about}`;
  const [opened, setOpened] = useState(() => store.listed('draft')?.has(draft) ?? false);
  if (!opened) {
    return (
      <Button className="no-print" variant="default" onClick={() => setOpened(true)}>
        {props.open}
      </Button>
    );
  }
  return <OpenForm {...props} draftKey={draft} close={() => setOpened(false)} />;
}

function OpenForm<K extends RegisterName, T extends object>(
  props: RegisterFormProps<K, T> & { readonly draftKey: string; readonly close: () => void },
) {
  const { kind, body, close } = props;
  const draft = useDraft<T>(props.draftKey, props.initial);
  const say = useSayRegister();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const said = await say(kind, body(draft.value));
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
      <form className={styles.form} style={{ inlineSize: '100%' }} onSubmit={save} noValidate>
        {draft.restored ? (
          <Notice>
            <Trans>What you have typed is still there.</Trans>
          </Notice>
        ) : null}
        {props.children(draft.value, (patch) => draft.set({ ...draft.value, ...patch }))}
        <FormFoot
          problem={problem}
          paths={props.paths?.(draft.value) ?? []}
          busy={busy}
          close={() => void drop()}
        />
      </form>
    </FieldProblems>
  );
}
