import { useLingui } from '@lingui/react';
import {
  Checkbox,
  type CheckboxProps,
  NativeSelect,
  type NativeSelectProps,
  PasswordInput,
  type PasswordInputProps,
  TextInput,
  type TextInputProps,
} from '@mantine/core';
import {
  createContext,
  type FormEvent,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import type { FieldProblem, Problem } from '#domain/problem.ts';
import { fieldMessage } from '../field-messages.ts';
import { formatWeekday } from './format.ts';

interface Problems {
  readonly fields: readonly FieldProblem[];
}
const FormProblems = createContext<Problems>({ fields: [] });

/**
 * Round a form: its inputs show what the problem says about their own `path` (without the leading
 * `body.`), and the first of them gets the focus: on a phone it may stand far above the button. Whoever
 * works in another form by then, or has gone on in another field of this one, stays there. Show the rest with
 * `<ProblemText problem={otherProblems(problem, [paths])} />`.
 */
export function FieldProblems(props: {
  readonly problem: Problem | undefined;
  readonly children: ReactNode;
}) {
  const fields = props.problem?.fields;
  const value = useMemo(() => ({ fields: fields ?? [] }), [fields]);
  const form = useRef<HTMLDivElement>(null);
  const shown = useRef<readonly FieldProblem[]>([]);
  /** Where the focus stood when an answer was last asked for; null once something was typed after that. */
  const asked = useRef<Element | null>(null);
  const ask = () => {
    asked.current = document.activeElement;
  };
  const typed = () => {
    asked.current = null;
  };
  useEffect(() => {
    const before = shown.current;
    shown.current = fields ?? [];
    if (fields === undefined) return;
    // One of them was mended: whoever types there stays there.
    if (fields.every((field) => before.includes(field))) return;
    // A group of choices says it with a text of its own: there its first choice is meant.
    const wrong = form.current?.querySelector<HTMLElement>(
      '[aria-invalid="true"], .mantine-InputWrapper-error',
    );
    const busy = document.activeElement?.closest('form');
    if (busy && !form.current?.contains(busy) && !busy.contains(form.current)) return;
    if (isTypedIn(document.activeElement, form.current) && document.activeElement !== asked.current)
      return;
    const field = wrong?.matches('input, select, textarea') ? wrong : wrong?.closest('fieldset');
    (field?.querySelector<HTMLElement>('input, select') ?? field)?.focus();
  }, [fields]);
  return (
    <FormProblems value={value}>
      <div
        ref={form}
        style={{ display: 'contents' }}
        onInputCapture={typed}
        onClickCapture={(event) => (isButton(event.target) ? ask() : undefined)}
        onSubmitCapture={(event) => {
          ask();
          hold(event);
        }}
      >
        {props.children}
      </div>
    </FormProblems>
  );
}

function isTypedIn(element: Element | null, form: HTMLElement | null): boolean {
  return element?.matches('input, textarea, select') === true && form?.contains(element) === true;
}

function isButton(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button') !== null;
}

/** A field that knows by itself that what was typed cannot be meant keeps its form from going on. */
function hold(event: FormEvent<HTMLDivElement>): void {
  const held = event.currentTarget.querySelector('[data-holds]');
  if (held === null) return;
  event.preventDefault();
  event.stopPropagation();
  held.querySelector('input')?.focus();
}

/** The message for the field at `path`, or undefined. For inputs that are not in this file. */
export function useFieldError(path: string): string | undefined {
  const { i18n } = useLingui();
  const { fields } = useContext(FormProblems);
  const field = fields.find((one) => bare(one.path) === path);
  return field === undefined
    ? undefined
    : i18n._(fieldMessage(field.code, field.details).id, { ...field.details });
}

/** What is left of a problem when the inputs at `paths` show their own part of it. */
export function otherProblems(
  problem: Problem | undefined,
  paths: readonly string[],
): Problem | undefined {
  if (problem?.fields === undefined) return problem;
  const fields = problem.fields.filter((field) => !paths.includes(bare(field.path)));
  return { ...problem, fields };
}

/**
 * What is left of a problem once something was changed: not what was said of the changed fields, nor what stands below
 * the form and belongs to none. It is said again when it still holds at the next try.
 */
export function stillWrong(
  problem: Problem | undefined,
  changed: readonly string[],
  paths: readonly string[],
): Problem | undefined {
  const fields = (problem?.fields ?? []).filter(({ path }) => {
    const own = bare(path);
    return paths.includes(own) && !changed.includes(own.split('.')[0] ?? '');
  });
  return problem === undefined || fields.length === 0 ? undefined : { ...problem, fields };
}

/**
 * What is still empty, as the server would say it: in the words of the screen, where a browser's own
 * `required` bubble speaks the browser's language and is gone with the next tap.
 */
export function unfilled(values: Readonly<Record<string, string>>): Problem | undefined {
  const empty = Object.entries(values).filter(([, value]) => value.trim() === '');
  if (empty.length === 0) return undefined;
  const fields = empty.map(([path]) => ({ path: `body.${path}`, code: 'required' }));
  return { code: 'invalid_input', fields };
}

function bare(path: string): string {
  return path.replace(/^(body|query|path)\./, '');
}

interface AtPath {
  /** Where the value stands in what is sent, e.g. `name` or `grant.role`. */
  readonly path: string;
}

export function TextField({ path, ...props }: TextInputProps & AtPath) {
  const error = useFieldError(path);
  return <TextInput name={path} {...props} error={error ?? props.error} />;
}

export function PasswordField({ path, ...props }: PasswordInputProps & AtPath) {
  const error = useFieldError(path);
  return <PasswordInput name={path} {...props} error={error ?? props.error} />;
}

/** A choice of few: the system's own list, which phones and screen readers know best. */
export function ChoiceField({ path, ...props }: NativeSelectProps & AtPath) {
  const error = useFieldError(path);
  return <NativeSelect name={path} {...props} error={error ?? props.error} />;
}

export function CheckField({ path, ...props }: CheckboxProps & AtPath) {
  const error = useFieldError(path);
  return <Checkbox name={path} {...props} error={error ?? props.error} />;
}

/**
 * A whole calendar day (`2026-11-24`, or '' while empty): an appointment, a due date. The field itself is
 * the browser's and writes 05/03 in its own order; what was chosen stands below as this screen writes it.
 */
export function DayField({ path, ...props }: Omit<TextInputProps, 'type'> & AtPath) {
  const { i18n } = useLingui();
  const error = useFieldError(path);
  const day = typeof props.value === 'string' ? props.value : '';
  return (
    <TextInput
      type="date"
      name={path}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={day === '' ? undefined : formatWeekday(i18n.locale, day)}
      {...props}
      error={error ?? props.error}
    />
  );
}
