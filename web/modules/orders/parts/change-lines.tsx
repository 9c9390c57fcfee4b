import type { ChangePreview } from '../../../../server/modules/orders/change-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { MoneyText } from '../../../ui/money.tsx';
import { useText } from '../text/change.ts';

type Line = ChangePreview['lines'][number];

/** Each line of a change with its sum and, below it, why it is that. */
export function ChangeLines({ lines, tax }: { lines: readonly Line[]; tax?: ChangePreview['tax'] }) {
  const words = useText();
  const format = useFormat();
  const why = useWhy();
  return (
    <ul className="flex flex-col gap-2.5 text-body">
      {lines.map((line, index) => (
        <li key={index} className="flex justify-between gap-3">
          <span className="min-w-0">
            {format.words(line.description)}
            <span className="block text-13 text-muted">{why(line)}</span>
          </span>
          <span className="shrink-0">
            <MoneyText value={line.amount} />
          </span>
        </li>
      ))}
      {tax && tax.amount !== 0 && (
        <li className="flex justify-between gap-3 text-muted">
          <span>{words.tax}</span>
          <MoneyText value={tax} />
        </li>
      )}
    </ul>
  );
}

function useWhy() {
  const words = useText();
  const format = useFormat();
  return ({ rule, price, share, priceVersion }: Line): string => {
    if (rule === 'setup') return words.whySetup;
    if (rule === 'days_paid') return words.whyDaysPaid;
    if (rule === 'leaving') return words.whyLeaving;
    const sum = format.money(price);
    const of = share
      ? words.whyPart(
          sum,
          format.number(share.part),
          format.number(share.whole),
          share.unit,
          (BigInt(price.amount) * BigInt(share.part)) % BigInt(share.whole) === 0n,
        )
      : words.whyWhole(sum);
    return priceVersion === null ? of : `${of} · ${words.version(format.number(priceVersion))}`;
  };
}
