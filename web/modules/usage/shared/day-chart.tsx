import type { ServiceUsage } from '../../../../server/modules/billing/next-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useText } from '../text/index.ts';
import { spoken } from './decimals.ts';

type Meter = ServiceUsage['meters'][number];

const height = 64;
const step = 10;

/** What was used on each day of a period: bars from zero, and the same as a table. */
export function DayChart({ meter, from, to }: { meter: Meter; from: string; to: string }) {
  const words = useText();
  const format = useFormat();
  const unit = format.words(meter.unit);
  const days = daysOf(from, to);
  const used = new Map(meter.days.map(({ day, quantity }) => [day, quantity]));
  const most = Math.max(...meter.days.map(({ quantity }) => Number(quantity)));
  const said = (quantity: string) => `${spoken(quantity, format.locale)} ${unit}`;
  return (
    <figure className="mt-2">
      <svg
        viewBox={`0 0 ${days.length * step} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${words.chart(format.words(meter.name))}. ${words.most(said(String(most)))}`}
        className="h-16 w-full border-b border-line text-accent"
      >
        {days.map((day, nth) => {
          const quantity = used.get(day);
          const tall = quantity && most > 0 ? (Number(quantity) / most) * height : 0;
          return (
            <rect
              key={day}
              x={nth * step + 1}
              y={height - tall}
              width={step - 2}
              height={tall}
              fill="currentColor"
            >
              {quantity && <title>{words.onDay(format.date(day), said(quantity))}</title>}
            </rect>
          );
        })}
      </svg>
      <figcaption className="flex justify-between gap-3 text-13 text-muted">
        <span>{format.date(from)}</span>
        <span className="text-center">{words.most(said(String(most)))}</span>
        <span className="text-end">{format.date(days.at(-1)!)}</span>
      </figcaption>
      <details className="text-13">
        <summary className="inline-flex min-h-6 cursor-pointer items-center text-muted underline decoration-dotted underline-offset-2">
          {words.table}
        </summary>
        <table className="mt-1 w-full max-w-xs">
          <thead className="text-muted">
            <tr>
              <th scope="col" className="text-start font-normal">
                {words.day}
              </th>
              <th scope="col" className="text-end font-normal">
                {words.quantity}
              </th>
            </tr>
          </thead>
          <tbody>
            {meter.days.map(({ day, quantity }) => (
              <tr key={day}>
                <th scope="row" className="text-start font-normal">
                  {format.date(day)}
                </th>
                <td className="text-end tabular-nums">{said(quantity)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** From the first day up to, not including, the last; a year of them is enough to look at. */
function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at < Date.parse(to) && days.length < 366; at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
