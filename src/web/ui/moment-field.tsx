import { TextInput } from '@mantine/core';
import { useFieldError } from './field.tsx';

/** A day with its hour on this device's clock; empty while nothing is typed. */
export function MomentField(props: {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const error = useFieldError(props.path);
  return (
    <TextInput
      type="datetime-local"
      label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      error={error}
    />
  );
}

/** The typed time as an instant; an empty one stays empty and is named by the rules. */
export function instantOf(local: string): string {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? local : at.toISOString();
}
