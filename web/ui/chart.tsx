import { type ReactNode, useId, useState } from 'react';
import { useKernelText } from '../kernel/text/index.ts';

export interface Point {
  /** What stands on the axis: `Mon`, `12 Nov`. */
  label: string;
  value: number;
}

const width = 320;

/** A line without axes, for the course of a figure; `summary` says it in words. */
export function Sparkline({
  values,
  summary,
  height = 40,
}: {
  values: readonly number[];
  summary: string;
  height?: number;
}) {
  const top = Math.max(...values, 1);
  const x = (index: number) => (values.length > 1 ? (index / (values.length - 1)) * width : 0);
  const y = (value: number) => height - 3 - (value / top) * (height - 6);
  const line = values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`);
  return (
    <svg
      role="img"
      aria-label={summary}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className="h-10 w-full"
    >
      <polygon points={`0,${height} ${line.join(' ')} ${width},${height}`} fill="var(--accent-soft)" />
      <polyline
        points={line.join(' ')}
        fill="none"
        stroke="var(--accent-ring)"
        strokeWidth="2"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

/** Bars from zero, each with its value at hand; the same data as a table one press away. */
export function BarChart({
  title,
  points,
  format,
  limit,
}: {
  /** Message with range and zone: “Traffic by day, last 7 days, WIB”. */
  title: string;
  points: readonly Point[];
  format: (value: number) => string;
  /** A quota, drawn as a line with its name. */
  limit?: { value: number; label: string };
}) {
  const [asTable, setAsTable] = useState(false);
  const text = useKernelText();
  const id = useId();
  return (
    <figure aria-labelledby={id}>
      <figcaption className="mb-3 flex items-start justify-between gap-3 text-13 text-muted">
        <span id={id}>{title}</span>
        <button
          type="button"
          className="no-print shrink-0 cursor-pointer text-accent-text underline-offset-4 hover:underline"
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? text.showChart : text.showTable}
        </button>
      </figcaption>
      {asTable ? <PointTable {...{ points, format }} /> : <Bars {...{ points, format, limit }} />}
    </figure>
  );
}

function PointTable({
  points,
  format,
}: {
  points: readonly Point[];
  format: (value: number) => string;
}): ReactNode {
  return (
    <table className="w-full text-14">
      <tbody className="divide-y divide-line">
        {points.map((point) => (
          <tr key={point.label}>
            <th scope="row" className="py-1.5 text-start font-normal text-muted">
              {point.label}
            </th>
            <td className="py-1.5 text-end tabular-nums">{format(point.value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Bars({
  points,
  format,
  limit,
}: {
  points: readonly Point[];
  format: (value: number) => string;
  limit?: { value: number; label: string };
}) {
  const top = Math.max(...points.map((point) => point.value), limit?.value ?? 0, 1);
  const share = (value: number) => `${((value / top) * 100).toFixed(1)}%`;
  return (
    <div className={limit ? 'relative mt-7' : 'relative'}>
      {limit && (
        <div
          className="pointer-events-none absolute inset-x-0 z-1 border-t border-dashed border-attention"
          style={{ bottom: `calc(1.5rem + (100% - 1.5rem) * ${limit.value / top})` }}
        >
          <span className="absolute end-0 -top-5 text-12 text-attention">{limit.label}</span>
        </div>
      )}
      <ol className="flex h-40 items-stretch gap-1 sm:gap-2">
        {points.map((point) => (
          <li key={point.label} className="group flex min-w-0 flex-1 flex-col justify-end text-center">
            <div className="relative flex grow items-end">
              <div
                tabIndex={0}
                role="img"
                aria-label={`${point.label}: ${format(point.value)}`}
                title={format(point.value)}
                style={{ height: share(point.value) }}
                className="min-h-0.5 w-full rounded-t-[3px] bg-accent opacity-85 group-hover:opacity-100"
              />
            </div>
            <span aria-hidden="true" className="h-6 truncate pt-1 text-12 text-muted">
              {point.label}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
