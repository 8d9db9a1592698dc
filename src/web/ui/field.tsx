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
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { FieldProblem, Problem } from '#domain/problem.ts';
import { fieldMessage } from '../problem-messages.ts';

interface Problems {
  readonly fields: readonly FieldProblem[];
}
const FormProblems = createContext<Problems>({ fields: [] });

/**
 * Round a form: its inputs show what the problem says about their own `path` (without the leading
 * `body.`). Show the rest with `<ProblemText problem={otherProblems(problem, [paths])} />`.
 */
export function FieldProblems(props: {
  readonly problem: Problem | undefined;
  readonly children: ReactNode;
}) {
  const fields = props.problem?.fields;
  const value = useMemo(() => ({ fields: fields ?? [] }), [fields]);
  return <FormProblems value={value}>{props.children}</FormProblems>;
}

/** The message for the field at `path`, or undefined. For inputs that are not in this file. */
export function useFieldError(path: string): string | undefined {
  const { i18n } = useLingui();
  const { fields } = useContext(FormProblems);
  const field = fields.find((one) => bare(one.path) === path);
  return field === undefined
    ? undefined
    : i18n._(fieldMessage(field.code).id, { ...field.details });
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

/** A whole calendar day (`2026-11-24`, or '' while empty): an appointment, a due date. */
export function DayField({ path, ...props }: Omit<TextInputProps, 'type'> & AtPath) {
  const error = useFieldError(path);
  return <TextInput type="date" name={path} {...props} error={error ?? props.error} />;
}
