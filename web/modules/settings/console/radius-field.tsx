import type { FieldBinding } from '../../../kernel/forms/use-form.ts';
import { Field } from '../../../ui/field.tsx';
import { useText } from '../text/index.ts';

const largest = 20;

/** Pixels that corners are rounded by. */
export function RadiusField({ name, value, onValue, error }: FieldBinding<number>) {
  const words = useText();
  return (
    <Field label={words.radius} error={error}>
      {(ties) => (
        <span className="flex min-h-11 items-center gap-3 sm:min-h-9">
          <input
            {...ties}
            type="range"
            name={name}
            min={0}
            max={largest}
            step={1}
            value={value}
            aria-valuetext={words.pixels(value)}
            onInput={(event) => onValue(Number(event.currentTarget.value))}
            className="min-w-0 grow cursor-pointer accent-(--accent)"
          />
          <output className="w-12 text-end text-body tabular-nums">{words.pixels(value)}</output>
        </span>
      )}
    </Field>
  );
}
