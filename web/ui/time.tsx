import { useFormat } from '../kernel/format/use-format.ts';

/** When: relative within a week, else the date. The full date on hover, and to screen readers where the words shown do not tell it. */
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
  const tells = style !== 'relative' || short === format.date(value);
  return (
    <time dateTime={value} title={full}>
      {tells ? (
        short
      ) : (
        <>
          <span aria-hidden="true">{short}</span>
          <span className="sr-only">{`${short}, ${full}`}</span>
        </>
      )}
    </time>
  );
}
