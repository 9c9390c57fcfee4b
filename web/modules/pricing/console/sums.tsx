import type { PricePreview } from '../../../../server/modules/pricing/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useText } from '../text/index.ts';

/** What recurs in a month before and after, for each currency. */
export function Sums({ sums }: Pick<PricePreview, 'sums'>) {
  const { preview: words, services, clients } = useText();
  const format = useFormat();
  if (sums.length === 0) return <p className="text-body text-muted">{words.nobody}</p>;
  return (
    <dl className="flex flex-col gap-3">
      {sums.map((of) => (
        <div key={of.currency}>
          <dt className="text-13 text-muted">
            {services(of.services)} · {clients(of.clients)}
          </dt>
          <dd className="text-20 font-medium tabular-nums">
            {words.becomes(format.money(of.before), format.money(of.after))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
