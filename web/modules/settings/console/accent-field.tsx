import type { FieldBinding } from '../../../kernel/forms/use-form.ts';
import { Field, inputClass } from '../../../ui/field.tsx';
import { useText } from '../text/index.ts';

/** A color to pick or to type as `#rrggbb`. */
export function AccentField({ name, value, onValue, error }: FieldBinding<string>) {
  const words = useText();
  return (
    <Field label={words.accent} hint={words.accentHint} error={error}>
      {(ties) => (
        <span className="flex gap-2">
          <input
            type="color"
            aria-label={words.pickAccent}
            value={/^#[0-9a-f]{6}$/.test(value) ? value : '#000000'}
            onChange={(event) => onValue(event.target.value)}
            className="h-11 w-14 shrink-0 cursor-pointer rounded border border-line-strong bg-surface p-1 sm:h-9"
          />
          <input
            {...ties}
            name={name}
            value={value}
            maxLength={7}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onValue(event.target.value.trim().toLowerCase())}
            className={inputClass}
          />
        </span>
      )}
    </Field>
  );
}
