import { type ReactNode, useId } from 'react';
import { useKernelText } from '../kernel/text/index.ts';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';

export interface FieldProps {
  label: string;
  /** What helps to fill it in, said before the mistake. */
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  /** The label only for screen readers: in a table or row whose header says it to the eye. */
  bare?: boolean;
  className?: string;
}

/** What an input inside a field needs to be tied to its label, hint and error. */
export interface InputTies {
  id: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

/** Label, input, hint and error, tied together. Choices in a group use `FieldSet`. */
export function Field({
  label,
  hint,
  error,
  optional,
  bare,
  className,
  children,
}: FieldProps & { children: (ties: InputTies) => ReactNode }) {
  const id = useId();
  const text = useKernelText();
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={classes('flex flex-col gap-1', className)}>
      <label htmlFor={id} className={bare ? 'sr-only' : 'text-body font-medium'}>
        {label}
        {optional && <span className="font-normal text-muted"> · {text.optional}</span>}
      </label>
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': about || undefined })}
      {hint && (
        <p id={`${id}-hint`} className="text-13 text-muted">
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p id={id} className="flex items-start gap-1.5 text-13 text-danger">
      <span className="mt-0.5">
        <Icon name="danger" size={16} />
      </span>
      {error}
    </p>
  );
}

/** A question with several inputs: radios, checkboxes, an address. */
export function FieldSet({
  label,
  hint,
  error,
  optional,
  children,
  className,
}: FieldProps & { children: ReactNode }) {
  const id = useId();
  const text = useKernelText();
  return (
    <fieldset
      className={classes('flex flex-col gap-2', className)}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className="mb-1 text-body font-medium">
        {label}
        {optional && <span className="font-normal text-muted"> · {text.optional}</span>}
      </legend>
      {hint && <p className="-mt-1 text-13 text-muted">{hint}</p>}
      {children}
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  );
}

export const inputClass = classes(
  'w-full rounded border border-line-strong bg-surface px-3 min-h-11 sm:min-h-9 text-16 sm:text-14 text-ink',
  'aria-invalid:border-danger aria-invalid:outline-danger disabled:bg-sunken disabled:text-muted',
  'focus-visible:outline-offset-0',
);
