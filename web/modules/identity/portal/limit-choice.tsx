import { Select } from '../../../ui/inputs.tsx';

/** A choice of one of some numbers, and of the one that is set although nobody offers it. */
export function LimitChoice({
  name,
  label,
  value,
  offered,
  say,
  onValue,
}: {
  name: string;
  label: string;
  value: number | null;
  offered: readonly (number | null)[];
  say: (value: number | null) => string;
  onValue: (value: number | null) => void;
}) {
  const all = offered.includes(value) ? offered : [...offered, value];
  return (
    <Select
      name={name}
      label={label}
      value={String(value)}
      choices={all.map((one) => ({ value: String(one), label: say(one) }))}
      onValue={(chosen) => onValue(chosen === 'null' ? null : Number(chosen))}
    />
  );
}

/** Minutes and hours to choose from. */
export const idleOffered = [15, 30, 60, 240, 480, 1440, 7 * 1440, 14 * 1440, 30 * 1440] as const;
export const hoursOffered = [1, 4, 8, 12, 24, 72, 168, 336, 720, 2160] as const;
