import { useFormat } from '../kernel/format/use-format.ts';

/** When: relative within a week, else the date; the full date on hover and to screen readers. */
export function Time({
  value,
  style = 'relative',
}: {
  value: string;
  style?: 'relative' | 'date' | 'dateTime';
}) {
  const format = useFormat();
  const full = format.full(value);
  const short = format[style](value);
  return (
    <time dateTime={value} title={full}>
      <span aria-hidden="true">{short}</span>
      <span className="sr-only">{short === full ? full : `${short}, ${full}`}</span>
    </time>
  );
}
