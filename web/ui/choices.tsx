import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import { FieldError, type FieldProps, FieldSet } from './field.tsx';
import type { Choice } from './inputs.tsx';

const boxClass = 'mt-0.5 size-5 shrink-0 cursor-pointer accent-(--accent) sm:size-4.5';

export function Checkbox({
  name,
  value,
  onValue,
  label,
  hint,
  error,
  disabled,
}: {
  name: string;
  value: boolean;
  onValue: (value: boolean) => void;
  label: ReactNode;
  hint?: string;
  error?: string;
  disabled?: boolean;
}) {
  const id = useId();
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="flex flex-col gap-1">
      <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2 text-body sm:min-h-0 sm:py-1">
        <input
          type="checkbox"
          name={name}
          checked={value}
          disabled={disabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={about || undefined}
          className={boxClass}
          onChange={(event) => onValue(event.target.checked)}
        />
        <span className="min-w-0 grow">
          {label}
          {hint && (
            <span id={`${id}-hint`} className="block text-13 text-muted">
              {hint}
            </span>
          )}
        </span>
      </label>
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

interface RadioProps<T extends string> extends FieldProps {
  name: string;
  value: T;
  onValue: (value: T) => void;
  choices: readonly (Choice<T> & { aside?: ReactNode })[];
  columns?: 1 | 2 | 3;
}

const columnClass = { 1: '', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-3' };

/** Few choices that deserve a sentence each, as cards one can press anywhere. */
export function RadioCards<T extends string>({
  name,
  value,
  onValue,
  choices,
  columns = 1,
  ...field
}: RadioProps<T>) {
  return (
    <FieldSet {...field}>
      <div className={classes('grid gap-2', columnClass[columns])}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={classes(
              'flex cursor-pointer items-start gap-3 rounded border border-line-control bg-surface p-3 transition-colors',
              'hover:bg-sunken has-checked:border-accent-ring has-checked:bg-accent-soft',
              'has-checked:shadow-[inset_0_0_0_1px_var(--accent-ring)] has-disabled:cursor-not-allowed has-disabled:opacity-60',
              'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-ring',
            )}
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              disabled={Boolean(choice.reason)}
              className={classes(boxClass, 'outline-none')}
              onChange={() => onValue(choice.value)}
            />
            <span className="min-w-0 grow text-body">
              <span className="flex items-start justify-between gap-3 font-medium">
                <span className="min-w-0">{choice.label}</span>
                {choice.aside && <span className="shrink-0">{choice.aside}</span>}
              </span>
              {(choice.hint || choice.reason) && (
                <span className="block text-13 text-muted">{choice.reason ?? choice.hint}</span>
              )}
            </span>
          </label>
        ))}
      </div>
    </FieldSet>
  );
}
