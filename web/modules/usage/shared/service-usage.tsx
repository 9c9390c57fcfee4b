import type { ReactNode } from 'react';
import type { ServiceUsage as Usage } from '../../../../server/modules/billing/next-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { useText } from '../text/index.ts';
import { DayChart } from './day-chart.tsx';
import { spoken } from './decimals.ts';

/** What a service has used in the running period by meter, what is included, and what it comes to so far. */
export function ServiceUsage({
  usage,
  file,
  children,
}: {
  usage: Usage;
  file: string;
  children?: ReactNode;
}) {
  const words = useText();
  const format = useFormat();
  const { period, meters, total } = usage;
  if (!period || !total) return null;
  return (
    <Card
      title={words.title}
      aside={
        <a href={file} download className="inline-flex min-h-11 items-center gap-1 sm:min-h-6">
          <Icon name="download" size={16} />
          {words.file}
        </a>
      }
    >
      <p className="text-13 text-muted">{words.period(format.date(period.from), format.date(period.to))}</p>
      <ul className="flex flex-col divide-y divide-line">
        {meters.map((meter) => (
          <li key={meter.code} className="py-3">
            <div className="flex items-baseline justify-between gap-3">
              <h3 className="text-body font-medium">{format.words(meter.name)}</h3>
              <MoneyText value={meter.amount} />
            </div>
            <Quantity meter={meter} />
            {meter.days.length > 0 ? (
              <DayChart meter={meter} {...period} />
            ) : (
              <p className="text-13 text-muted">{words.none}</p>
            )}
          </li>
        ))}
      </ul>
      <p className="flex items-baseline justify-between gap-3 border-t border-line pt-3 text-body font-medium">
        <span>{words.soFar}</span>
        <MoneyText value={total} />
      </p>
      <p className="text-13 text-muted">{words.comes}</p>
      {children}
    </Card>
  );
}

function Quantity({ meter }: { meter: Usage['meters'][number] }) {
  const words = useText();
  const format = useFormat();
  const said = (decimal: string) => `${spoken(decimal, format.locale)} ${format.words(meter.unit)}`;
  const [used, included] = [Number(meter.quantity), Number(meter.included)];
  if (included === 0) return <p className="text-body">{said(meter.quantity)}</p>;
  return (
    <>
      <p className="text-body">{words.used(said(meter.quantity), said(meter.included))}</p>
      <svg
        viewBox="0 0 100 1"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="mt-1 h-2 w-full rounded-full bg-sunken text-accent"
      >
        <rect width={Math.min(100, (used / included) * 100)} height="1" fill="currentColor" />
      </svg>
    </>
  );
}
