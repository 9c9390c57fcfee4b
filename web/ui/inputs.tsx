import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, useState } from 'react';
import { useKernelText } from '../kernel/text/index.ts';
import { classes } from './classes.ts';
import { Field, type FieldProps, inputClass } from './field.tsx';
import { Icon } from './icon.tsx';

/** The binding that `form.field(name)` gives. */
interface Bound<T> extends FieldProps {
  name: string;
  value: T;
  onValue: (value: T) => void;
}

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'name'>;

export function TextField({
  label,
  hint,
  error,
  optional,
  bare,
  className,
  onValue,
  before,
  ...rest
}: Bound<string> & InputProps & { before?: ReactNode }) {
  return (
    <Field {...{ label, hint, error, optional, bare, className }}>
      {(ties) => (
        <span className="relative flex items-center">
          {before && <span className="pointer-events-none absolute start-3 text-muted">{before}</span>}
          <input
            {...rest}
            {...ties}
            required={!optional}
            className={classes(inputClass, before ? 'ps-10' : '')}
            onChange={(event) => onValue(event.target.value)}
          />
        </span>
      )}
    </Field>
  );
}

/** A password with a way to see it; pasting and password managers work. */
export function PasswordField({
  label,
  hint,
  error,
  className,
  onValue,
  ...rest
}: Bound<string> & InputProps) {
  const [shown, setShown] = useState(false);
  const text = useKernelText();
  return (
    <Field {...{ label, hint, error, className }}>
      {(ties) => (
        <span className="relative flex items-center">
          <input
            {...rest}
            {...ties}
            required
            type={shown ? 'text' : 'password'}
            autoCapitalize="none"
            spellCheck={false}
            className={classes(inputClass, 'pe-12')}
            onChange={(event) => onValue(event.target.value)}
          />
          <button
            type="button"
            aria-label={shown ? text.hidePassword : text.showPassword}
            aria-pressed={shown}
            className="absolute end-0 grid h-full w-11 cursor-pointer place-items-center rounded text-muted hover:text-ink"
            onClick={() => setShown(!shown)}
          >
            <Icon name={shown ? 'eyeOff' : 'eye'} size={18} />
          </button>
        </span>
      )}
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  error,
  optional,
  bare,
  className,
  onValue,
  rows = 5,
  ...rest
}: Bound<string> & { rows?: number; placeholder?: string; maxLength?: number }) {
  return (
    <Field {...{ label, hint, error, optional, bare, className }}>
      {(ties) => (
        <textarea
          {...rest}
          {...ties}
          rows={rows}
          required={!optional}
          // Grows with the text where the browser can.
          className={classes(inputClass, 'field-sizing-content min-h-28 py-2.5 sm:min-h-28')}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  );
}

export interface Choice<T extends string = string> {
  value: T;
  label: string;
  hint?: string;
  /** Why it cannot be chosen. */
  reason?: string;
}

/** The native select: the best list a phone has. */
export function Select<T extends string>({
  label,
  hint,
  error,
  optional,
  bare,
  className,
  onValue,
  choices,
  ...rest
}: Bound<T> & { choices: readonly Choice<T>[] } & Omit<
    SelectHTMLAttributes<HTMLSelectElement>,
    'value' | 'name'
  >) {
  return (
    <Field {...{ label, hint, error, optional, bare, className }}>
      {(ties) => (
        <span className="relative flex items-center">
          <select
            {...rest}
            {...ties}
            className={classes(inputClass, 'cursor-pointer appearance-none truncate pe-10')}
            onChange={(event) => onValue(event.target.value as T)}
          >
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value} disabled={Boolean(choice.reason)}>
                {choice.label}
              </option>
            ))}
          </select>
          <span className="pointer-events-none absolute end-3 text-muted">
            <Icon name="down" size={16} />
          </span>
        </span>
      )}
    </Field>
  );
}
