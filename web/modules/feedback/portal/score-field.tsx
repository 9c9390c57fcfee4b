import { FieldSet } from '../../../ui/field.tsx';
import { useText } from '../text/index.ts';

export const scores = [1, 2, 3, 4, 5] as const;

/** Five numbers side by side; what the ends mean stands below, what each means is said to screen readers. */
export function ScoreField({
  value,
  onValue,
  error,
}: {
  value: number | null;
  onValue: (score: number) => void;
  error: string | undefined;
}) {
  const words = useText();
  return (
    <FieldSet label={words.score} error={error}>
      <div className="grid grid-cols-5 gap-2">
        {scores.map((score) => (
          <label
            key={score}
            className="relative flex min-h-14 cursor-pointer items-center justify-center rounded border border-line-control bg-surface text-20 font-bold tabular-nums transition-colors hover:bg-sunken has-checked:border-accent-ring has-checked:bg-accent-soft has-checked:text-accent-text has-checked:shadow-[inset_0_0_0_1px_var(--accent-ring)] has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-ring"
          >
            <input
              type="radio"
              name="score"
              required
              value={score}
              checked={score === value}
              aria-label={`${score}: ${words.scale[score - 1]}`}
              className="absolute inset-0 cursor-pointer opacity-0"
              onChange={() => onValue(score)}
            />
            <span aria-hidden>{score}</span>
          </label>
        ))}
      </div>
      <p aria-hidden className="mt-1 flex justify-between text-13 text-muted">
        <span>{words.scale[0]}</span>
        <span>{words.scale[4]}</span>
      </p>
    </FieldSet>
  );
}
