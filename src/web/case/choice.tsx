import { type ReactNode, useId } from 'react';
import { useFieldError } from '../ui/field.tsx';
import styles from '../ui/parts.module.css';

interface Option<V extends string> {
  readonly value: V;
  readonly label: ReactNode;
}

interface ChoiceProps<V extends string> {
  readonly path: string;
  readonly legend: ReactNode;
  /** Read out and not shown, where the heading above says it already. */
  readonly quiet?: boolean;
  readonly description?: ReactNode;
  readonly options: readonly Option<V>[];
  readonly value: V | '';
  readonly onChange: (value: V) => void;
}

/** One of a few, each a large target: one tap, no list to open. */
export function Choice<V extends string>(props: ChoiceProps<V>) {
  const { path, legend, quiet, description, options, value, onChange } = props;
  const name = useId();
  const error = useFieldError(path);
  return (
    <fieldset className={styles.choice}>
      <legend className={quiet === true ? 'visually-hidden' : undefined}>{legend}</legend>
      {description === undefined ? null : <div className={styles.soft}>{description}</div>}
      <div className={styles.chips}>
        {options.map((option) => (
          <label key={option.value} data-value={option.value}>
            <input
              type="radio"
              name={name}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      <Wrong text={error} />
    </fieldset>
  );
}

interface ManyProps {
  readonly path: string;
  readonly legend: ReactNode;
  readonly description?: ReactNode;
  readonly options: readonly Option<string>[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}

/** Any of some, in lines, since what stands there may be a sentence. */
export function Many({ path, legend, description, options, value, onChange }: ManyProps) {
  const error = useFieldError(path);
  const toggle = (one: string) =>
    onChange(value.includes(one) ? value.filter((other) => other !== one) : [...value, one]);
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      {description === undefined ? null : <div className={styles.soft}>{description}</div>}
      <div className={styles.many}>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="checkbox"
              checked={value.includes(option.value)}
              onChange={() => toggle(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      <Wrong text={error} />
    </fieldset>
  );
}

/** A single yes that changes something; large enough for a thumb. */
export function Tick(props: {
  /** Where it may be refused, so that it is said here. */
  readonly path?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}) {
  const error = useFieldError(props.path ?? '');
  return (
    <>
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={props.checked}
          aria-invalid={error === undefined ? undefined : true}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <span>{props.children}</span>
      </label>
      <Wrong text={error} />
    </>
  );
}

function Wrong({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <div className="mantine-InputWrapper-error" role="alert">
      {text}
    </div>
  );
}
